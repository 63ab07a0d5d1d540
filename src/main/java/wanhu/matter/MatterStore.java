package wanhu.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.life.Matter;

/** The rows of matters: where each one stands. */
@Repository
class MatterStore {
    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;

    MatterStore(JdbcClient db, NamedParameterJdbcOperations batch) {
        this.db = db;
        this.batch = batch;
    }

    Optional<Matter> find(int county, UUID id) {
        return db.sql(
                        "select "
                                + MatterRow.COLUMNS
                                + " from matter.matter m where m.county = :county and m.id = :id")
                .param("county", county)
                .param("id", id)
                .query(MatterRow::read)
                .optional();
    }

    Optional<Matter> findByNumber(int county, String number) {
        return db.sql(
                        "select "
                                + MatterRow.COLUMNS
                                + " from matter.matter m where m.county = :county and m.number = :number")
                .param("county", county)
                .param("number", number)
                .query(MatterRow::read)
                .optional();
    }

    /** The row, locked until the end of the transaction. */
    Optional<Matter> lock(int county, UUID id) {
        return db.sql(
                        "select "
                                + MatterRow.COLUMNS
                                + " from matter.matter m where m.county = :county and m.id = :id for update")
                .param("county", county)
                .param("id", id)
                .query(MatterRow::read)
                .optional();
    }

    /** Writes new matters, each found by the words of its number, title, place and text. */
    void insert(List<Matter> matters) {
        batch.batchUpdate(
                """
                insert into matter.matter (county, id, number, version, kind, category, channel, danger, title,
                    body, place_id, place_path, place_note, anonymous, secret, publishable, complained_of, stage, open,
                    unsolved, holder_id, holder_path, holder_level, reported_at, changed_at, due_at, warn_at,
                    due_clock)
                values (:county, :id, :number, :version, :kind, :category, :channel, :danger, :title,
                    :body, :placeId, :placePath, :placeNote, :anonymous, :secret, :publishable, :complainedOf, :stage, :open,
                    :unsolved, :holderId, :holderPath, :holderLevel, :reported, :reported, :due, :warn, :clock)
                """,
                matters.stream().map(MatterStore::row).toArray(SqlParameterSource[]::new));
        batch.batchUpdate(
                """
                insert into matter.words (county, matter_id, keys, reported_at)
                values (:county, :id, :keys, :reported)
                """,
                matters.stream().map(MatterStore::words).toArray(SqlParameterSource[]::new));
    }

    private static SqlParameterSource row(Matter matter) {
        var about = matter.about();
        return new MapSqlParameterSource()
                .addValue("county", matter.county())
                .addValue("id", matter.id())
                .addValue("number", matter.number())
                .addValue("version", matter.version())
                .addValue("kind", about.kind().name())
                .addValue("category", about.category())
                .addValue("channel", about.channel().name())
                .addValue("danger", about.danger())
                .addValue("title", about.title())
                .addValue("body", about.body())
                .addValue("placeId", about.placeUnit())
                .addValue("placePath", about.placePath().text())
                .addValue("placeNote", about.placeNote())
                .addValue("anonymous", about.privacy().anonymous())
                .addValue("secret", about.privacy().secret())
                .addValue("publishable", about.privacy().publishable())
                .addValue("complainedOf", MatterChange.textOrNull(about.privacy().complainedOf()))
                .addValue("stage", matter.stage().name())
                .addValue("open", matter.stage().open())
                .addValue("unsolved", matter.stage().unsolved())
                .addValue("holderId", matter.parties().holder().unit())
                .addValue("holderPath", matter.parties().holder().path().text())
                .addValue("holderLevel", matter.parties().holder().level().name())
                .addValue("reported", Sql.at(matter.times().reported()))
                .addValue("due", Sql.atOrNull(matter.times().due()))
                .addValue("warn", Sql.atOrNull(matter.times().warn()))
                .addValue("clock", MatterChange.nameOrNull(matter.times().clock()));
    }

