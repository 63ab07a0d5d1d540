package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.life.Grade;
import wanhu.life.Matter;
import wanhu.life.Step;

/** The rows of requesters: sealed contacts, hidden codes, ratings. */
@Repository
class RequesterStore {
    private static final int REQUESTERS_MAX = 1_000;

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;

    RequesterStore(JdbcClient db, NamedParameterJdbcOperations batch) {
        this.db = db;
        this.batch = batch;
    }

    /**
     * New requesters, made until nobody has one of their codes: of a million in a county two have
     * the same in two cases of five, and a code says nothing of its county.
     */
    List<Receipts.Made> free(Supplier<List<Receipts.Made>> make) {
        var made = make.get();
        while (taken(made)) {
            made = make.get();
        }
        return made;
    }

    private boolean taken(List<Receipts.Made> made) {
        var codes = made.stream().map(Receipts.Made::codeIndex).distinct().toArray(String[]::new);
        return codes.length < made.size()
                || Wall.whole(() ->
                        db.sql(
                                        """
                                        -- every county
                                        select exists (
                                            select from matter.requester where code_index = any(:codes))
                                        """)
                                .param("codes", codes)
                                .query(Boolean.class)
                                .single());
    }

    /** Writes new requesters. */
    void insert(List<Receipts.Made> all) {
        batch.batchUpdate(
                """
                insert into matter.requester (county, id, command_id, matter_id, first_matter_id, code_index,
                    name_sealed, phone_sealed, phone_index, name_index, wants_news, joined_at,
                    notice, child, guardian)
                values (:county, :id, :command, :matter, :first, :code,
                    :name, :phone, :phoneIndex, :nameIndex, :wantsNews, :joined,
                    :notice, :child, :guardian)
                """,
                all.stream().map(RequesterStore::row).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(Receipts.Made made) {
        var requester = made.requester();
        return new MapSqlParameterSource()
                .addValue("county", requester.county())
                .addValue("id", requester.id())
                .addValue("command", made.command())
                .addValue("matter", requester.matter())
                .addValue("first", requester.firstMatter())
                .addValue("code", made.codeIndex())
                .addValue("name", requester.name())
                .addValue("phone", requester.phone())
                .addValue("phoneIndex", made.phoneIndex())
                .addValue("nameIndex", made.nameIndex())
                .addValue("wantsNews", requester.wantsNews())
                .addValue("joined", Sql.at(requester.joined()))
                .addValue("notice", shown(requester.care()), Types.SMALLINT)
                .addValue("child", requester.care().child())
                .addValue("guardian", requester.care().guardian());
    }

    private static @Nullable Integer shown(Report.Care care) {
        return care.notice() == 0 ? null : care.notice();
    }

    /** Cross-county: a code says nothing of its county. */
    Optional<Requester> findByCode(String codeIndex) {
        return db.sql(
                        """
                        select county, id, matter_id, first_matter_id, name_sealed, phone_sealed, wants_news, joined_at,
                            grade, grade_note, solved, rated_at, notice, child, guardian
                        from matter.requester
                        where code_index = :code
                        """)
                .param("code", codeIndex)
                .query(RequesterStore::requester)
                .optional();
    }

    Optional<Requester> find(int county, UUID id) {
        return db.sql(
                        """
                        select county, id, matter_id, first_matter_id, name_sealed, phone_sealed, wants_news, joined_at,
                            grade, grade_note, solved, rated_at, notice, child, guardian
                        from matter.requester
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query(RequesterStore::requester)
                .optional();
    }

    /** The first of a matter whose phone has that digest. */
    Optional<UUID> find(Matter matter, String phoneIndex) {
        return db.sql(
                        """
                        select id
                        from matter.requester
                        where county = :county and matter_id = :matter and phone_index = :phone
                        order by joined_at, id
                        limit 1
                        """)
                .param("county", matter.county())
                .param("matter", matter.id())
                .param("phone", phoneIndex)
                .query(UUID.class)
                .optional();
    }

    /** Who came with that command. */
    Optional<Requester> findByCommand(int county, UUID command) {
        return db.sql(
                        """
                        select county, id, matter_id, first_matter_id, name_sealed, phone_sealed, wants_news, joined_at,
                            grade, grade_note, solved, rated_at, notice, child, guardian
                        from matter.requester
                        where county = :county and command_id = :command
                        """)
                .param("county", county)
                .param("command", command)
                .query(RequesterStore::requester)
                .optional();
    }

    /** Empties name and phone. */
    void forget(int county, UUID id) {
        db.sql(
                        """
                        update matter.requester
                        set name_sealed = null, phone_sealed = null, phone_index = null, name_index = null,
                            wants_news = false
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .update();
    }

    /** Notes which version of the notice she has seen now. */
    void showed(int county, UUID id, int notice) {
        db.sql(
                        """
                        update matter.requester
                        set notice = :notice
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("notice", notice)
                .update();
    }

    /** The requesters of a matter, the first one first. */
    List<Requester> of(int county, UUID matter) {
        return db.sql(
                        """
                        select county, id, matter_id, first_matter_id, name_sealed, phone_sealed, wants_news, joined_at,
                            grade, grade_note, solved, rated_at, notice, child, guardian
                        from matter.requester
                        where county = :county and matter_id = :matter
                        order by joined_at, id
                        limit :limit
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("limit", REQUESTERS_MAX)
                .query(RequesterStore::requester)
                .list();
    }

    /** Whether the phone already stands behind the matter. */
    boolean joined(int county, UUID matter, String phoneIndex) {
        return db.sql(
                        """
                        select exists (
                            select 1 from matter.requester
                            where county = :county and matter_id = :matter and phone_index = :phone)
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("phone", phoneIndex)
                .query(Boolean.class)
                .single();
    }

    /** All requesters of one matter follow it into another; answers how many. */
    int follow(int county, UUID from, UUID into) {
        return db.sql(
                        """
                        update matter.requester
                        set matter_id = :into
                        where county = :county and matter_id = :from
                        """)
                .param("county", county)
                .param("from", from)
                .param("into", into)
                .update();
    }

    /** Writes a rating; false when there is one already. */
    boolean rate(int county, UUID requester, Step.Rate rating, Instant now) {
        return db.sql(
                                """
                                update matter.requester
                                set grade = :grade, grade_note = :note, solved = :solved, rated_at = :now
                                where county = :county and id = :id and rated_at is null
                                """)
                        .param("county", county)
                        .param("id", requester)
                        .param("grade", rating.grade().name())
                        .param("note", rating.note())
                        .param("solved", rating.solved())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    private static Requester requester(ResultSet row, int rowNumber) throws SQLException {
        String grade = row.getString("grade");
        var rating =
                grade == null
                        ? null
                        : new Requester.Rating(
                                Grade.valueOf(grade),
                                row.getBoolean("solved"),
                                row.getString("grade_note"),
                                Sql.instant(row, "rated_at"));
        return new Requester(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "matter_id"),
                Sql.uuid(row, "first_matter_id"),
                row.getString("name_sealed"),
                row.getString("phone_sealed"),
                row.getBoolean("wants_news"),
                Sql.instant(row, "joined_at"),
                rating,
                new Report.Care(
                        row.getInt("notice"), row.getBoolean("child"), row.getBoolean("guardian")));
    }
}
