package wanhu.matter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.vault.Phone;
import wanhu.vault.Register;
import wanhu.vault.Stated;
import wanhu.vault.Vault;

/**
 * Finds what is going on for somebody who asks by phone or at the counter, by her whole name or
 * phone and by keyed digests alone. It is no history of a person: only what is open or ended
 * lately, only what the post sees anyway, nothing secret, no count, and each search is recorded
 * with its purpose.
 */
@Service
public class ContactSearch {
    /** Most matters that are answered. */
    public static final int FOUND_MAX = 10;

    /** How long what has ended is still found: as long as it may be rated or asked about. */
    static final Duration ENDED_SHOWN = Duration.ofDays(90);

    private static final int NAME_CHARACTERS_MAX = 50;

    private final MatterSearchStore store;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    ContactSearch(MatterSearchStore store, Vault vault, Audit audit, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the post may search by contact: those who take calls and stand at counters. */
    public static boolean may(Actor actor) {
        return actor.is(
                Role.PHONE_DESK, Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK);
    }

    /**
     * What is going on for her, the latest first.
     *
     * @param contact whole name or phone, as typed
     * @param why why it is looked for
     * @throws Refused FORBIDDEN for another post, INVALID without contact, RULE for a purpose for
     *     which contacts were not given
     */
    @Transactional
    public List<MatterSearch.Hit> find(Actor actor, String contact, Stated why) {
        Refused.unless(Refused.Kind.FORBIDDEN, may(actor), "matter.refused.contacts");
        Register.need(Receipts.NAME, why.use());
        Register.need(Receipts.PHONE, why.use());
        var name = contact.strip();
        boolean fits = !name.isEmpty() && name.length() <= NAME_CHARACTERS_MAX;
        Refused.unless(Refused.Kind.INVALID, fits, "matter.refused.contact-empty");
        var phone = Phone.find(name);
        var now = clock.instant();
        var where = ListWhere.seen(actor, MatterQuery.Filters.NONE, now);
        var found = store.of(where, index(phone, name), now.minus(ENDED_SHOWN));
        audit.record(
                actor,
                Act.of(Verb.CONTACT_SEARCHED, actor.county())
                        .because(why.said())
                        .with("use", why.use())
                        .with("by", phone.isPresent() ? "phone" : "name")
                        .with("found", found.size()));
        return found;
    }

    private MatterSearchStore.Contact index(Optional<Phone> phone, String name) {
        return phone.map(each ->
                        new MatterSearchStore.Contact(
                                vault.index(Receipts.PHONE, each.digits()), ""))
                .orElseGet(
                        () -> new MatterSearchStore.Contact("", vault.index(Receipts.NAME, name)));
    }
}
