package wanhu.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.org.Level;

/** The kinds of meetings that counties have defined. */
@Repository
class KindStore {
    private static final int VERSIONS_MAX = 1_000;

    private final JdbcClient db;

    KindStore(JdbcClient db) {
        this.db = db;
    }

    /** All versions of a county's own kinds, oldest first. */
    List<RoundKind> list(int county) {
        return db.sql(
                        """
                        select code, version, level, cadence, cutoff, decide, quorum, name_zh, name_en,
                            source_zh, source_en, valid_from, active
                        from round.kind
                        where county = :county
                        order by version, code
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", VERSIONS_MAX)
                .query(KindStore::kind)
                .list();
    }

    /** Adds the next version of a kind. */
    void add(Actor actor, RoundKind kind, Instant now) {
        var dates = kind.dates();
        db.sql(
                        """
                        insert into round.kind (county, id, code, version, level, cadence, cutoff, decide, quorum,
                            name_zh, name_en, source_zh, source_en, valid_from, active, made_at, made_by, made_as)
                        select :county, :id, :code, coalesce(max(version), 0) + 1, :level, :cadence, :cutoff, :decide,
                            :quorum, :nameZh, :nameEn, :sourceZh, :sourceEn, :from, :active, :now, :person, :title
                        from round.kind
                        where county = :county and code = :code
                        """)
                .param("county", actor.county())
                .param("id", Ids.next())
                .param("code", kind.code())
                .param("level", kind.level().name())
                .param("cadence", dates.cadence().name())
                .param("cutoff", text(dates.cutoff()))
                .param("decide", text(dates.decide()))
                .param("quorum", kind.quorum())
                .param("nameZh", kind.name().chinese())
                .param("nameEn", kind.name().english())
                .param("sourceZh", kind.source().chinese())
                .param("sourceEn", kind.source().english())
                .param("from", kind.validFrom())
                .param("active", kind.active())
                .param("now", Sql.at(now))
                .param("person", actor.person())
                .param("title", actor.title())
                .update();
    }

    private static RoundKind kind(ResultSet row, int rowNumber) throws SQLException {
        return new RoundKind(
                row.getString("code"),
                row.getInt("version"),
                Level.valueOf(row.getString("level")),
                new RoundKind.Text(row.getString("name_zh"), row.getString("name_en")),
                new RoundKind.Dates(
                        Cadence.valueOf(row.getString("cadence")),
                        day(row.getString("cutoff")),
                        day(row.getString("decide"))),
                row.getInt("quorum"),
                new RoundKind.Text(row.getString("source_zh"), row.getString("source_en")),
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("active"));
    }

    private static @Nullable RoundDay day(@Nullable String text) {
        return text == null ? null : RoundDay.parse(text);
    }

    private static @Nullable String text(@Nullable RoundDay day) {
        return day == null ? null : day.text();
    }
}
