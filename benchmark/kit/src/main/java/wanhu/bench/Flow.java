package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;

/**
 * The life as a process of user tasks, the same for each engine. Its listener knows by the thread
 * which story it is in, so that no engine need ask the database for the next task, its group or its
 * deadline.
 */
public final class Flow {
    /** Key of the process. */
    public static final String KEY = "life";

    /** Rows of a list. */
    public static final int ROWS = 50;

    private static final ThreadLocal<Flow> NOW = new ThreadLocal<>();

    private final Story story;
    private String task = "";

    private Flow(Story story) {
        this.story = story;
    }

    /** The process with the names that an engine has for its extensions. */
    public static String model(String engine, Class<?> listener) {
        try (var stream = Flow.class.getResourceAsStream("life.bpmn")) {
            return new String(
                            Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{engine}", engine)
                    .replace("{listener}", listener.getName());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A new life begins in this thread. */
    public static Flow begin() {
        var flow = new Flow(Story.next());
        NOW.set(flow);
        return flow;
    }

    /** The life that this thread is in. */
    public static Flow now() {
        return NOW.get();
    }

    public Story story() {
        return story;
    }

    /** The task that waits now. */
    public String task() {
        return task;
    }

    /** Told by the listener: a task was made. */
    public void made(String id) {
        task = id;
    }

    /** Who may take that task. */
    public String group(String step) {
        return switch (step) {
            case "village" -> "v" + story.village();
            case "township", "check" -> "t" + story.township();
            case "department" -> "d" + story.department();
            default -> "resident";
        };
    }

    /** Until when it is due. */
    public Date due(String step) {
        int days = step.equals("township") ? 20 : step.equals("department") ? 3 : 5;
        return Date.from(Instant.now().plus(Duration.ofDays(days)));
    }

    /** The groups whose tasks a list shows. */
    public static List<String> groups(Side.Scope scope) {
        var groups = new ArrayList<String>();
        switch (scope) {
            case VILLAGE -> groups.add("v0");
            case TOWNSHIP -> {
                groups.add("t3");
                for (int village = 3; village < Story.VILLAGES; village += Story.TOWNSHIPS) {
                    groups.add("v" + village);
                }
            }
            case COUNTY -> {
                for (int each = 0; each < Story.VILLAGES; each++) {
                    groups.add("v" + each);
                }
                for (int each = 0; each < Story.TOWNSHIPS; each++) {
                    groups.add("t" + each);
                }
                for (int each = 0; each < Story.DEPARTMENTS; each++) {
                    groups.add("d" + each);
                }
            }
        }
        return groups;
    }
}
