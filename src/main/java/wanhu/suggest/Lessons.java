package wanhu.suggest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.matter.ClosedMatters;
import wanhu.org.Units;

/**
 * Has counties learn in the background, one after the other, on a thread of its own: once a day
 * when there is something new, and when somebody wishes it. Never in a request.
 */
@Component
public class Lessons implements DisposableBean {
    private final Units units;
    private final ClosedMatters matters;
    private final LessonStore store;
    private final ChoiceStore choices;
    private final Teacher teacher;
    private final Clock clock;
    private final Audit audit;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("lessons").factory());

    private @Nullable Future<?> running;

    Lessons(
            Units units,
            ClosedMatters matters,
            LessonStore store,
            ChoiceStore choices,
            Teacher teacher,
            Clock clock,
            Audit audit) {
        this.units = units;
        this.matters = matters;
        this.store = store;
        this.choices = choices;
        this.teacher = teacher;
        this.clock = clock;
        this.audit = audit;
    }

    /** Looks which counties are to learn; may come late or twice. */
    @Scheduled(
            fixedDelayString = "${wanhu.lessons:PT5M}",
            initialDelayString = "${wanhu.lessons:PT1M}")
    public synchronized void run() {
        if (running == null || running.isDone()) {
            running =
                    thread.submit(
                            () -> units.counties().stream().filter(this::due).forEach(this::learn));
        }
    }

    private boolean due(int county) {
        var now = clock.instant();
        var standing = store.standing(county);
        if (standing.busy(now)) {
            return false;
        }
        var last = standing.learned();
        return standing.asked() != null
                || last == null
                || (Zones.day(last).isBefore(Zones.day(now)) && news(county, standing, last));
    }

    private boolean news(int county, LessonStore.Standing standing, Instant last) {
        int most = Teacher.MATTERS_MAX;
        return matters.count(county, most) != standing.matters()
                || choices.correctedSince(county, last);
    }

    /** Learns now, unless another program does. */
    void learn(int county) {
        if (store.claim(county, clock.instant(), Teacher.LESSON_MAX.plus(Duration.ofMinutes(5)))) {
            int from = teacher.learn(county);
            store.done(county, clock.instant(), from);
        }
    }

    /** Somebody wishes that the county learns soon. */
    @Transactional
    public void ask(Actor actor) {
        store.ask(actor.county(), clock.instant());
        audit.record(actor, Act.of(Verb.LESSON_ASKED, actor.county()));
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
