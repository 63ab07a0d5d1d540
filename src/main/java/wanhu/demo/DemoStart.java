package wanhu.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.AfterClockMoved;
import wanhu.base.CannotStart;
import wanhu.base.DemoClock;
import wanhu.base.Stopping;
import wanhu.base.Wall;
import wanhu.base.Zones;

/**
 * Fills an empty database with the demonstration county, once, and lets the clock go on where it
 * was.
 */
@Component
@ConditionalOnBooleanProperty("wanhu.demo")
@ConditionalOnBooleanProperty(name = "wanhu.demo-county", matchIfMissing = true)
class DemoStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private static final long SEED = 150524;

    private final DemoClock clock;
    private final DemoStore store;
    private final DemoCounty county;
    private final DemoStaff staff;
    private final DemoLives lives;
    private final DemoRounds rounds;
    private final DemoProjects projects;
    private final DemoSupervision supervision;
    private final DemoKnowledge knowledge;
    private final DemoBulletins bulletins;
    private final List<AfterClockMoved> due;
    private final TransactionTemplate transaction;
    private boolean running;

    DemoStart(
            DemoClock clock,
            DemoStore store,
            DemoCounty county,
            DemoStaff staff,
            DemoLives lives,
            DemoRounds rounds,
            DemoProjects projects,
            DemoSupervision supervision,
            DemoKnowledge knowledge,
            DemoBulletins bulletins,
            List<AfterClockMoved> due,
            TransactionTemplate transaction) {
        this.clock = clock;
        this.store = store;
        this.county = county;
        this.staff = staff;
        this.lives = lives;
        this.rounds = rounds;
        this.projects = projects;
        this.supervision = supervision;
        this.knowledge = knowledge;
        this.bulletins = bulletins;
        this.due = List.copyOf(due);
        this.transaction = transaction;
    }

    /**
     * Before the ticks look at the clock and before the first page is served: the past is played in
     * peace.
     */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        running = true;
        store.ahead().ifPresent(clock::begin);
        if (county.missing()) {
            Wall.whole(this::load);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * All of it or nothing: a start that is killed half-way leaves an empty database, and the next
     * one begins anew. Whoever asks us to stop need not wait for the end of the play.
     */
    private void load() {
        LOG.info("Loading the demonstration county, once; this takes half a minute");
        transaction.executeWithoutResult(_ -> play(() -> goOn(Stopping.begun())));
        due.forEach(AfterClockMoved::clockMoved);
        giveBackMemory();
    }

    /** A year in half a minute leaves some 200 MB behind that the days after it never need. */
    private static void giveBackMemory() {
        System.gc();
    }

    private static void goOn(boolean stopping) {
        if (stopping) {
            throw new CannotStart(
                    "Stopped while the demonstration county was being loaded; the next start loads"
                            + " it from the beginning.");
        }
    }

    private void play(Runnable goOn) {
        var random = new Random(SEED);
        var end = Clock.system(ZoneId.of("UTC")).instant();
        clock.begin(DemoLives.past().negated());
        var from = Zones.day(clock.instant()).minusDays(1);
        county.found(from);
        goOn.run();
        staff.appoint(from, random);
        var queue = new DemoQueue(clock);
        var play = new DemoPlay(lives, queue, random);
        play.enter(end);
        rounds.enter(queue, end, play);
        projects.enter(queue, end, play);
        supervision.enter(queue, end, play);
        knowledge.enter(queue, end);
        bulletins.enter(queue, end);
        queue.run(end, goOn);
        clock.begin(Duration.ZERO);
        store.keepAhead(Duration.ZERO);
    }
}
