package wanhu.intake;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Words;
import wanhu.callback.Calls;
import wanhu.knowledge.Citations;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.ContactSearch;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.vault.PrivacyNotices;

/** Registers for residents, and does at once what can be done at once. */
@Service
class Registering {
    /** Likeness from which a duplicate is shown once before a new matter is made. */
    private static final double SHOWN_ONCE_LIKENESS = 0.3;

    private final Places places;
    private final Topics topics;
    private final Alikes alikes;
    private final Doors doors;
    private final Units units;
    private final Citations citations;
    private final Calls calls;
    private final Words words;
    private final PrivacyNotices notices;
    private final Clock clock;

    Registering(
            Places places,
            Topics topics,
            Alikes alikes,
            Doors doors,
            Units units,
            Citations citations,
            Calls calls,
            Words words,
            PrivacyNotices notices,
            Clock clock) {
        this.notices = notices;
        this.places = places;
        this.topics = topics;
        this.alikes = alikes;
        this.doors = doors;
        this.units = units;
        this.citations = citations;
        this.calls = calls;
        this.words = words;
        this.clock = clock;
    }

    /** Whether the post registers for residents. */
    static boolean may(Actor actor) {
        return actor.is(
                Role.PHONE_DESK,
                Role.VILLAGE_CLERK,
                Role.GRID_WORKER,
                Role.TOWNSHIP_CLERK,
                Role.COUNTY_CLERK);
    }

    /** Whether the post may send it on at once. */
    static boolean dispatches(Actor actor) {
        return actor.is(Role.PHONE_DESK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK);
    }

    DeskPage page(Actor actor, DeskForm form, List<Fault> faults, Locale locale) {
        return new DeskPage(
                form,
                places.of(actor),
                places.accusable(actor.county()),
                topics.leaves(actor.county(), locale),
                dispatches(actor) ? places.handlers(actor) : List.of(),
                actor.is(Role.PHONE_DESK) ? Channel.PHONE : Channel.COUNTER,
                ContactSearch.may(actor),
                faults,
                alike(actor, form),
                notices.now());
    }

    /** What may be the same as far as it is typed; nothing before there is a place and a text. */
    AlikePage alike(Actor actor, DeskForm form) {
        var draft = form.draft();
        var text = draft.title() + " " + draft.spot() + " " + draft.text();
        var place = places.find(draft.place()).filter(Places.Place::near);
        if (text.isBlank() || place.isEmpty()) {
            return new AlikePage(List.of());
        }
        return new AlikePage(alikes.forStaff(actor, place.get(), draft.category(), text));
    }

    /** Whether something very like it has not been looked at yet. */
    boolean unseen(Actor actor, DeskForm form) {
        return !form.seen()
                && form.into().isEmpty()
                && alike(actor, form).found().stream()
                        .anyMatch(each -> each.likeness() >= SHOWN_ONCE_LIKENESS);
    }

    List<Fault> faults(Actor actor, DeskForm form) {
        var draft = form.draft();
        var faults = new ArrayList<>(Checks.onBehalf(form, clock.instant()));
        var place = places.of(actor, draft.place());
        if (place.isEmpty()) {
            faults.add(Fault.of("place", "intake.refused.place"));
        }
        boolean own =
                draft.wrongdoing()
                        && place.filter(each ->
                                        each.accused(draft.complainedOf())
                                                .path()
                                                .contains(actor.path()))
                                .isPresent();
        if (own) {
            faults.add(Fault.of("complainedOf", "intake.fault.complained-own"));
        }
        if (!topics.known(actor.county(), draft.category())) {
            faults.add(Fault.of("category", "intake.fault.category"));
        }
        return faults;
    }

    /** What the same command led to before; the rest of what was sent is not read again. */
    Optional<Receipt> given(Actor actor, DeskForm form) {
        return form.draft()
                .commandId()
                .flatMap(each -> doors.reports().given(actor.county(), each));
    }