    private static SqlParameterSource words(Matter matter) {
        return new MapSqlParameterSource()
                .addValue("county", matter.county())
                .addValue("id", matter.id())
                .addValue("keys", Signs.keys(matter))
                .addValue("reported", Sql.at(matter.times().reported()));
    }

    /** Writes where the matter stands now; of what it is about, only what can be put right. */
    void update(Matter matter, Instant now) {
        var statement =
                db.sql(
                        """
                        with signed as (
                            update matter.words
                            set keys = keys || cast(:sign as int)
                            where cast(:sign as int) is not null and county = :county and matter_id = :id
                                and not keys @> array[cast(:sign as int)])
                        update matter.matter set version = :version, kind = :kind, category = :category,
                            secret = :secret, publishable = :publishable, complained_of = :complainedOf, stage = :stage, open = :open, unsolved = :unsolved,
                            holder_id = :holderId, holder_path = :holderPath, holder_level = :holderLevel,
                            handler_id = :handlerId, handler_path = :handlerPath, handler_level = :handlerLevel,
                            dispatcher_id = :dispatcherId, dispatcher_path = :dispatcherPath,
                            dispatcher_level = :dispatcherLevel, author = :author,
                            returns = :returns, redos = :redos, passes = :passes, attempts = :attempts,
                            last_attempt = :lastAttempt, extended = :extended, extension = :extension, urgent = :urgent,
                            unhappy = :unhappy, designated = :designated, contacted = :contacted,
                            supporters = :supporters, result = :result, answer = :answer, public_title = :publicTitle,
                            public_text = :publicText, public_answer = :publicAnswer, published = :published,
                            merged_into = :mergedInto, solved_at = :solved, closed_at = :closed, changed_at = :now,
                            due_at = :due, warn_at = :warn, due_clock = :clock,
                            words_unit = coalesce(:wordsUnit, words_unit)
                        where county = :county and id = :id
                        """);
        MatterChange.with(statement, matter).param("now", Sql.at(now)).update();
    }

    /**
     * The next numbers of the county and day, like 150524-20260803-0007.
     *
     * @return the last of so many
     */
    int lastNumber(int county, LocalDate day, int count) {
        return db.sql(
                        """
                        insert into matter.counter (county, day, last)
                        values (:county, :day, :count)
                        on conflict (county, day) do update set last = matter.counter.last + :count
                        returning last
                        """)
                .param("county", county)
                .param("day", day)
                .param("count", count)
                .query(Integer.class)
                .single();
    }

    /**
     * Claims the commands of new matters.
     *
     * @param commands which matter each shall lead to
     * @return those that are new
     */
    Set<UUID> claim(int county, Map<UUID, UUID> commands, Instant now) {
        var ids = commands.keySet().stream().map(UUID::toString).toArray(String[]::new);
        var matters = commands.values().stream().map(UUID::toString).toArray(String[]::new);
        return Set.copyOf(
                db.sql(
                                """
                                insert into matter.command (county, id, matter_id, at)
                                select :county, c.id, c.matter, :now
                                from unnest(cast(:ids as uuid[]), cast(:matters as uuid[])) as c (id, matter)
                                on conflict (county, id) do nothing
                                returning id
                                """)
                        .param("county", county)
                        .param("ids", ids)
                        .param("matters", matters)
                        .param("now", Sql.at(now))
                        .query(UUID.class)
                        .list());
    }

    /** Claims a command; empty when it is new, else the matter to which it led. */
    Optional<UUID> claim(int county, UUID command, UUID matter, Instant now) {
        int rows =
                db.sql(
                                """
                                insert into matter.command (county, id, matter_id, at)
                                values (:county, :id, :matter, :now)
                                on conflict (county, id) do nothing
                                """)
                        .param("county", county)
                        .param("id", command)
                        .param("matter", matter)
                        .param("now", Sql.at(now))
                        .update();
        return rows == 1 ? Optional.empty() : Optional.of(ledTo(county, command));
    }

    private UUID ledTo(int county, UUID command) {
        return db.sql("select matter_id from matter.command where county = :county and id = :id")
                .param("county", county)
                .param("id", command)
                .query(UUID.class)
                .single();
    }
}
