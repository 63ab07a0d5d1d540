package wanhu.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.org.Level;
import wanhu.org.Unit;

/** One play of the invented lives: who acts next, and who waits for a meeting. */
final class DemoPlay {
    private static final Duration ARCHIVED_AFTER = Duration.ofDays(60);
    private static final Duration MONTH = Duration.ofDays(30);

    private final DemoLives doors;
    private final DemoQueue queue;
    private final Random random;

    /** Lives whose matter is not archived, by matter. */
    private final Map<UUID, DemoLife> all = new LinkedHashMap<>();

    private final Map<UUID, DemoLife> waiting = new LinkedHashMap<>();

    DemoPlay(DemoLives doors, DemoQueue queue, Random random) {
        this.doors = doors;
        this.queue = queue;
        this.random = random;
    }

    /** Enters all lives, and the rule that archives what has long been closed. */
    void enter(Instant end) {
        doors.lives(end, random).forEach(life -> queue.add(life.begin(), () -> act(life)));
        for (var at = queue.now().plus(ARCHIVED_AFTER); at.isBefore(end); at = at.plus(MONTH)) {
            queue.add(at, this::archive);
        }
        queue.add(end.minus(Duration.ofHours(1)), () -> doors.merge(random));
    }

    private void act(DemoLife life) {
        var gap = life.act(doors);
        all.putIfAbsent(life.id(), life);
        gap.ifPresent(after -> next(life, after));
    }

    /** What a life does next happens in office hours, or in the next meeting. */
    private void next(DemoLife life, Duration gap) {
        if (life.waits()) {
            waiting.put(life.id(), life);
        } else {
            queue.add(doors.officeHour(queue.now().plus(gap), random), () -> act(life));
        }
    }

    /** The matters that wait for a meeting. */
    List<Matter> waiting() {
        return waiting.values().stream().map(doors::find).toList();
    }

    /** The life of a matter, if it waits for a meeting. */
    Optional<DemoLife> waiting(UUID matter) {
        return Optional.ofNullable(waiting.get(matter));
    }

    /** A meeting has decided on a life, which goes on. */
    void decided(DemoLife life) {
        waiting.remove(life.id());
        life.decided().ifPresent(gap -> next(life, gap));
    }

    /** An unsolved matter of a kind that a department owns. */
    Optional<Matter> owned(Unit department) {
        var owners = doors.county().owners();
        return all.values().stream()
                .map(doors::find)
                .filter(matter -> matter.stage().unsolved())
                .filter(matter -> !matter.about().privacy().secret())
                .filter(matter -> department.name().equals(owners.get(matter.about().category())))
                .findFirst();
    }

    /** Matters that others work at and nobody has solved, at most that many, oldest first. */
    List<Matter> unsolved(int most) {
        return all.values().stream()
                .map(doors::find)
                .filter(matter -> matter.stage().unsolved())
                .filter(matter -> !matter.about().privacy().secret())
                .filter(matter ->
                        matter.parties().handlerOrHolder().level() != Level.COUNTY
                                || matter.parties().handler() != null)
                .limit(most)
                .toList();
    }

    /** By the rule: what has been closed for long goes to the archive. */
    private void archive() {
        var before = queue.now().minus(ARCHIVED_AFTER);
        for (DemoLife life : all.values().stream().filter(DemoLife::ended).toList()) {
            var matter = doors.find(life);
            var closed = matter.times().closed();
            boolean old = closed != null && closed.isBefore(before);
            if (old && matter.stage() == Stage.CLOSED) {
                doors.take(new By.Rule("archive"), matter, new Step.Archive());
            }
            if (old) {
                all.remove(life.id());
            }
        }
    }

    DemoLives doors() {
        return doors;
    }
}