    /**
     * Registers, or joins her to a matter, and does at once what was chosen; the same command twice
     * does it once.
     */
    @Transactional
    Receipt send(Actor actor, DeskForm form, Locale locale) {
        var command = form.draft().commandId().orElseThrow();
        if (!form.into().isEmpty()) {
            var into = doors.matters().get(actor, id(form.into()));
            var joined = doors.reports().join(actor, command, into, Drafts.contact(form.draft()));
            afterwards(actor, form, joined.matter());
            return joined;
        }
        var receipt = doors.reports().report(actor, report(actor, form, locale));
        for (Step step : steps(form, actor, locale)) {
            take(actor, receipt, new Numbered(command, step));
        }
        afterwards(actor, form, receipt.matter());
        return receipt;
    }

    /** On which articles the answer rests, and when she is called back. */
    void afterwards(Actor actor, DeskForm form, UUID id) {
        var matter = doors.matters().get(actor.county(), id);
        var command = form.draft().commandId().orElseThrow();
        form.call().cited().forEach(each -> citations.cite(actor, matter, each));
        form.call().calledAt().ifPresent(each -> calls.promise(actor, matter, each, command));
    }

    /** What she said, with the time and the wish as lines of their own. */
    Draft told(DeskForm form, int county, Locale locale) {
        var call = form.call();
        var lines = new ArrayList<String>(List.of(form.draft().text()));
        if (!call.when().isEmpty()) {
            lines.add(words.text(county, locale, "intake.five.when.line", call.when()));
        }
        if (!call.wish().isEmpty()) {
            lines.add(words.text(county, locale, "intake.five.wish.line", call.wish()));
        }
        return lines.size() == 1 ? form.draft() : form.draft().saying(String.join("\n", lines));
    }

    private Report report(Actor actor, DeskForm form, Locale locale) {
        var draft = told(form, actor.county(), locale);
        var place =
                places.of(actor, draft.place())
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.INVALID, "intake.refused.place"));
        boolean own = form.own() || form.actChosen() != DeskForm.Act.REGISTER;
        return new Report(
                place.county(),
                draft.commandId().orElseThrow(),
                Drafts.content(draft, form.channelChosen().orElseThrow()),
                place.unit().id(),
                draft.spot(),
                own ? actor.unit() : null,
                Drafts.contact(draft),
                form.happenedAt(clock.instant()).orElseThrow(),
                Drafts.complainedOf(draft, place));
    }

    private List<Step> steps(DeskForm form, Actor actor, Locale locale) {
        return switch (form.actChosen()) {
            case REGISTER -> List.of();
            case DISPATCH -> List.of(new Step.Admit(null), dispatch(form, actor));
            case ANSWER -> List.of(new Step.AnswerAtOnce(form.answer()));
            case SOLVED ->
                    List.of(
                            new Step.TakeOn(""),
                            new Step.Contact(true, ""),
                            new Step.Reply(Reason.Result.SOLVED, form.answer(), "", ""));
            case DECLINE -> List.of(decline(form, actor.county(), locale));
        };
    }

    private Step dispatch(DeskForm form, Actor actor) {
        Refused.unless(Refused.Kind.FORBIDDEN, dispatches(actor), "intake.refused.dispatch");
        var tree = units.tree(actor.county());
        var unit =
                form.call()
                        .unitChosen()
                        .flatMap(tree::find)
                        .filter(Unit::live)
                        .filter(each -> each.county() == actor.county())
                        .orElseThrow(() -> new Refused(Refused.Kind.INVALID, "intake.fault.unit"));
        return new Step.Dispatch(Hold.of(tree, unit.id()), List.of(), null, null, "");
    }

    private Step decline(DeskForm form, int county, Locale locale) {
        var reason = form.reasonChosen().orElseThrow();
        var told =
                form.answer().isEmpty()
                        ? words.text(county, locale, "life.decline." + reason + ".told")
                        : form.answer();
        return new Step.Decline(reason, told);
    }

    private record Numbered(UUID command, Step step) {
        /**
         * A command of its own for each step, that follows from the form's: sent twice, done once.
         */
        UUID own() {
            var name = command + step.name();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void take(Actor actor, Receipt receipt, Numbered step) {
        var taking =
                new Taking(
                        actor.county(),
                        receipt.matter(),
                        Taking.ANY_VERSION,
                        step.own(),
                        step.step(),
                        null,
                        null);
        doors.matters().take(new By.Staff(actor), taking);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Refused(Refused.Kind.INVALID, "intake.refused.join");
        }
    }
}
