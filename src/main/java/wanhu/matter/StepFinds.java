package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.RecordQuery;
import wanhu.base.Recorded;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.life.Step;

/**
 * Lines of timelines as an auditor finds them: who took which step of which matter and when. What
 * residents told and what staff noted is not among it; an auditor reads no matters.
 */
@Repository
class StepFinds {
    /** Names of all steps. */
    static final List<String> NAMES = names(Step.class).sorted().toList();

    private final JdbcClient db;

    StepFinds(JdbcClient db) {
        this.db = db;
    }

    private static Stream<String> names(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StepFinds::names)
                : Stream.of(type.getSimpleName());
    }

    /** The newest first. What accuses the auditor's own unit is not found. */
    List<Recorded> list(RecordQuery query, int limit) {
        return Wall.whole(() -> found(query, limit));
    }

    private List<Recorded> found(RecordQuery query, int limit) {
        return db.sql(
                        """
                        select s.id, s.recorded_at, s.by_person, s.by_post, s.by_kind, s.by_name, s.step, s.stage_from,
                          s.stage_to, m.number, s.request, s.address
                        from matter.step s
                        join matter.matter m on m.county = s.county and m.id = s.matter_id
                        where s.county = :county and m.county = :county
                          and s.recorded_at >= :from and s.recorded_at < :until
                          and (s.recorded_at, s.id) < (:after, :afterId)
                          and (:whole or (s.by_path >= :pathFrom and s.by_path < :pathUntil))
                          and (:verbs = '' or s.step = any (string_to_array(:verbs, ',')))
                          and (:persons = '' or s.by_person = any (cast(string_to_array(:persons, ',') as uuid[])))
                          and (:units = '' or s.by_unit = any (cast(string_to_array(:units, ',') as uuid[])))
                          and (cast(:post as uuid) is null or s.by_post = :post)
                          and (:thing = '' or :thing = 'MATTER')
                          and (:object = '' or m.number = :object or m.id::text = :object)
                          and (:request = '' or right(s.request::text, length(:request)) = :request)
                          and (cast(:address as bigint) is null or s.address = :address)
                          and m.id not in (
                            select shut.id from matter.counted shut
                            where shut.county = :county and shut.complained_of = any(cast(:accused as text[])))
                        order by s.recorded_at desc, s.id desc
                        limit :limit
                        """)
                .params(query.parameters())
                .param("accused", Accused.places(query.who().below()))
                .param("limit", limit)
                .query(StepFinds::found)
                .list();
    }

    private static Recorded found(ResultSet row, int rowNumber) throws SQLException {
        return new Recorded(
                Sql.uuid(row, "id"),
                Sql.instant(row, "recorded_at"),
                Sql.uuidOrNull(row, "by_person"),
                Sql.uuidOrNull(row, "by_post"),
                row.getString("by_kind"),
                row.getString("by_name"),
                row.getString("step"),
                "MATTER",
                row.getString("number"),
                "",
                "{\"from\":\"%s\",\"to\":\"%s\"}"
                        .formatted(row.getString("stage_from"), row.getString("stage_to")),
                Sql.uuidOrNull(row, "request"),
                row.getObject("address", Long.class));
    }
}
