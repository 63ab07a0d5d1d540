package wanhu.matter;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Scope;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.org.Tree;
import wanhu.org.Units;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockKind;
import wanhu.promise.Clocks;
import wanhu.vault.Phone;
import wanhu.vault.Vault;

/** The door for those who ask: to report, to join, to follow with a code. */
@Service
public class Reports {
    private static final BigInteger CODES = BigInteger.TEN.pow(12);
    private static final String CODE_SOURCE = "matter.requester.code-source";
    private static final String CODE = "matter.requester.code";
    static final String NAME = "matter.requester.name";
    static final String PHONE = "matter.requester.phone";

    private final MatterStore store;
    private final StepStore steps;
    private final RequesterStore requesters;
    private final Clocks clocks;
    private final LimitBook limits;
    private final Units units;
    private final Calendars calendars;
    private final Vault vault;
    private final Matters matters;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Reports(
            MatterStore store,
            StepStore steps,
            RequesterStore requesters,
            Clocks clocks,
            LimitBook limits,
            Units units,
            Calendars calendars,
            Vault vault,
            Matters matters,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.steps = steps;
        this.requesters = requesters;
        this.clocks = clocks;
        this.limits = limits;
        this.units = units;
        this.calendars = calendars;
        this.vault = vault;
        this.matters = matters;
        this.clock = clock;
        this.facts = facts;
    }

    /**
     * Registers what a resident reports.
     *
     * @param staff who writes it down for her; null when she does it herself
     * @return the receipt; for a repeated command the same one
     * @throws Refused INVALID for an unknown place
     */
    @Transactional
    public Receipt report(@Nullable Actor staff, Report report) {
        var now = clock.instant();
        var id = Ids.next();
        var done = store.claim(report.county(), report.command(), id, now);
        if (done.isPresent()) {
            return again(report.county(), report.command());
        }
        var tree = units.tree(report.county());
        var matter = register(report, id, tree, now);
        var requester = requester(matter, report.command(), report.contact(), now);
        var by =
                staff == null
                        ? new By.Requester(requester.requester())
                        : new By.OnBehalf(staff, requester.requester());
        var happened = report.happened().isAfter(now) ? now : report.happened();
        steps.append(
                new StepStore.Entry(matter, matter, new Step.Register(), by, happened, now, null));
        facts.publishEvent(new MatterReported(matter, now));
        return requester;
    }

    private Matter register(Report report, UUID id, Tree tree, Instant now) {
        var place =
                tree.find(report.place())
                        .orElseThrow(() ->
                                new Refused(Refused.Kind.INVALID, "matter.refused.place-unknown"));
        var receiver = report.receiver();
        var holder = receiver == null ? Ladder.first(tree, place.id()) : Hold.of(tree, receiver);
        var content = report.content();
        var contact = report.contact();
        boolean secret = contact.secret() || content.kind() == Kind.REPORT;
        var privacy =
                new Matter.Privacy(contact.anonymous(), secret, contact.publishable() && !secret);
        var about =
                new Matter.About(
                        content.kind(),
                        content.category(),
                        content.channel(),
                        content.danger(),
                        content.title(),
                        content.body(),
                        place.id(),
                        place.path(),
                        report.placeNote(),
                        privacy);
        var due = admitClock(report.county(), now);
        var matter =
                new Matter(
                        report.county(),
                        id,
                        store.nextNumber(report.county(), Zones.day(now)),
                        1,
                        about,
                        Stage.REGISTERED,
                        new Matter.Parties(holder, null, null, null),
                        Tally.NEW,
                        Matter.Ending.NONE,
                        new Matter.Times(now, null, null, due.at(), due.warn(), due.kind()));
        store.insert(
                matter,
                Terms.of(
                        matter.number()
                                + " "
                                + about.title()
                                + " "
                                + about.placeNote()
                                + " "
                                + about.body()));
        clocks.apply(report.county(), id, List.of(start(report.county(), now)), now);
        return matter;
    }

    private ClockChange start(int county, Instant now) {
        return new ClockChange.Start(
                ClockKind.ADMIT, limits.limits(county, now).term(ClockKind.ADMIT));
    }

    private Clocks.Due admitClock(int county, Instant now) {
        var term = limits.limits(county, now).term(ClockKind.ADMIT);
        var derived = wanhu.calendar.Budget.of(now, term).derive(calendars.of(county), now);
        return new Clocks.Due(derived.dueAt(), derived.warnAt(), ClockKind.ADMIT);
    }

    private Receipt requester(Matter matter, UUID command, Report.Contact contact, Instant now) {
        var id = Ids.next();
        var name = contact.name();
        var phone = contact.phone() == null ? null : Phone.of(contact.phone());
        var requester =
                new Requester(
                        matter.county(),
                        id,
                        matter.id(),
                        matter.id(),
                        name == null || name.isBlank() ? null : vault.seal(NAME, id, name.strip()),
                        phone == null ? null : vault.seal(PHONE, id, phone.digits()),
                        contact.wantsNews(),
                        now,
                        null);
        var receipt = new Receipt(matter.id(), matter.number(), id, code(id));
        var phoneIndex = phone == null ? null : vault.index(PHONE, phone.digits());
        requesters.insert(requester, command, vault.index(CODE, receipt.code()), phoneIndex);
        return receipt;
    }

