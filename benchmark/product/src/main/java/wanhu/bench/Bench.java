package wanhu.bench;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** The command: measures the parts that were asked for, and writes down what was found. */
public final class Bench {
    private static final List<String> PARTS = 
            List.of("life", "http", "lists", "search", "boards", "rounds", "spike", "import", "country");

    private static final List<String> BESIDE = PARTS.subList(0, Options.BESIDE);

    private Bench() {}

    /** Ends with 0 when all was measured, and 2 with a sentence when that cannot be. */
    public static void main(String[] arguments) throws SQLException {
        try {
            if (arguments.length > 0 && arguments[0].equals("generate")) {
                Generate.run(List.of(arguments).subList(1, arguments.length));
                return;
            }
            var options = Options.of(List.of(arguments), PARTS);
            try (var field = Field.open(options);
                    var meter = new Meter(field)) {
                var report = new Report(field, meter);
                measure(field, meter, report);
                report.write();
            }
        } catch (Options.Unknown unknown) {
            System.err.println(unknown.getMessage());
            System.exit(2);
        }
    }

    private static void measure(Field field, Meter meter, Report report) throws SQLException {
        var parts = field.options().parts();
        if (!Collections.disjoint(BESIDE, parts)) {
            beside(field, meter, report);
        }
        if (!Collections.disjoint(Alone.PARTS, parts)) {
            new Alone(field, meter, report).run();
        }
        if (parts.contains("country")) {
            new CountryPart(field, meter, report).run();
        }
    }

    /** What the four programs do in turn. */
    private static void beside(Field field, Meter meter, Report report) throws SQLException {
        var parts = field.options().parts();
        say("Starting the floor, Wanhu, Flowable and Camunda ...");
        try (var crowd = new Crowd(field)) {
            report.starts(crowd.starts());
            if (parts.contains("life")) {
                new LifePart(field, crowd, meter, report).run();
            }
            if (parts.contains("http")) {
                new HttpPart(field, crowd, meter, report).run();
            }
            if (parts.contains("lists")) {
                new ListsPart(field, crowd, meter, report).run();
            }
        }
    }

    /** Says how far it is. */
    static void say(String line) {
        System.out.println(line);
    }
}
