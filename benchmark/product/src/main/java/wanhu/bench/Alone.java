package wanhu.bench;

import java.util.List;

/** What only the product does, in a database of its own with a generated county. */
final class Alone {
    static final List<String> PARTS = List.of("search", "boards", "rounds", "spike", "import");

    /** Of ten matters one waits besides for a township's meeting, but so many at least. */
    private static final int WAITING_OF = 10;

    private static final int WAITING_LEAST = 3_000;

    private final Field field;
    private final Meter meter;
    private final Report report;

    Alone(Field field, Meter meter, Report report) {
        this.field = field;
        this.meter = meter;
        this.report = report;
    }

    void run() {
        Bench.say("Starting Wanhu alone ...");
        var parts = field.options().parts();
        try (var product = Contender.start(Contender.WANHU, field)) {
            var statements = new Statements(field, Contender.WANHU.database());
            product.ready();
            field.server().keep(Contender.WANHU.database());
            fill(product, parts.contains("rounds"));
            var probe = new Probe(product, meter);
            for (var part : PARTS) {
                if (parts.contains(part)) {
                    statements.forget();
                    measure(part, probe);
                    report.dearest(part, statements.dearest());
                }
            }
        }
    }

    private void measure(String part, Probe probe) {
        switch (part) {
            case "search" -> new SearchPart(field, probe, report).run();
            case "boards" -> new BoardsPart(field, probe, report).run();
            case "rounds" -> new RoundsPart(probe, report).run();
            case "spike" -> new SpikePart(field, probe, report).run();
            case "import" -> new ImportPart(field, probe, report).run();
            default -> throw new IllegalArgumentException(part);
        }
    }

    private void fill(Contender product, boolean rounds) {
        int matters = field.options().backlog();
        int waiting = rounds ? Math.max(WAITING_LEAST, matters / WAITING_OF) : 0;
        var made = product.ask("generate " + matters + " " + waiting);
        for (var table :
                List.of("matter.matter", "matter.words", "matter.step", "matter.requester", "promise.clock")) {
            field.run(Contender.WANHU.database(), "vacuum analyze " + table);
        }
        field.run(Contender.WANHU.database(), "checkpoint");
        Bench.say(
                "  %,d matters and %,d that wait, %,.0f rows in %.0f s"
                        .formatted(matters, waiting, made.get("rows"), made.get("seconds")));
    }
}
