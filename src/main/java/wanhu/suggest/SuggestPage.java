package wanhu.suggest;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wanhu.org.Level;
import wanhu.shell.Screen;

/**
 * Page of the figures.
 *
 * @param closed matters from which could be learned now
 * @param asked whether somebody waits for a lesson
 * @param busy whether one is going on
 */
record SuggestPage(List<Section> sections, int closed, boolean asked, boolean busy) {

    int least() {
        return Teacher.MATTERS_MIN;
    }

    /**
     * What a label is called.
     *
     * @param level of the unit of the place; null when the name is all
     */
    record Named(@Nullable Level level, String name) {
        String text(Screen screen) {
            return level == null ? name : (screen.t(SuggestPages.word(level)) + " " + name).strip();
        }
    }

    /** What was often chosen instead of what was suggested. */
    record Pair(String suggested, String chosen, int times) {}

    /** Figures of a label in the last exam. */
    record Row(String label, Exam.Mark mark) {}

    /**
     * One of the subjects.
     *
     * @param models its versions, the last first
     */
    record Section(
            Subject subject,
            List<Model> models,
            ChoiceStore.Use use,
            List<Pair> pairs,
            Function<String, Named> names) {

        /** The version in use, or the last one when none is; null before there is one. */
        @Nullable Model shown() {
            return models.stream()
                    .filter(Model::used)
                    .findFirst()
                    .orElse(models.isEmpty() ? null : models.getFirst());
        }

        /** Its labels, those with most texts first. */
        List<Row> rows() {
            var model = shown();
            return model == null
                    ? List.of()
                    : model.exam().labels().entrySet().stream()
                            .sorted(
                                    Comparator.comparingInt((Map.Entry<String, Exam.Mark> each) ->
                                                    -each.getValue().texts())
                                            .thenComparing(Map.Entry::getKey))
                            .map(each -> new Row(each.getKey(), each.getValue()))
                            .toList();
        }

        String name(Screen screen, String label) {
            return label.isEmpty() ? "–" : names.apply(label).text(screen);
        }
    }
}
