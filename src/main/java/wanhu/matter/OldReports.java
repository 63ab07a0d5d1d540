package wanhu.matter;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.base.Words;
import wanhu.life.By;
import wanhu.life.Hold;
import wanhu.life.Ladder;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.org.Units;
import wanhu.promise.Clocks;

/**
 * Reports of wrongdoing from before it was kept whom they complain of: they are hidden from the
 * unit that would have received them and all below it, as a new one is ({@link Accused}). What is
 * open and lies there goes to the unit above; the timeline says why. May come late or twice.
 */
@Component
public class OldReports {
    static final int ROWS_MAX = 200;

    private final JdbcClient db;
    private final MatterStore store;
    private final StepStore steps;
    private final Clocks clocks;
    private final Units units;
    private final Words words;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    OldReports(
            JdbcClient db,
            MatterStore store,
            StepStore steps,
            Clocks clocks,
            Units units,
            Words words,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.store = store;
        this.steps = steps;
        this.clocks = clocks;
        this.units = units;
        this.words = words;
        this.transaction = transaction;
        this.facts = facts;
        this.clock = clock;
    }

    private record Old(int county, UUID id) {}

    /** Until none is left; one matter a transaction. */
    @Scheduled(
            fixedDelayString = "${wanhu.old-reports:PT1H}",
            initialDelayString = "${wanhu.tick:PT10S}")
    public void run() {
        Wall.whole(() -> {
            var found = list();
            while (!found.isEmpty()) {
                found.forEach(this::isolate);
                found = found.size() < ROWS_MAX ? List.of() : list();
            }
        });
    }

    private List<Old> list() {
        return db.sql(
                        """
                        -- every county
                        select county, id
                        from matter.matter
                        where kind = 'REPORT' and complained_of is null and length(place_path) > 9
                        order by county, id
                        limit :limit
                        """)
                .param("limit", ROWS_MAX)
                .query((row, _) -> new Old(row.getInt("county"), Sql.uuid(row, "id")))
                .list();
    }

    private void isolate(Old old) {
        transaction.executeWithoutResult(_ ->
                store.lock(old.county(), old.id())
                        .filter(matter -> matter.about().privacy().complainedOf() == null)
                        .ifPresent(this::isolate));
    }

    private void isolate(Matter before) {
        var now = clock.instant();
        var due = clocks.apply(before.county(), before.id(), List.of(), now);
        var after = before.isolated(above(before)).recorded(due, now);
        store.update(after, now);
        var step = new Step.Remark(words.text(Locale.CHINESE, "matter.told.isolated"));
        var by = new By.Rule("isolate");
        steps.append(new StepStore.Entry(before, after, step, by, now, now, null, null));
        facts.publishEvent(new MatterMoved(before, after, step, by, null, now));
    }

    /** The unit above the village or township where it happened; the county keeps its own. */
    private Hold above(Matter matter) {
        var tree = units.tree(matter.county());
        var first = Ladder.first(tree, matter.about().placeUnit());
        return Objects.requireNonNullElse(Ladder.above(tree, first), first);
    }
}
