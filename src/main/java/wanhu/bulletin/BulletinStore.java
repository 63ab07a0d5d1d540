package wanhu.bulletin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Actor;
import wanhu.base.Sql;

/** The rows of bulletins. */
@Repository
class BulletinStore {
    /** Versions of one bulletin that are listed. */
    static final int VERSIONS_MAX = 50;

    static final String COLUMNS =
            """
            b.county, b.id, b.unit_id, b.kind, b.from_on, b.version, b.edit, b.state, b.figures, b.texts, b.remark,
            b.open, b.writers, b.written_name, b.written_at, b.released_name, b.released_at
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    BulletinStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Whether it is new; the same id twice, and a second draft of a period, are not. */
    boolean insert(Actor actor, Bulletin bulletin) {
        return db.sql(
                                """
                                insert into bulletin.bulletin (county, id, unit_id, kind, from_on, version, edit, state,
                                    figures, texts, writers, written_name, written_at)
                                values (:county, :id, :unit, :kind, :from, :version, 1, 'DRAFT',
                                    cast(:figures as jsonb), cast(:texts as jsonb), array[cast(:person as uuid)], :name, :at)
                                on conflict do nothing
                                """)
                        .param("county", bulletin.county())
                        .param("id", bulletin.id())
                        .param("unit", bulletin.unit())
                        .param("kind", bulletin.period().kind().name())
                        .param("from", bulletin.period().from())
                        .param("version", bulletin.version())
                        .param("figures", json.writeValueAsString(bulletin.figures()))
                        .param("texts", json.writeValueAsString(bulletin.texts()))
                        .param("person", actor.person())
                        .param("name", bulletin.written().name())
                        .param("at", Sql.at(bulletin.written().at()))
                        .update()
                == 1;
    }

    Optional<Bulletin> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from bulletin.bulletin b
                        where b.county = :county and b.id = :id
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** The row, locked until the end of the transaction. */
    Optional<Bulletin> lock(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from bulletin.bulletin b
                        where b.county = :county and b.id = :id
                        for update
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** All versions for a period, the newest first. */
    List<Bulletin> versions(int county, UUID unit, Period period) {
        return db.sql(
                        """
                        select %s
                        from bulletin.bulletin b
                        where b.county = :county and b.unit_id = :unit and b.kind = :kind and b.from_on = :from
                        order by b.version desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("unit", unit)
                .param("kind", period.kind().name())
                .param("from", period.from())
                .param("limit", VERSIONS_MAX)
                .query(this::row)
                .list();
    }

    /** What the unit called its last bulletin of the kind. */
    Optional<String> lastTitle(int county, UUID unit, Period.Kind kind) {
        return db.sql(
                        """
                        select b.texts ->> 'title'
                        from bulletin.bulletin b
                        where b.county = :county and b.unit_id = :unit and b.kind = :kind
                        order by b.from_on desc, b.version desc
                        limit 1
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("kind", kind.name())
                .query(String.class)
                .optional();
    }

    /** Keeps what is written; with everybody who has written. */
    void write(Actor actor, Bulletin bulletin, Instant now) {
        db.sql(
                        """
                        update bulletin.bulletin
                        set figures = cast(:figures as jsonb), texts = cast(:texts as jsonb), edit = edit + 1, written_name = :name, written_at = :now,
                            writers = array(select distinct unnest(writers || cast(:person as uuid)))
                        where county = :county and id = :id and state = 'DRAFT'
                        """)
                .param("county", bulletin.county())
                .param("id", bulletin.id())
                .param("figures", json.writeValueAsString(bulletin.figures()))
                .param("texts", json.writeValueAsString(bulletin.texts()))
                .param("name", actor.title() + " " + actor.name())
                .param("person", actor.person())
                .param("now", Sql.at(now))
                .update();
    }

    /** Hands it to a second person, or back with a reason. */
    void hand(Bulletin bulletin, Bulletin.State to, String remark) {
        db.sql(
                        """
                        update bulletin.bulletin
                        set state = :state, remark = :remark, edit = edit + 1
                        where county = :county and id = :id and state <> 'RELEASED'
                        """)
                .param("county", bulletin.county())
                .param("id", bulletin.id())
                .param("state", to.name())
                .param("remark", remark)
                .update();
    }

    void release(Actor actor, Bulletin bulletin, boolean open, Instant now) {
        db.sql(
                        """
                        update bulletin.bulletin
                        set state = 'RELEASED', open = :open, edit = edit + 1, released_by = :person,
                            released_name = :name, released_at = :now
                        where county = :county and id = :id and state = 'REVIEW'
                        """)
                .param("county", bulletin.county())
                .param("id", bulletin.id())
                .param("open", open)
                .param("person", actor.person())
                .param("name", actor.title() + " " + actor.name())
                .param("now", Sql.at(now))
                .update();
    }

    Bulletin row(ResultSet row, int line) throws SQLException {
        return new Bulletin(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "unit_id"),
                new Period(
                        Period.Kind.valueOf(row.getString("kind")),
                        row.getObject("from_on", LocalDate.class)),
                row.getInt("version"),
                row.getInt("edit"),
                Bulletin.State.valueOf(row.getString("state")),
                json.readValue(row.getString("figures"), Figures.class),
                json.readValue(row.getString("texts"), Texts.class),
                row.getBoolean("open"),
                new Bulletin.Written(
                        persons(row),
                        row.getString("written_name"),
                        Sql.instant(row, "written_at"),
                        row.getString("remark")),
                released(row));
    }

    private static Set<UUID> persons(ResultSet row) throws SQLException {
        return new HashSet<>(Arrays.asList((UUID[]) row.getArray("writers").getArray()));
    }

    private static Bulletin.@Nullable Released released(ResultSet row) throws SQLException {
        var at = Sql.instantOrNull(row, "released_at");
        return at == null ? null : new Bulletin.Released(row.getString("released_name"), at);
    }
}
