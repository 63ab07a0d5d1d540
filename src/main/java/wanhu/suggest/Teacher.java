package wanhu.suggest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Ids;
import wanhu.base.Stopping;
import wanhu.category.Categories;
import wanhu.matter.ClosedMatters;
import wanhu.matter.ClosedMatters.Lesson;
import wanhu.org.Units;

/**
 * Learns from a county's closed matters, bounded in memory and time: reads the latest, takes
 * personal data out, holds a fifth out, learns from the others, asks about the fifth, and then
 * learns from all.
 */
@Component
class Teacher {
    /** Most matters that are learned from, the latest; with their pieces some 120 MB. */
    static final int MATTERS_MAX = 20_000;

    /** From so many matters on a county learns. */
    static final int MATTERS_MIN = 60;

    /** Of so many that were held out one can tell how good it is. */
    static final int ASKED_MIN = 15;

    /** How long a lesson may take. */
    static final Duration LESSON_MAX = Duration.ofMinutes(5);

    /** Code of the category of what nobody has sorted. */
    private static final String UNSORTED = "other";

    private static final String METHOD = "characters 1-3, tf-idf, linear svm, 1";

    private final ClosedMatters matters;
    private final Categories categories;
    private final Units units;
    private final Keywords keywords;
    private final ChoiceStore choices;
    private final ModelStore models;
    private final Machines machines;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Teacher(
            ClosedMatters matters,
            Categories categories,
            Units units,
            Keywords keywords,
            ChoiceStore choices,
            ModelStore models,
            Machines machines,
            TransactionTemplate transaction,
            Clock clock) {
        this.matters = matters;
        this.categories = categories;
        this.units = units;
        this.keywords = keywords;
        this.choices = choices;
        this.models = models;
        this.machines = machines;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Learns both subjects of a county; answers from how many matters. */
    int learn(int county) {
        long until = System.nanoTime() + LESSON_MAX.toNanos();
        BooleanSupplier stop = () -> System.nanoTime() > until || Stopping.begun();
        var lessons = new ArrayList<Lesson>();
        matters.each(county, MATTERS_MAX, lesson -> lessons.add(plain(lesson)));
        for (Subject subject : Subject.values()) {
            learn(county, subject, lessons, stop);
        }
        machines.forget(county);
        return lessons.size();
    }

    private static Lesson plain(Lesson lesson) {
        int most = Math.min(lesson.text().length(), Pieces.TEXT_CHARACTERS_MAX);
        return new Lesson(
                lesson.id(),
                lesson.category(),
                Plain.of(lesson.text().substring(0, most)),
                lesson.handler(),
                lesson.reported());
    }

    private void learn(int county, Subject subject, List<Lesson> closed, BooleanSupplier stop) {
        long start = System.nanoTime();
        var corrected = choices.corrected(county, subject);
        var lessons = withCorrected(county, closed, corrected);
        var examples = School.learnable(examples(county, subject, lessons, corrected));
        long labels = examples.stream().map(Example::label).distinct().count();
        if (examples.size() < MATTERS_MIN || labels < 2) {
            return;
        }
        var school = new School(stop);
        var asked = examples.stream().filter(Example::held).toList();
        var first = school.learn(examples.stream().filter(each -> !each.held()).toList());
        var exam = Exam.of(asked, ranked(first));
        float sharpness = Sharpness.of(first, asked);
        var machine = school.learn(examples).sharpened(sharpness);
        if (stop.getAsBoolean()) {
            return;
        }
        var source = source(examples, lessons);
        int millis = (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
        keep(
                new Learned(
                        county, subject, exam, unlearned(county, subject, asked), source, millis),
                machine);
    }

    /** What came out of a lesson. */
    private record Learned(
            int county,
            Subject subject,
            Exam exam,
            double words,
            Model.Source source,
            int millis) {}

    private void keep(Learned learned, Machine machine) {
        transaction.executeWithoutResult(_ -> {
            var model =
                    new Model(
                            learned.county(),
                            Ids.next(),
                            learned.subject(),
                            models.next(learned.county(), learned.subject()),
                            METHOD,
                            clock.instant(),
                            learned.millis(),
                            learned.source(),
                            learned.exam(),
                            learned.words(),
                            good(learned));
            models.insert(model, FormFile.write(machine.form()));
        });
    }

    /** Whether it was asked enough to be believed, and is better than who has learned nothing. */
    private static boolean good(Learned learned) {
        return learned.exam().asked() >= ASKED_MIN && learned.exam().macroF1() > learned.words();
    }

    /** Closed ones and those that somebody put right and that are still open. */
    private List<Lesson> withCorrected(int county, List<Lesson> closed, Set<UUID> corrected) {
        var known = new java.util.HashSet<UUID>();
        closed.forEach(each -> known.add(each.id()));
        var open = corrected.stream().filter(each -> !known.contains(each)).toList();
        var all = new ArrayList<>(closed);
        matters.list(county, open).forEach(each -> all.add(plain(each)));
        return all;
    }

    private List<Example> examples(
            int county, Subject subject, List<Lesson> lessons, Set<UUID> corrected) {
        var handlers = new Handlers(units.tree(county));
        var examples = new ArrayList<Example>();
        for (Lesson lesson : lessons) {
            boolean counts = corrected.contains(lesson.id());
            label(county, subject, lesson, handlers)
                    .ifPresent(label ->
                            examples.add(
                                    new Example(label, text(county, subject, lesson), counts)));
        }
        return examples;
    }

    private Optional<String> label(int county, Subject subject, Lesson lesson, Handlers handlers) {
        return switch (subject) {
            case CATEGORY ->
                    Optional.of(lesson.category())
                            .filter(code -> !code.equals(UNSORTED))
                            .filter(code -> categories.find(county, code).isPresent());
            case UNIT -> handlers.label(lesson.handler());
        };
    }

    private String text(int county, Subject subject, Lesson lesson) {
        return switch (subject) {
            case CATEGORY -> lesson.text();
            case UNIT ->
                    Suggestions.told(categories.find(county, lesson.category()), lesson.text());
        };
    }

    private static Function<String, List<String>> ranked(Machine machine) {
        return text -> machine.guesses(text).stream().map(Guess::label).toList();
    }

    /** How well one does who has learned nothing: by the words, or by naming the usual unit. */
    private double unlearned(int county, Subject subject, List<Example> asked) {
        var usual = usual(asked);
        return Exam.of(
                        asked,
                        text ->
                                switch (subject) {
                                    case CATEGORY ->
                                            keywords.suggest(county, text).stream()
                                                    .map(Suggested::value)
                                                    .toList();
                                    case UNIT -> usual;
                                })
                .macroF1();
    }

    /** The most frequent label, alone. */
    private static List<String> usual(List<Example> asked) {
        return asked.stream()
                .collect(Collectors.groupingBy(Example::label, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(each -> List.of(each.getKey()))
                .orElse(List.of());
    }

    private static Model.Source source(List<Example> examples, List<Lesson> lessons) {
        int corrected = (int) examples.stream().filter(Example::corrected).count();
        var times = lessons.stream().map(Lesson::reported).sorted().toList();
        Instant first = times.getFirst();
        return new Model.Source(examples.size(), corrected, first, times.getLast());
    }
}
