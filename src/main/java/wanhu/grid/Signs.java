package wanhu.grid;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Refused;
import wanhu.base.Sql;
import wanhu.base.Zones;
import wanhu.org.UnitKind;
import wanhu.org.Units;

/** The signs of the grids. */
@Service
public class Signs {
    private static final int ROWS_MAX = 20_000;

    private final JdbcClient db;
    private final Units units;
    private final Clock clock;

    Signs(JdbcClient db, Units units, Clock clock) {
        this.db = db;
        this.units = units;
        this.clock = clock;
    }

    /** A sign that hangs, and since when it says so. */
    record Hung(UUID unit, Sign sign, LocalDate changed) {}

    /**
     * Hangs the sign of a grid, or changes it.
     *
     * @throws Refused MISSING when the county has no such live grid
     */
    @Transactional
    public void hang(int county, UUID grid, Sign sign) {
        boolean fits =
                units.tree(county)
                        .find(grid)
                        .filter(unit -> unit.live() && unit.kind() == UnitKind.GRID)
                        .isPresent();
        Refused.unless(Refused.Kind.MISSING, fits, "grid.refused.missing");
        db.sql(
                        """
                        insert into grid.sign (county, unit, area, phone, supervision_phone, changed)
                        values (:county, :unit, :area, :phone, :supervision, :today)
                        on conflict (county, unit) do update
                        set area = excluded.area, phone = excluded.phone,
                            supervision_phone = excluded.supervision_phone, changed = excluded.changed
                        """)
                .param("county", county)
                .param("unit", grid)
                .param("area", sign.area())
                .param("phone", sign.phone())
                .param("supervision", sign.supervision())
                .param("today", Zones.day(clock.instant()))
                .update();
    }

    /** The sign of a grid; empty while none hangs. */
    Optional<Hung> find(int county, UUID grid) {
        return Optional.ofNullable(of(county, List.of(grid)).get(grid));
    }

    /** The signs of those grids that have one. */
    Map<UUID, Hung> of(int county, List<UUID> grids) {
        return db
                .sql(
                        """
                        select unit, area, phone, supervision_phone, changed
                        from grid.sign
                        where county = :county and unit = any (:grids)
                        limit :limit
                        """)
                .param("county", county)
                .param("grids", grids.toArray(UUID[]::new))
                .param("limit", ROWS_MAX)
                .query((row, _) ->
                        new Hung(
                                Sql.uuid(row, "unit"),
                                new Sign(
                                        row.getString("area"),
                                        row.getString("phone"),
                                        row.getString("supervision_phone")),
                                row.getObject("changed", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Hung::unit, each -> each));
    }
}
