package wanhu.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.calendar.Lateness;
import wanhu.life.Stage;
import wanhu.shell.Screen;

/**
 * A project as staff sees it.
 *
 * @param with names of the units that help
 * @param proposer name of the unit that wrote it down
 * @param events the history, newest first
 * @param led the matters that led to it and that one may see
 * @param hidden how many others led to it
 * @param allowed names of the acts that one may take now
 * @param form what was typed
 * @param refused why it was refused
 * @param now the instant of the page
 */
record ProjectPage(
        Row row,
        String with,
        String proposer,
        List<Event> events,
        List<Led> led,
        int hidden,
        Opinions opinions,
        Set<String> allowed,
        ActForm form,
        @Nullable Refused refused,
        Instant now) {

    /** A matter that led to it. */
    record Led(String number, String title, Stage stage) {}

    /** What people say: those who asked for it, and those who were asked. */
    record Opinions(Opinion requesters, Opinion check) {}

    Project project() {
        return row.project();
    }

    boolean may(String act) {
        return allowed.contains(act);
    }

    Lateness lateness(Milestone milestone) {
        return Behind.of(milestone.due(), milestone.done(), now);
    }

    /** The entries of progress, newest first. */
    List<Event> entries() {
        return events.stream().filter(each -> each.act().equals("Report")).toList();
    }

    String fault(Screen screen) {
        return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
    }
}
