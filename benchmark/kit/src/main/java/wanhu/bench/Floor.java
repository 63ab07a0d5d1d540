package wanhu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The same life in hand-written SQL, one statement a step: what no product can do without. */
public final class Floor implements Side {
    private static final int CONNECTIONS = 20;
    private static final int COUNTY = 10_000;
    private static final int TOWNSHIP = 1_000;
    private static final int DEPARTMENT = 2_000;
    private static final int NOBODY = -1;
    private static final int ROWS = 50;

    private final HikariDataSource pool;

    private Floor(Place place) {
        pool = place.pool(CONNECTIONS);
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(text("floor.sql"));
        } catch (SQLException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Serves. */
    public static void main(String[] args) throws IOException {
        Worker.serve(Floor::new);
    }

    private static String text(String file) throws IOException {
        try (var stream = Floor.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A step: who has it then, until when it is due, who did it, and the words. */
    private record Move(int state, int unit, int township, int days, int by, String words) {}

    @Override
    public String live(int steps, Laps laps) {
        var story = Story.next();
        var id = new UUID(
                System.currentTimeMillis() << 16 | 0x7000 | ThreadLocalRandom.current().nextInt(4096),
                ThreadLocalRandom.current().nextLong());
        int township = TOWNSHIP + story.township();
        int department = DEPARTMENT + story.department();
        var moves =
                List.of(
                        new Move(1, township, township, 20, story.village(), Story.TRIED),
                        new Move(2, department, NOBODY, 3, township, Story.INSTRUCTION),
                        new Move(3, department, NOBODY, 0, department, Story.ACCEPTED),
                        new Move(4, department, NOBODY, 0, department, Story.ANSWER),
                        new Move(5, department, NOBODY, 0, township, Story.CHECKED));
        report(id, story);
        laps.lap();
        for (int step = 1; step < Math.min(steps, 6); step++) {
            var move = moves.get(step - 1);
            if (move.days() > 0) {
                hand(id, move);
            } else {
                note(id, move);
            }
            laps.lap();
        }
        if (steps == Laps.STEPS.size()) {
            rate(id);
            laps.lap();
        }
        return id.toString();
    }

    private void report(UUID id, Story story) {
        run(
                """
                with m as (
                    insert into matter (id, number, state, open, version, title, body, place, unit, township,
                        reported_at, due_at)
                    values (?, ?, 0, true, 1, ?, ?, ?, ?, ?, ?, ?)),
                r as (
                    insert into requester (matter_id, name, phone)
                    values (?, ?, ?))
                insert into event (matter_id, seq, at, by_unit, state, words)
                values (?, 1, ?, ?, 0, '')
                """,
                id,
                id.toString().substring(0, 18),
                Story.TITLE,
                Story.BODY,
                Story.WHERE,
                story.village(),
                TOWNSHIP + story.township(),
                now(),
                after(5),
                id,
                Story.NAME.getBytes(StandardCharsets.UTF_8),
                story.phone().getBytes(StandardCharsets.UTF_8),
                id,
                now(),
                NOBODY);
    }

    private void hand(UUID id, Move move) {
        run(
                """
                with m as (
                    update matter
                    set state = ?, version = version + 1, unit = ?, township = ?, due_at = ?
                    where id = ? and state = ?
                    returning version)
                insert into event (matter_id, seq, at, by_unit, state, words)
                select ?, version, ?, ?, ?, ? from m
                """,
                move.state(),
                move.unit(),
                move.township(),
                after(move.days()),
                id,
                move.state() - 1,
                id,
                now(),
                move.by(),
                move.state(),
                move.words());
    }

    private void note(UUID id, Move move) {
        run(
                """
                with m as (
                    update matter
                    set state = ?, version = version + 1
                    where id = ? and state = ?
                    returning version)
                insert into event (matter_id, seq, at, by_unit, state, words)
                select ?, version, ?, ?, ?, ? from m
                """,
                move.state(),
                id,
                move.state() - 1,
                id,
                now(),
                move.by(),
                move.state(),
                move.words());
    }

    private void rate(UUID id) {
        run(
                """
                with m as (
                    update matter
                    set state = 6, version = version + 1, open = false, grade = 4
                    where id = ? and state = 5
                    returning version)
                insert into event (matter_id, seq, at, by_unit, state, words)
                select ?, version, ?, ?, 6, ? from m
                """,
                id,
                id,
                now(),
                NOBODY,
                Story.THANKS);
    }

    private static Timestamp now() {
        return Timestamp.from(Instant.now());
    }

    private static Timestamp after(int days) {
        return Timestamp.from(Instant.now().plus(Duration.ofDays(days)));
    }

    /** One statement, one transaction, one row of history. */
    private void run(String sql, Object... values) {
        try (var connection = pool.getConnection();
                var statement = prepared(connection, sql, values)) {
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Expected one line of history but got none");
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int at = 0; at < values.length; at++) {
            statement.setObject(at + 1, values[at]);
        }
        return statement;
    }

    @Override
    public List<String> wrong(List<String> lives) {
        var wrong = new ArrayList<String>();
        try (var connection = pool.getConnection()) {
            for (var life : lives) {
                try (var statement =
                                prepared(
                                        connection,
                                        """
                                        select m.state, m.open, m.grade,
                                            (select string_agg(state::text, ' ' order by seq)
                                             from event e where e.matter_id = m.id) as history,
                                            (select count(*) from requester r where r.matter_id = m.id) as requesters
                                        from matter m
                                        where m.id = ?
                                        """,
                                        UUID.fromString(life));
                        var row = statement.executeQuery()) {
                    if (!row.next()
                            || row.getBoolean("open")
                            || row.getInt("grade") != 4
                            || row.getInt("requesters") != 1
                            || !"0 1 2 3 4 5 6".equals(row.getString("history"))) {
                        wrong.add(life);
                    }
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return wrong;
    }

    @Override
    public List<Long> list(Scope scope) {
        var where =
                switch (scope) {
                    case VILLAGE -> "unit = 0";
                    case TOWNSHIP -> "township = " + (TOWNSHIP + 3);
                    case COUNTY -> "unit < " + COUNTY;
                };
        var due = new ArrayList<Long>(ROWS);
        try (var connection = pool.getConnection();
                var statement =
                        connection.prepareStatement(
                                "select id, number, title, state, unit, due_at from matter where open and "
                                        + where
                                        + " order by due_at limit "
                                        + ROWS);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                rows.getString("title");
                due.add(rows.getTimestamp("due_at").getTime());
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return due;
    }

    @Override
    public void close() {
        pool.close();
    }
}
