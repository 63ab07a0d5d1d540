package wanhu.suggest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import wanhu.life.By;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.MatterMoved;
import wanhu.matter.MatterReported;
import wanhu.suggest.Suggestions.Work;

/**
 * Writes down what people chose where something was suggested, so that what was wrong is learned
 * from. Who chose is not written: the figures are those of the suggestions.
 */
@Component
class Choices {
    private static final String UNSORTED = "other";

    private final Suggestions suggestions;
    private final ChoiceStore store;
    private final Machines machines;

    Choices(Suggestions suggestions, ChoiceStore store, Machines machines) {
        this.suggestions = suggestions;
        this.store = store;
        this.machines = machines;
    }

    /** A member of staff registered it, and saw the suggestions while she wrote. */
    @EventListener
    void hear(MatterReported fact) {
        var about = fact.matter().about();
        boolean staff =
                switch (about.channel()) {
                    case PHONE, COUNTER, VISIT, MEETING -> true;
                    case WEB, IMPORT, API -> false;
                };
        if (staff && !about.category().equals(UNSORTED)) {
            category(fact.matter(), about.category(), fact.at());
        }
    }

    /** A person sorted it or sent it to somebody. */
    @EventListener
    void hear(MatterMoved fact) {
        if (!(fact.by() instanceof By.Staff)) {
            return;
        }
        if (fact.step() instanceof Step.Sort sort
                && !sort.to().category().equals(sort.from().category())) {
            category(fact.after(), sort.to().category(), fact.at());
        }
        if (fact.step() instanceof Step.Dispatch dispatch) {
            unit(fact.before(), dispatch.to().unit(), fact.at());
        }
    }

    private void category(Matter matter, String chosen, Instant at) {
        if (open(matter)) {
            var suggested = suggestions.categories(matter.county(), text(matter));
            record(matter, new Chosen(Subject.CATEGORY, values(suggested), chosen), at);
        }
    }

    private void unit(Matter matter, UUID chosen, Instant at) {
        if (open(matter)) {
            var about = matter.about();
            var work = new Work(matter.county(), about.category(), text(matter), about.placeUnit());
            var suggested = suggestions.units(work);
            record(matter, new Chosen(Subject.UNIT, values(suggested), chosen.toString()), at);
        }
    }

    /** What is secret is not learned from, so nothing is kept of it either. */
    private static boolean open(Matter matter) {
        var about = matter.about();
        return about.kind() != Kind.REPORT && !about.privacy().secret();
    }

    private static String text(Matter matter) {
        return matter.about().title() + "\n" + matter.about().body();
    }

    private static List<String> values(List<Suggested> suggested) {
        return suggested.stream().map(Suggested::value).toList();
    }

    private record Chosen(Subject subject, List<String> suggested, String chosen) {}

    private void record(Matter matter, Chosen choice, Instant at) {
        if (choice.suggested().isEmpty()) {
            return;
        }
        int version =
                machines.find(matter.county(), choice.subject())
                        .map(ModelStore.Kept::version)
                        .orElse(0);
        store.insert(
                new ChoiceStore.Choice(
                        matter.county(),
                        matter.id(),
                        choice.subject(),
                        version,
                        choice.suggested().getFirst(),
                        choice.chosen(),
                        choice.suggested().indexOf(choice.chosen()) + 1,
                        at));
    }
}
