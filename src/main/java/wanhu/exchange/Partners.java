package wanhu.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.PersonalData;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.message.Outbound;
import wanhu.token.Bearers;
import wanhu.vault.Vault;

/** Other systems: set up by the county's administrator, their tokens sealed. */
@Service
class Partners {
    /** Other systems of a county. */
    static final int PARTNERS_MAX = 20;

    private static final int NAME_CHARACTERS_MAX = 60;
    private static final int ADDRESS_CHARACTERS_MAX = 300;

    /** What waits for a completed table is taken up again, so many at a time. */
    private static final int AGAIN_ROWS = 500;

    private final PartnerStore store;
    private final HandoverStore handovers;
    private final TheirNumbers numbers;
    private final Gaps gaps;
    private final Bearers bearers;
    private final Outbound outbound;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Partners(
            PartnerStore store,
            HandoverStore handovers,
            TheirNumbers numbers,
            Gaps gaps,
            Bearers bearers,
            Outbound outbound,
            Vault vault,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.handovers = handovers;
        this.numbers = numbers;
        this.gaps = gaps;
        this.bearers = bearers;
        this.outbound = outbound;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the administrator wants.
     *
     * @param id null for a new one
     * @param token the new one; empty keeps the old one
     * @param caller id of the token of ours with which they hand over to us; null for none
     */
    record Wish(
            @Nullable UUID id,
            String name,
            String address,
            Partner.Language language,
            String token,
            boolean active,
            @Nullable UUID caller,
            String mapping) {
        @Override
        public String toString() {
            return "Wish[partner=" + id + "]";
        }
    }

    @Transactional(readOnly = true)
    List<Partner> list(int county) {
        return store.list(county, PARTNERS_MAX);
    }

    @Transactional(readOnly = true)
    Optional<Partner> find(int county, UUID id) {
        return store.find(county, id);
    }

    /** The token in plain, for sending. */
    @Transactional(readOnly = true)
    public String token(Partner partner) {
        return vault.open(Partner.TOKEN, partner.id(), store.token(partner));
    }

    /**
     * Sets one up, or changes it; a changed table is a new version, and what waited for it goes on.
     *
     * @return its id
     * @throws Refused INVALID or RULE for a name, an address or a table that is none, MISSING
     */
    @Transactional
    UUID save(Actor actor, Wish wish) {
        Refused.unless(Kind.FORBIDDEN, actor.is(Role.ADMIN), "exchange.refused.admin");
        var before = wish.id() == null ? null : found(actor, wish.id());
        check(actor, wish, before);
        var now = clock.instant();
        var id = before == null ? Ids.next() : before.id();
        int version = before == null ? 1 : before.mapping().version();
        boolean changed = before != null && !before.mapping().text().equals(wish.mapping());
        var partner =
                new Partner(
                        actor.county(),
                        id,
                        wish.name().strip(),
                        address(wish),
                        wish.language(),
                        wish.active(),
                        Mapping.read(changed ? version + 1 : version, wish.mapping()),
                        wish.caller(),
                        now,
                        actor.title() + " " + actor.name());
        var token =
                wish.token().isEmpty() && before != null
                        ? store.token(before)
                        : vault.seal(Partner.TOKEN, id, wish.token().strip());
        store.save(partner, token, now);
        covered(partner);
        handovers.unmapped(actor.county(), id, AGAIN_ROWS).forEach(each -> again(each));
        audit.record(
                actor,
                Act.of(Verb.PARTNER_CHANGED, id)
                        .with("active", wish.active())
                        .with("mapping", partner.mapping().version())
                        .with("token", wish.token().isEmpty() ? "kept" : "changed"));
        return id;
    }

    private void covered(Partner partner) {
        var now =
                gaps.list(partner.county()).stream()
                        .filter(each -> each.partner().equals(partner.id()))
                        .map(Gaps.Gap::code)
                        .filter(partner.mapping()::answers)
                        .toList();
        if (!now.isEmpty()) {
            numbers.mapped(partner, now);
        }
    }

    private void again(Handover handover) {
        var now = clock.instant();
        var fresh = new Handover.Try("", 0, now, 0, "");
        handovers.update(handover.now(Handover.State.WAITING, fresh, handover.there()), now);
    }

    private Partner found(Actor actor, UUID id) {
        return store.find(actor.county(), id)
                .orElseThrow(() -> new Refused(Kind.MISSING, "exchange.refused.missing"));
    }

    private static String address(Wish wish) {
        return wish.address().strip().replaceFirst("/+$", "");
    }

    private void check(Actor actor, Wish wish, @Nullable Partner before) {
        int name = wish.name().strip().length();
        Refused.unless(
                Kind.INVALID,
                name > 0 && name <= NAME_CHARACTERS_MAX && PersonalData.find(wish.name()).isEmpty(),
                "exchange.refused.name");
        Refused.unless(
                Kind.INVALID,
                wish.address().length() <= ADDRESS_CHARACTERS_MAX
                        && address(wish).matches("https?://[^?#]++"),
                "exchange.refused.address");
        outbound.check(address(wish));
        Refused.unless(
                Kind.INVALID, before != null || !wish.token().isBlank(), "exchange.refused.token");
        Refused.unless(
                Kind.INVALID,
                wish.token().length() <= ADDRESS_CHARACTERS_MAX
                        && wish.token().matches("[\\x21-\\x7e]*+")
                        && wish.mapping().length() <= Mapping.CHARACTERS_MAX,
                "exchange.refused.long");
        checkCaller(actor, wish);
        var others =
                list(actor.county()).stream()
                        .filter(each -> before == null || !each.id().equals(before.id()))
                        .toList();
        Refused.unless(
                Kind.RULE, others.size() < PARTNERS_MAX, "exchange.refused.many", PARTNERS_MAX);
        Refused.unless(
                Kind.CONFLICT,
                others.stream().noneMatch(each -> each.name().equals(wish.name().strip())),
                "exchange.refused.twice");
        Refused.unless(
                Kind.CONFLICT,
                wish.caller() == null
                        || others.stream().noneMatch(each -> wish.caller().equals(each.caller())),
                "exchange.refused.caller-twice");
    }

    /** One that was chosen before may have ended since. */
    private void checkCaller(Actor actor, Wish wish) {
        var chosen = wish.caller();
        var before = wish.id() == null ? null : found(actor, wish.id()).caller();
        boolean known =
                chosen == null
                        || chosen.equals(before)
                        || callers(actor.county()).stream()
                                .anyMatch(each -> each.id().equals(chosen));
        Refused.unless(Kind.INVALID, known, "exchange.refused.caller");
    }

    /** Tokens of ours with which somebody may hand over to us. */
    @Transactional(readOnly = true)
    List<Bearers.Named> callers(int county) {
        return bearers.reporting(county);
    }
}
