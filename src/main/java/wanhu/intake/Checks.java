package wanhu.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wanhu.base.Refused;
import wanhu.matter.Report;
import wanhu.vault.PersonName;
import wanhu.vault.Phone;

/** What is wrong with a draft, field by field. Pure. */
final class Checks {
    /** Fields that say what is added. */
    private static final Set<String> ADDED = Set.of("text", "when", "wish", "callBack");

    private Checks() {}

    static List<Fault> text(Draft draft) {
        var faults = new ArrayList<Fault>();
        if (draft.kindChosen().isEmpty()) {
            faults.add(Fault.of("kind-0", "intake.fault.kind"));
        }
        if (draft.text().isBlank()) {
            faults.add(Fault.of("text", "intake.fault.text"));
        }
        tooLong(faults, "text", draft.text(), Report.BODY_CHARACTERS_MAX);
        tooLong(faults, "title", draft.title(), Report.TITLE_CHARACTERS_MAX);
        tooLong(faults, "spot", draft.spot(), Report.PLACE_CHARACTERS_MAX);
        faults.addAll(contact(draft));
        return faults;
    }

    /**
     * The same for what staff write down; a caller who gives no phone is written down all the same.
     */
    static List<Fault> onBehalf(DeskForm form, Instant now) {
        var faults = new ArrayList<>(text(form.draft()));
        faults.removeIf(each -> each.word().equals("intake.fault.phone-missing"));
        if (form.draft().commandId().isEmpty()) {
            faults.add(Fault.of("text", "intake.fault.command"));
        }
        if (form.channelChosen().isEmpty()) {
            faults.add(Fault.of("channel-0", "intake.fault.channel"));
        }
        if (form.happenedAt(now).isEmpty()) {
            faults.add(Fault.of("happened", "intake.fault.happened"));
        }
        tooLong(faults, "when", form.call().when(), Call.CHARACTERS_MAX);
        tooLong(faults, "wish", form.call().wish(), Call.CHARACTERS_MAX);
        boolean wrong =
                form.call().promised()
                        && form.call().calledAt().filter(at -> at.isAfter(now)).isEmpty();
        if (wrong) {
            faults.add(Fault.of("callBack", "intake.fault.call-back"));
        }
        faults.addAll(act(form));
        return faults;
    }

    /** The same for what is added to a matter that is there: place and category are known. */
    static List<Fault> adding(DeskForm form, Instant now) {
        var faults = new ArrayList<Fault>();
        tooLong(faults, "text", form.draft().text(), MinePages.TEXT_CHARACTERS_MAX);
        onBehalf(form, now).stream()
                .filter(each -> ADDED.contains(each.field()))
                .forEach(faults::add);
        return faults;
    }

    private static List<Fault> act(DeskForm form) {
        boolean silent = form.answer().isEmpty();
        return switch (form.actChosen()) {
            case REGISTER -> List.of();
            case DISPATCH ->
                    form.call().unitChosen().isEmpty()
                            ? List.of(Fault.of("unit", "intake.fault.unit"))
                            : List.of();
            case ANSWER, SOLVED ->
                    silent ? List.of(Fault.of("answer", "intake.fault.answer")) : List.of();
            case DECLINE ->
                    form.reasonChosen().isEmpty()
                            ? List.of(Fault.of("reason", "intake.fault.reason"))
                            : List.of();
        };
    }

    /** Under 14 only a guardian can agree; without one no name and no phone is taken. */
    private static Optional<Fault> child(Draft draft) {
        boolean given = !draft.name().isEmpty() || !draft.phone().isEmpty();
        if (draft.care().guardian()) {
            return draft.phone().isEmpty()
                    ? Optional.of(Fault.of("phone", "intake.fault.guardian-phone"))
                    : Optional.empty();
        }
        return given
                ? Optional.of(Fault.of("guardian", "intake.fault.guardian"))
                : Optional.empty();
    }

    private static List<Fault> contact(Draft draft) {
        var faults = new ArrayList<Fault>();
        if (draft.care().child() && !(draft.anonymous() && draft.wrongdoing())) {
            child(draft).ifPresent(faults::add);
            if (!draft.care().guardian()) {
                return faults;
            }
        }
        var rule = draft.kindChosen().map(ContactRule::of).orElse(ContactRule.OPTIONAL);
        if (draft.anonymous() && rule == ContactRule.ANONYMOUS_ALLOWED) {
            return faults;
        }
        if (!draft.name().isEmpty() && !name(draft.name())) {
            faults.add(Fault.of("name", "intake.fault.name", PersonName.CHARACTERS_MAX));
        }
        if (!draft.phone().isEmpty() && Phone.find(draft.phone()).isEmpty()) {
            faults.add(Fault.of("phone", "intake.fault.phone"));
        }
        if (draft.phone().isEmpty() && rule == ContactRule.PHONE_NEEDED) {
            faults.add(Fault.of("phone", "intake.fault.phone-missing"));
        }
        return faults;
    }

    private static boolean name(String name) {
        try {
            PersonName.of(name);
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    private static void tooLong(List<Fault> faults, String field, String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            faults.add(Fault.of(field, "intake.fault.long", most, length));
        }
    }
}
