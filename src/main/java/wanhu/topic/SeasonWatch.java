package wanhu.topic;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Sql;
import wanhu.base.UnitReminded;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * Reminds of a season once, when it is near: the county, its townships, and the units that led a
 * monthly topic of its months the year before. Claimed by a row; a turn may come late or twice.
 */
@Component
class SeasonWatch {
    private final JdbcClient db;
    private final Seasons seasons;
    private final MonthlyStore monthly;
    private final Units units;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    SeasonWatch(
            JdbcClient db,
            Seasons seasons,
            MonthlyStore monthly,
            Units units,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.seasons = seasons;
        this.monthly = monthly;
        this.units = units;
        this.transaction = transaction;
        this.facts = facts;
        this.clock = clock;
    }

    /** Every hour. */
    @Scheduled(
            fixedDelayString = "${wanhu.season-tick:PT1H}",
            initialDelayString = "${wanhu.season-tick:PT3M}")
    public void run() {
        units.counties().forEach(this::remind);
    }

    /** Reminds a county of the seasons that are near. */
    void remind(int county) {
        Wall.whole(() -> transaction.executeWithoutResult(_ -> near(county)));
    }

    private void near(int county) {
        var today = Zones.day(clock.instant());
        seasons.list(county).stream()
                .filter(season -> season.near(today))
                .filter(season -> claim(county, season, season.next(today)))
                .forEach(season -> tell(county, season, season.next(today)));
    }

    private boolean claim(int county, Season season, LocalDate first) {
        return db.sql(
                                """
                                insert into topic.reminded (county, code, first_day, at)
                                values (:county, :code, :first, :now)
                                on conflict do nothing
                                """)
                        .param("county", county)
                        .param("code", season.code())
                        .param("first", first)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    private void tell(int county, Season season, LocalDate first) {
        var leads =
                Seasons.before(season, first, monthly.list(county)).stream().map(Monthly::owner);
        Stream.concat(territory(county).stream(), leads)
                .distinct()
                .forEach(unit ->
                        facts.publishEvent(
                                new UnitReminded(
                                        county,
                                        unit,
                                        "SEASON_AHEAD",
                                        season.name(),
                                        SeasonPages.PATH,
                                        clock.instant())));
    }

    private List<UUID> territory(int county) {
        var tree = units.tree(county);
        return tree.root().stream()
                .flatMap(root -> Stream.concat(Stream.of(root), tree.children(root.id()).stream()))
                .filter(unit -> unit.live() && unit.kind().territorial())
                .filter(unit -> !Level.TOWNSHIP.above(unit.level()))
                .map(Unit::id)
                .toList();
    }
}
