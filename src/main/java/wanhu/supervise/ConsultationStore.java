package wanhu.supervise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.supervise.Consultation.State;

/** The rows of consultations, of who is invited and of what each unit says. */
@Repository
class ConsultationStore {
    private static final String COLUMNS =
            """
            s.county, s.id, s.number, s.matter_id, s.matter_number, s.convener_unit, s.convener_name, s.called_at,
            s.meets_at, s.place, s.question, s.state, s.outcome, s.lead_unit, s.done_by, s.ended_at, s.ended_by
            """;

    private final JdbcClient db;

    ConsultationStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Consultation made, List<UUID> units) {
        var call = made.call();
        db.sql(
                        """
                        insert into supervise.consultation (county, id, number, matter_id, matter_number, convener_unit,
                            convener_name, called_at, meets_at, place, question, state)
                        values (:county, :id, :number, :matter, :matterNumber, :convener, :name, :called, :meets, :place,
                            :question, 'CALLED')
                        """)
                .param("county", made.county())
                .param("id", made.id())
                .param("number", made.number())
                .param("matter", made.of().matter())
                .param("matterNumber", made.of().number())
                .param("convener", call.convener())
                .param("name", call.name())
                .param("called", Sql.at(call.called()))
                .param("meets", Sql.at(call.meets()))
                .param("place", call.place())
                .param("question", call.question())
                .update();
        db.sql(
                        """
                        insert into supervise.invited (county, consultation_id, unit_id)
                        select :county, :id, u.unit
                        from unnest(cast(:units as uuid[])) as u (unit)
                        """)
                .param("county", made.county())
                .param("id", made.id())
                .param("units", units.toArray(UUID[]::new))
                .update();
    }

    /** Writes how it ended; false when it had ended before. */
    boolean end(Consultation on, State state, Consultation.Ended ended) {
        return db.sql(
                                """
                                update supervise.consultation
                                set state = :state, outcome = :outcome, lead_unit = :lead, done_by = :doneBy,
                                    ended_at = :at, ended_by = :by
                                where county = :county and id = :id and state = 'CALLED'
                                """)
                        .param("county", on.county())
                        .param("id", on.id())
                        .param("state", state.name())
                        .param("outcome", ended.outcome())
                        .param("lead", ended.lead(), java.sql.Types.OTHER)
                        .param("doneBy", ended.doneBy(), java.sql.Types.DATE)
                        .param("at", Sql.at(ended.at()))
                        .param("by", ended.by())
                        .update()
                == 1;
    }

    /** Keeps what a unit says; false when it has said something before. */
    boolean say(Consultation on, Consultation.Voice voice, UUID person, Instant now) {
        return db.sql(
                                """
                                insert into supervise.opinion (county, consultation_id, unit_id, text, by_name, by_person, at)
                                values (:county, :id, :unit, :text, :by, :person, :at)
                                on conflict do nothing
                                """)
                        .param("county", on.county())
                        .param("id", on.id())
                        .param("unit", voice.unit())
                        .param("text", voice.text())
                        .param("by", voice.by())
                        .param("person", person)
                        .param("at", Sql.at(now))
                        .update()
                == 1;
    }

    Optional<Consultation> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from supervise.consultation s
                        where s.county = :county and s.id = :id
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(ConsultationStore::read)
                .optional();
    }

    /** Who is invited, and what each has said. */
    List<Consultation.Voice> voices(int county, UUID id) {
        return db.sql(
                        """
                        select i.unit_id, coalesce(o.text, '') as text, coalesce(o.by_name, '') as by_name, o.at
                        from supervise.invited i
                        left join supervise.opinion o
                            on o.county = i.county and o.consultation_id = i.consultation_id and o.unit_id = i.unit_id
                        where i.county = :county and i.consultation_id = :id
                        order by o.at nulls last, i.unit_id
                        limit :limit
                        """)
                .param("county", county)
                .param("id", id)
                .param("limit", Consultations.UNITS_MAX)
                .query((row, _) ->
                        new Consultation.Voice(
                                Sql.uuid(row, "unit_id"),
                                row.getString("text"),
                                row.getString("by_name"),
                                Sql.instantOrNull(row, "at")))
                .list();
    }

    /** A piece of the list, the latest meeting first. */
    List<Consultation> page(Map<String, Object> seen, Key before, int limit) {
        return db.sql(
                        """
                        select %s
                        from supervise.consultation s
                        where s.county = :county and not s.matter_id = any(:shut)
                            and (s.convener_unit = any(:units) or exists (
                                select 1
                                from supervise.invited i
                                where i.county = :county and i.consultation_id = s.id and i.unit_id = any(:units)))
                            and (:first or (s.meets_at, s.id) < (:before, :beforeId))
                        order by s.meets_at desc, s.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .params(seen)
                .param("first", before.equals(Key.START))
                .param("before", Sql.at(before.at()))
                .param("beforeId", before.id())
                .param("limit", limit)
                .query(ConsultationStore::read)
                .list();
    }

    /** Those of a matter, the latest first. */
    List<Consultation> ofMatter(int county, UUID matter) {
        return db.sql(
                        """
                        select %s
                        from supervise.consultation s
                        where s.county = :county and s.matter_id = :matter
                        order by s.meets_at desc, s.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("matter", matter)
                .param("limit", SupervisionStore.OF_MATTER_ROWS_MAX)
                .query(ConsultationStore::read)
                .list();
    }

    private static Consultation read(ResultSet row, int rowNumber) throws SQLException {
        return new Consultation(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getString("number"),
                new Supervision.Of(Sql.uuid(row, "matter_id"), row.getString("matter_number")),
                new Consultation.Call(
                        Sql.uuid(row, "convener_unit"),
                        row.getString("convener_name"),
                        Sql.instant(row, "called_at"),
                        Sql.instant(row, "meets_at"),
                        row.getString("place"),
                        row.getString("question")),
                State.valueOf(row.getString("state")),
                ended(row));
    }

    private static Consultation.@Nullable Ended ended(ResultSet row) throws SQLException {
        var at = Sql.instantOrNull(row, "ended_at");
        return at == null
                ? null
                : new Consultation.Ended(
                        row.getString("outcome"),
                        Sql.uuidOrNull(row, "lead_unit"),
                        row.getObject("done_by", LocalDate.class),
                        row.getString("ended_by"),
                        at);
    }
}
