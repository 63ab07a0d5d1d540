package wanhu.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import wanhu.Shared;

/**
 * What is learned from four fifths of thousands of real messages to officials, asked about the
 * fifth. The messages belong to others and aren't part of the repository; nor is anything learned
 * from them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealMessagesTest {
    private static final double MILLIS_MAX = 5;
    private static final Machine.Form NOTHING =
            new Machine.Form(
                    List.of(), new Known(new int[0], new float[0]), new byte[0][], new float[0], 1);

    private List<Example> asked = List.of();
    private Machine machine = new Machine(NOTHING);

    @BeforeEach
    void learn() throws IOException {
        var file = Shared.file("messages/labelled_segmented_train.tsv");
        if (!asked.isEmpty()) {
            return;
        }
        var examples =
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.split("\t", 2))
                        .map(cells ->
                                new Example(cells[0], Plain.of(cells[1].replace(" ", "")), false))
                        .toList();
        asked = examples.stream().filter(Example::held).toList();
        var learned = examples.stream().filter(each -> !each.held()).toList();
        machine = new School(() -> false).learn(learned);
        System.out.printf(
                "learned from %d messages, asked about %d%n", learned.size(), asked.size());
    }

    private List<String> ranked(String text) {
        return machine.guesses(text).stream().map(Guess::label).toList();
    }

    @Test
    void findsTheCategoryOfMessagesThatItHasNotSeen() {
        var exam = Exam.of(asked, this::ranked);
        System.out.printf(
                Locale.ROOT,
                "accuracy %.4f, macro-F1 %.4f, within two %.4f%n",
                exam.accuracy(),
                exam.macroF1(),
                exam.withinTwo());
        exam.labels().forEach((label, mark) -> System.out.printf("%s %s%n", label, mark));

        assertThat(exam.macroF1()).isGreaterThanOrEqualTo(0.90);
        assertThat(exam.withinTwo()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void answersInLessThanFiveMilliseconds() {
        asked.forEach(each -> machine.guesses(each.text()));
        long start = cpu();
        asked.forEach(each -> machine.guesses(each.text()));
        double millis = (cpu() - start) / 1e6 / asked.size();
        System.out.printf(Locale.ROOT, "%.3f ms a message%n", millis);

        assertThat(millis).isLessThan(MILLIS_MAX);
    }

    /** Time of this thread alone; tests share a machine. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void aShareIsAboutHowOftenItIsRight() {
        var sharp = machine.sharpened(Sharpness.of(machine, asked));
        var sure =
                asked.stream()
                        .filter(each -> sharp.guesses(each.text()).getFirst().share() > 0.9)
                        .toList();
        System.out.printf("sharpness %s, sure of %d%n", sharp.form().sharpness(), sure.size());

        assertThat(Exam.of(sure, this::ranked).accuracy()).isGreaterThan(0.95);
    }
}
