package wanhu.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.law.Rule;
import wanhu.shell.Choice;
import wanhu.shell.Link;
import wanhu.shell.Screen;
import wanhu.suggest.Offer;

/**
 * The form of a step as a page shows it.
 *
 * @param version the version of the matter on which the step is taken
 * @param command made once a form, so that the same form sent twice acts once
 * @param typed what was typed before
 * @param faults what is wrong, by field
 * @param units units to choose from
 * @param phrases what the unit often writes
 * @param hints the rule that holds when a field stays empty
 * @param categories what can be chosen where a category is asked
 * @param offer what is suggested for one of the fields; a person chooses
 * @param duties items of the duty lists to choose from; null when the step asks for none
 */
record StepView(
        StepForm form,
        int version,
        UUID command,
        Typed typed,
        Map<String, StepCheck.Fault> faults,
        List<Choice> units,
        List<Choice> anyUnits,
        List<String> phrases,
        Map<String, Rule> hints,
        CategoryNames categories,
        Offer offer,
        @Nullable DutyPick duties) {
    private static final int CO_HANDLERS_SHOWN = 3;

    /** What is asked beside the item of the duty lists, which has a place of its own. */
    List<StepInput> fields() {
        return form.inputs().stream().filter(input -> !input.equals(StepForm.DUTY)).toList();
    }

    String step() {
        return form.step();
    }

    /** Name of a field in the form, unique on the page. */
    String name(StepInput input) {
        return form.step() + "-" + input.name();
    }

    String value(StepInput input) {
        return typed.first(input.name());
    }

    @Nullable String hint(Screen screen, StepInput input) {
        var rule = hints.get(input.name());
        if (rule != null) {
            var term = rule.term();
            var length = screen.t("workbench.term." + term.unit().sign() + ".text", term.amount());
            return screen.t("workbench.hint.term", length, rule.citation(screen.locale()));
        }
        var word = "workbench.hint." + form.step() + "." + input.name();
        return screen.has(word) ? screen.t(word) : null;
    }

    /** Whether the suggestions are for this field. */
    boolean offered(StepInput input) {
        return !offer.empty() && offer.field().equals("f-" + name(input));
    }

    @Nullable String error(Screen screen, StepInput input) {
        var fault = faults.get(input.name());
        return fault == null ? null : screen.t(fault.word(), fault.arguments().toArray());
    }

    /** The faults as links to their fields. */
    List<Link> faultLinks(Screen screen) {
        return form.inputs().stream()
                .filter(input -> faults.containsKey(input.name()))
                .map(input ->
                        new Link(
                                label(screen, input) + "：" + error(screen, input),
                                "#f-" + name(input)))
                .toList();
    }

    /** What a field is called: of this step, else of all steps. */
    String label(Screen screen, StepInput input) {
        return screen.t("workbench.field." + input.name());
    }

    List<Choice> options(Screen screen, StepInput input) {
        return input.options().stream()
                .map(option -> new Choice(option, screen.t(input.words() + option)))
                .toList();
    }

    List<Choice> yesNo(Screen screen, StepInput input) {
        var words = "workbench.field." + input.name() + ".";
        return List.of(
                new Choice("yes", screen.t(words + "yes")),
                new Choice("no", screen.t(words + "no")));
    }

    List<Choice> termUnits(Screen screen) {
        return List.of("wd", "d", "h").stream()
                .map(unit -> new Choice(unit, screen.t("workbench.term." + unit)))
                .toList();
    }

    /** The rows for co-handlers: those typed, and some empty ones. */
    List<Integer> rows(StepInput input) {
        var rows = new ArrayList<Integer>();
        int wanted = Math.max(CO_HANDLERS_SHOWN, typed.times(input.name()));
        for (int at = 0; at < Math.min(wanted, Answers.CO_HANDLERS_MAX); at++) {
            rows.add(at);
        }
        return rows;
    }

    /** The field into which a phrase is put: the first that holds sentences. */
    @Nullable String phraseTarget() {
        return form.inputs().stream()
                .filter(input -> input.type() == StepInput.Type.AREA)
                .findFirst()
                .map(this::name)
                .orElse(null);
    }
}
