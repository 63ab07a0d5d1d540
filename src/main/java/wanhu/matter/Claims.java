package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Wall;
import wanhu.life.By;
import wanhu.life.Matter;

/**
 * Locks matters for wishes, and finds wishes that were fulfilled before: the line of the timeline
 * carries the command to which it answers, and the table lets no command in twice.
 */
@Repository
class Claims {
    private final JdbcClient db;

    Claims(JdbcClient db) {
        this.db = db;
    }

    /**
     * A matter whose row is locked.
     *
     * @param done whether the command led to a step of it before
     * @param coHandles whether the actor's unit has an open part in it
     */
    record Held(Matter matter, boolean done, boolean coHandles) {}

    /**
     * The row, locked until the end of the transaction. What stands beside it is as old as the
     * statement: who waited for another to finish asks again whether that was the same command.
     */
    Optional<Held> lock(By by, Taking taking) {
        return locked(by, taking)
                .map(row -> row.waited() ? row.held(done(taking)) : row.held(row.done()));
    }

    private record Row(Matter matter, boolean done, boolean coHandles, int seen) {
        boolean waited() {
            return seen != matter.version();
        }

        Held held(boolean done) {
            return new Held(matter, done, coHandles);
        }
    }

    private Optional<Row> locked(By by, Taking taking) {
        return db.sql(
                        "select "
                                + MatterRow.COLUMNS
                                + """
                                , exists (
                                    select from matter.step s
                                    where s.county = :county and s.command = :command and s.matter_id = :id)
                                  or exists (
                                    select from matter.command c
                                    where c.county = :county and c.id = :command and c.matter_id = :id) as done,
                                exists (
                                    select from matter.part p
                                    where p.county = :county and p.matter_id = :id and p.unit_id = :unit
                                      and p.reported_at is null) as co_handles,
                                (
                                    select o.version
                                    from matter.matter o
                                    where o.county = :county and o.id = :id) as seen
                                from matter.matter m
                                where m.county = :county and m.id = :id
                                for update of m
                                """)
                .param("county", taking.county())
                .param("id", taking.matter())
                .param("command", taking.command())
                .param("unit", unit(by))
                .query(Claims::row)
                .optional();
    }

    /** Whether the command led to a step of its matter, whoever may see it today. */
    boolean done(Taking taking) {
        return Wall.whole(() ->
                db.sql(
                                """
                                select exists (
                                    select from matter.step
                                    where county = :county and command = :command and matter_id = :matter)
                                  or exists (
                                    select from matter.command
                                    where county = :county and id = :command and matter_id = :matter)
                                """)
                        .param("county", taking.county())
                        .param("command", taking.command())
                        .param("matter", taking.matter())
                        .query(Boolean.class)
                        .single());
    }

    private static Row row(ResultSet row, int rowNumber) throws SQLException {
        return new Row(
                MatterRow.read(row, rowNumber),
                row.getBoolean("done"),
                row.getBoolean("co_handles"),
                row.getInt("seen"));
    }

    private static @Nullable UUID unit(By by) {
        return by instanceof By.Staff(Actor actor) ? actor.unit() : null;
    }
}