    /** The receipt that the command led to when it came first. */
    private Receipt again(int county, UUID command) {
        var requester =
                requesters
                        .findByCommand(county, command)
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.CONFLICT, "matter.refused.command"));
        var matter = matters.get(requester.county(), requester.matter());
        return new Receipt(matter.id(), matter.number(), requester.id(), code(requester.id()));
    }

    /**
     * Twelve digits that follow from the requester's id and the key of this installation:
     * repeatable, not guessable.
     */
    private String code(UUID requester) {
        var digest =
                vault.index(CODE_SOURCE, requester.toString()).getBytes(StandardCharsets.UTF_8);
        return "%012d".formatted(new BigInteger(1, digest).mod(CODES));
    }

    /**
     * Joins somebody to a matter as one more requester, with a code, an answer and a rating of her
     * own.
     *
     * @param command made by the sender; the same twice gives the same receipt
     * @throws Refused CONFLICT when the phone stands behind it already or it has ended
     */
    @Transactional
    public Receipt join(@Nullable Actor staff, UUID command, Matter into, Report.Contact contact) {
        if (store.claim(into.county(), command, into.id(), clock.instant()).isPresent()) {
            return again(into.county(), command);
        }
        var matter =
                store.lock(into.county(), into.id())
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.MISSING, "matter.refused.missing"));
        var phone = contact.phone() == null ? null : Phone.of(contact.phone());
        if (phone != null
                && requesters.joined(
                        matter.county(), matter.id(), vault.index(PHONE, phone.digits()))) {
            throw new Refused(
                    Refused.Kind.CONFLICT, "matter.refused.joined-before", matter.number());
        }
        var receipt = requester(matter, command, contact, clock.instant());
        var by =
                staff == null
                        ? new By.Requester(receipt.requester())
                        : new By.OnBehalf(staff, receipt.requester());
        matters.take(by, Taking.of(matter, new Step.Join()));
        return receipt;
    }

    /** Who has that code; empty when nobody has. */
    @Transactional(readOnly = true)
    public Optional<Requester> byCode(String code) {
        var digits = code.replaceAll("\\D", "");
        return requesters.findByCode(vault.index(CODE, digits));
    }

    /** The requesters of a matter, the first first. */
    @Transactional(readOnly = true)
    public List<Requester> of(Matter matter) {
        return requesters.of(matter.county(), matter.id());
    }

    /**
     * Name and phone in plain words for staff who must call, logged with the purpose.
     *
     * @throws Refused FORBIDDEN when the post sees no contacts at all, or the requester demanded
     *     secrecy and the actor's unit handles the matter
     */
    @Transactional
    public Contact contact(Actor actor, Matter matter, Requester requester, String purpose) {
        if (!Scope.of(actor).contacts()) {
            throw new Refused(Refused.Kind.FORBIDDEN, "matter.refused.contacts");
        }
        boolean insider = matter.about().privacy().secret() && !mayKnow(actor, matter);
        if (insider) {
            throw new Refused(Refused.Kind.FORBIDDEN, "matter.refused.secret");
        }
        var name = requester.name();
        var phone = requester.phone();
        return new Contact(
                name == null
                        ? ""
                        : vault.reveal(
                                actor, purpose, new Vault.Sealed(NAME, requester.id(), name)),
                phone == null
                        ? ""
                        : vault.reveal(
                                actor, purpose, new Vault.Sealed(PHONE, requester.id(), phone)));
    }

    /** Name and phone for the requester herself, who has shown her code; for nobody else. */
    @Transactional(readOnly = true)
    public Contact own(Requester requester) {
        var name = requester.name();
        var phone = requester.phone();
        return new Contact(
                name == null ? "" : vault.open(NAME, requester.id(), name),
                phone == null ? "" : vault.open(PHONE, requester.id(), phone));
    }

    /**
     * Deletes name and phone of somebody who no longer wants us to hold them (PIPL, article 47).
     */
    @Transactional
    public void forget(Requester requester) {
        requesters.forget(requester.county(), requester.id());
    }

    private static boolean mayKnow(Actor actor, Matter matter) {
        var handler = matter.parties().handler();
        return actor.is(wanhu.base.Role.COUNTY_CLERK, wanhu.base.Role.PHONE_DESK)
                && (handler == null || !handler.unit().equals(actor.unit()));
    }

    /** A contact in plain words; never stored, never in a log. */
    public record Contact(String name, String phone) {
        @Override
        public String toString() {
            return "Contact[hidden]";
        }
    }
}
