package wanhu.matter;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Scope;
import wanhu.base.Wall;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.vault.Stated;
import wanhu.vault.Vault;

/** The door for those who ask: to report, to join, to follow with a code. */
@Service
public class Reports {
    private final MatterStore store;
    private final RequesterStore requesters;
    private final Registrar registrar;
    private final Receipts receipts;
    private final Vault vault;
    private final Matters matters;
    private final Clock clock;

    Reports(
            MatterStore store,
            RequesterStore requesters,
            Registrar registrar,
            Receipts receipts,
            Vault vault,
            Matters matters,
            Clock clock) {
        this.store = store;
        this.requesters = requesters;
        this.registrar = registrar;
        this.receipts = receipts;
        this.vault = vault;
        this.matters = matters;
        this.clock = clock;
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
        var made = registrar.register(staff, List.of(report));
        return made.isEmpty() ? again(report.county(), report.command()) : made.getFirst();
    }

    /**
     * Registers many reports of one county at once, with the same numbers, clocks, lines and facts
     * as one by one.
     *
     * @return how many were new; of a command that came before nothing is made
     * @throws Refused INVALID for an unknown place; then nothing is registered
     */
    @Transactional
    public int reportAll(Actor staff, List<Report> reports) {
        return registrar.register(staff, reports).size();
    }

    /** The receipt of a command that was done before; empty when it is new. */
    @Transactional(readOnly = true)
    public Optional<Receipt> given(int county, UUID command) {
        return requesters.findByCommand(county, command).map(_ -> again(county, command));
    }

    /** The receipt that the command led to when it came first. */
    private Receipt again(int county, UUID command) {
        var requester =
                Wall.whole(() -> requesters.findByCommand(county, command))
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.CONFLICT, "matter.refused.command"));
        var matter = matters.get(requester.county(), requester.matter());
        return new Receipt(
                matter.id(), matter.number(), requester.id(), receipts.code(requester.id()));
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
        var now = clock.instant();
        var made =
                requesters
                        .free(() -> List.of(receipts.make(matter, command, contact, now)))
                        .getFirst();
        var phone = made.phoneIndex();
        if (phone != null && requesters.joined(matter.county(), matter.id(), phone)) {
            throw new Refused(
                    Refused.Kind.CONFLICT, "matter.refused.joined-before", matter.number());
        }
        requesters.insert(List.of(made));
        var requester = made.requester().id();
        var by = staff == null ? new By.Requester(requester) : new By.OnBehalf(staff, requester);
        matters.take(by, Taking.of(matter, new Step.Join()));
        return made.receipt();
    }

    /** Who has that code; empty when nobody has. */
    @Transactional(readOnly = true)
    public Optional<Requester> byCode(String code) {
        var index = receipts.index(code.replaceAll("\\D", ""));
        return Wall.whole(() -> requesters.findByCode(index));
    }

    /** A requester by her id, for a link that was made for her. */
    @Transactional(readOnly = true)
    public Optional<Requester> find(int county, UUID id) {
        return Wall.whole(() -> requesters.find(county, id));
    }

    /** Her code, computed again, for herself alone. */
    public String code(Requester requester) {
        return receipts.code(requester.id());
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
    public Contact contact(Actor actor, Matter matter, Requester requester, Stated why) {
        needKnow(actor, matter);
        var name = requester.name();
        var phone = requester.phone();
        return new Contact(
                name == null
                        ? ""
                        : vault.reveal(
                                actor, why, new Vault.Sealed(Receipts.NAME, requester.id(), name)),
                phone == null
                        ? ""
                        : vault.reveal(
                                actor,
                                why,
                                new Vault.Sealed(Receipts.PHONE, requester.id(), phone)));
    }

    /**
     * Whether staff may know who told a matter that they see.
     *
     * @throws Refused as {@link #contact}
     */
    public void needKnow(Actor actor, Matter matter) {
        if (!Scope.of(actor).contacts()) {
            throw new Refused(Refused.Kind.FORBIDDEN, "matter.refused.contacts");
        }
        boolean insider = matter.about().privacy().secret() && !mayKnow(actor, matter);
        if (insider) {
            throw new Refused(Refused.Kind.FORBIDDEN, "matter.refused.secret");
        }
    }

    /** Name and phone for the requester herself, who has shown her code; for nobody else. */
    @Transactional(readOnly = true)
    public Contact own(Requester requester) {
        var name = requester.name();
        var phone = requester.phone();
        return new Contact(
                name == null ? "" : vault.open(Receipts.NAME, requester.id(), name),
                phone == null ? "" : vault.open(Receipts.PHONE, requester.id(), phone));
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
