package wanhu.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for.
 *
 * @param quick the short form
 * @param parts what is measured, in this order
 * @param clients residents and clerks at work at the same time
 * @param rounds slots of each side
 * @param slotSeconds length of a slot
 * @param warmSeconds how long each side lives before anything counts
 * @param backlog open matters of the second half
 */
record Options(
        boolean quick,
        List<String> parts,
        int clients,
        int rounds,
        double slotSeconds,
        double warmSeconds,
        int backlog) {

    /** Says in one sentence what cannot be done. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** The first parts are those beside others; the short form has no time for more. */
    static final int BESIDE = 3;

    /** Reads them; {@link Unknown} when one is not known. */
    static Options of(List<String> arguments, List<String> known) {
        var parts = new ArrayList<String>();
        boolean quick = arguments.contains("--quick");
        var options =
                quick
                        ? new Options(true, known.subList(0, BESIDE), 4, 5, 1.5, 9, 20_000)
                        : new Options(false, known, 4, 7, 5, 60, 1_000_000);
        for (var left = new ArrayList<>(arguments); !left.isEmpty(); ) {
            var each = left.removeFirst();
            options =
                    switch (each) {
                        case "--quick" -> options;
                        case "--clients" -> options.withClients(number(each, left));
                        case "--rounds" -> options.withRounds(number(each, left));
                        case "--backlog" -> options.withBacklog(number(each, left));
                        case "--slot" -> options.withSlot(number(each, left));
                        case "--warm" -> options.withWarm(number(each, left));
                        default -> {
                            parts.add(part(each, known));
                            yield options;
                        }
                    };
        }
        return parts.isEmpty() ? options : options.withParts(parts);
    }

    private static String part(String name, List<String> known) {
        if (!known.contains(name)) {
            throw new Unknown(
                    "There is no part or option %s: ./bench --help lists what can be measured."
                            .formatted(name));
        }
        return name;
    }

    private static int number(String option, List<String> left) {
        return number(option, left.isEmpty() ? "" : left.removeFirst());
    }

    /** The value of an option that is a number. */
    static int number(String option, String value) {
        if (!value.matches("\\d{1,8}")) {
            throw new Unknown("The option %s needs a number.".formatted(option));
        }
        return Integer.parseInt(value);
    }

    private Options withParts(List<String> some) {
        return new Options(quick, List.copyOf(some), clients, rounds, slotSeconds, warmSeconds, backlog);
    }

    private Options withClients(int some) {
        return new Options(quick, parts, some, rounds, slotSeconds, warmSeconds, backlog);
    }

    private Options withRounds(int some) {
        return new Options(quick, parts, clients, some, slotSeconds, warmSeconds, backlog);
    }

    private Options withBacklog(int some) {
        return new Options(quick, parts, clients, rounds, slotSeconds, warmSeconds, some);
    }

    private Options withSlot(int seconds) {
        return new Options(quick, parts, clients, rounds, seconds, warmSeconds, backlog);
    }

    private Options withWarm(int seconds) {
        return new Options(quick, parts, clients, rounds, slotSeconds, seconds, backlog);
    }
}
