package wanhu.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.org.Level;
import wanhu.org.Unit;

/** The rows of meetings. */
@Repository
class RoundStore {
    static final String COLUMNS =
            """
            county, id, kind, name_zh, name_en, cadence, quorum, body, path, level, period, ordinal, from_at, until_at,
            freezes_at, due_at, state, frozen_at, met_at, place, host, recorder, minutes, approved_at, approved_by
            """;

    private final JdbcClient db;

    RoundStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Opens the meeting of a period for all bodies that have none yet; answers how many are new.
     */
    int open(int county, Turn turn, List<Unit> bodies) {
        var kind = turn.kind();
        var window = turn.window();
        return db.sql(
                        """
                        insert into round.round (county, id, kind, kind_version, name_zh, name_en, level, cadence, quorum,
                            body, path, period, ordinal, from_at, until_at, freezes_at, due_at, state)
                        select :county, body.id, :kind, :version, :nameZh, :nameEn, :level, :cadence, :quorum,
                            body.unit, body.path, :period, :ordinal, :from, :until, :freezes, :due, 'OPEN'
                        from unnest(:ids, :units, :paths) as body (id, unit, path)
                        on conflict (county, kind, body, period, ordinal) do nothing
                        """)
                .param("county", county)
                .param("kind", kind.code())
                .param("version", kind.version())
                .param("nameZh", kind.name().chinese())
                .param("nameEn", kind.name().english())
                .param("level", kind.level().name())
                .param("cadence", kind.dates().cadence().name())
                .param("quorum", kind.quorum())
                .param("period", window.period())
                .param("ordinal", turn.ordinal())
                .param("from", Sql.at(window.from()))
                .param("until", Sql.at(window.until()))
                .param("freezes", Sql.atOrNull(window.freezes()))
                .param("due", Sql.atOrNull(window.due()))
                .param("ids", bodies.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param("units", bodies.stream().map(Unit::id).toArray(UUID[]::new))
                .param(
                        "paths",
                        bodies.stream().map(unit -> unit.path().text()).toArray(String[]::new))
                .update();
    }

    /** End of the last meeting of a kind that any body has; empty when there was none. */
    Optional<Instant> lastUntil(int county, String kind) {
        return db.sql(
                        """
                        select max(until_at) as last
                        from round.round
                        where county = :county and kind = :kind
                        """)
                .param("county", county)
                .param("kind", kind)
                .query((row, _) -> Optional.ofNullable(Sql.instantOrNull(row, "last")))
                .single();
    }

    Optional<Round> find(int county, UUID id) {
        return db.sql("select " + COLUMNS + " from round.round where county = :county and id = :id")
                .param("county", county)
                .param("id", id)
                .query(RoundStore::round)
                .optional();
    }

    /** The meeting of a body at that turn. */
    Optional<Round> find(int county, Turn turn, UUID body) {
        return db.sql(
                        """
                        select %s
                        from round.round
                        where county = :county and kind = :kind and body = :body and period = :period
                            and ordinal = :ordinal
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("kind", turn.kind().code())
                .param("body", body)
                .param("period", turn.window().period())
                .param("ordinal", turn.ordinal())
                .query(RoundStore::round)
                .optional();
    }

    /** The row, locked until the end of the transaction. */
    Optional<Round> lock(int county, UUID id) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from round.round where county = :county and id = :id for update")
                .param("county", county)
                .param("id", id)
                .query(RoundStore::round)
                .optional();
    }

    /** How many meetings of a kind a body has for a period. */
    int count(int county, String kind, UUID body, String period) {
        return db.sql(
                        """
                        select coalesce(max(ordinal), 0)
                        from round.round
                        where county = :county and kind = :kind and body = :body and period = :period
                        """)
                .param("county", county)
                .param("kind", kind)
                .param("body", body)
                .param("period", period)
                .query(Integer.class)
                .single();
    }

    void freeze(Round round, Instant now) {
        db.sql(
                        """
                        update round.round
                        set state = 'FROZEN', frozen_at = :now
                        where county = :county and id = :id and state = 'OPEN'
                        """)
                .param("county", round.county())
                .param("id", round.id())
                .param("now", Sql.at(now))
                .update();
    }

    /** Closes a list on which nothing stands. */
    void empty(Round round) {
        db.sql(
                        """
                        update round.round
                        set state = 'EMPTY', prompted = true
                        where county = :county and id = :id and state = 'OPEN'
                        """)
                .param("county", round.county())
                .param("id", round.id())
                .update();
    }

    void miss(Round round) {
        db.sql(
                        """
                        update round.round
                        set state = 'MISSED'
                        where county = :county and id = :id and state = 'OPEN'
                        """)
                .param("county", round.county())
                .param("id", round.id())
                .update();
    }

    /** Says that a prompt was made, or that none is needed. */
    void prompted(Round round) {
        db.sql("update round.round set prompted = true where county = :county and id = :id")
                .param("county", round.county())
                .param("id", round.id())
                .update();
    }

    /** Ends the meeting, with who led and wrote, and the draft of the minutes. */
    void hold(Round round, Seat seat, String minutes, Instant now) {
        db.sql(
                        """
                        update round.round
                        set state = 'HELD', met_at = :now, place = :place, host = :host, recorder = :recorder,
                            minutes = :minutes
                        where county = :county and id = :id
                        """)
                .param("county", round.county())
                .param("id", round.id())
                .param("now", Sql.at(now))
                .param("place", seat.place())
                .param("host", seat.host())
                .param("recorder", seat.recorder())
                .param("minutes", minutes)
                .update();
    }

    void minutes(Round round, String text) {
        db.sql(
                        "update round.round set minutes = :text where county = :county and id = :id and state = 'HELD'")
                .param("county", round.county())
                .param("id", round.id())
                .param("text", text)
                .update();
    }

    void approve(Round round, String by, Instant now) {
        db.sql(
                        """
                        update round.round
                        set state = 'CLOSED', approved_at = :now, approved_by = :by
                        where county = :county and id = :id and state = 'HELD'
                        """)
                .param("county", round.county())
                .param("id", round.id())
                .param("by", by)
                .param("now", Sql.at(now))
                .update();
    }

    static Round round(ResultSet row, int rowNumber) throws SQLException {
        return new Round(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getString("kind"),
                new RoundKind.Text(row.getString("name_zh"), row.getString("name_en")),
                Cadence.valueOf(row.getString("cadence")),
                row.getInt("quorum"),
                new Round.Body(
                        Sql.uuid(row, "body"),
                        new OrgPath(row.getString("path")),
                        Level.valueOf(row.getString("level"))),
                row.getString("period"),
                row.getInt("ordinal"),
                Sql.instant(row, "from_at"),
                Sql.instant(row, "until_at"),
                Sql.instantOrNull(row, "freezes_at"),
                Sql.instantOrNull(row, "due_at"),
                RoundState.valueOf(row.getString("state")),
                new Round.Sitting(
                        Sql.instantOrNull(row, "frozen_at"),
                        Sql.instantOrNull(row, "met_at"),
                        row.getString("place"),
                        row.getString("host"),
                        row.getString("recorder"),
                        row.getString("minutes"),
                        Sql.instantOrNull(row, "approved_at"),
                        row.getString("approved_by")));
    }
}
