package wanhu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import wanhu.base.CannotStart;

/** Turns the options of {@code ./run} into settings. */
final class Options {
    private static final int PORT_MAX = 65_535;
    private static final String VERIFY = "--wanhu.verify-audit=true";

    private static final String RECOVER = "--wanhu.recover-account=";

    /** A start that only does an errand serves nobody and lets nothing happen. */
    private static final List<String> QUIET =
            List.of("--wanhu.port=0", "--server.address=127.0.0.1", "--wanhu.ticks=false");

    private Options() {}

    /**
     * Settings as Spring Boot reads them from a command line. An option that starts with {@code
     * --wanhu.}, {@code --spring.}, {@code --server.} or {@code --logging.} passes as it is.
     *
     * @throws CannotStart when an option is unknown or lacks its value
     */
    static String[] settings(String... options) {
        var left = new ArrayDeque<>(Arrays.asList(options));
        var settings = new ArrayList<String>();
        while (!left.isEmpty()) {
            settings.add(setting(left.removeFirst(), left));
        }
        if (settings.contains(VERIFY)
                || settings.stream().anyMatch(each -> each.startsWith(RECOVER))) {
            settings.addAll(QUIET);
        }
        return settings.toArray(String[]::new);
    }

    private static String setting(String option, Deque<String> left) {
        return switch (option) {
            case "--demo" -> "--wanhu.demo=true";
            case "--port" -> "--wanhu.port=" + port(value(option, left));
            case "--verify-audit" -> VERIFY;
            case "--recover-account" -> RECOVER + value(option, left);
            case "--data" -> "--wanhu.data=" + value(option, left);
            case "--archive" -> "--wanhu.archive=" + value(option, left);
            case "--database-url" -> "--wanhu.database-url=" + value(option, left);
            default -> passed(option);
        };
    }

    private static String passed(String option) {
        if (List.of("--wanhu.", "--spring.", "--server.", "--logging.").stream()
                .anyMatch(option::startsWith)) {
            return option;
        }
        throw new CannotStart("There is no option " + option + ": ./run --help lists them.");
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty() || left.getFirst().startsWith("--")) {
            throw new CannotStart(
                    "The option " + option + " needs a value: ./run --help shows which.");
        }
        return left.removeFirst();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > PORT_MAX) {
            throw new CannotStart("The port must be a number from 0 to 65535, not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
