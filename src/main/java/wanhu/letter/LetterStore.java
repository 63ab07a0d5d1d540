package wanhu.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** The rows of letters. */
@Repository
class LetterStore {
    /** Letters about one thing that its page shows. */
    static final int ABOUT_ROWS_MAX = 20;

    /** Rows are counted no further than this. */
    static final int COUNT_ROWS_MAX = 1_000;

    private static final String COLUMNS =
            """
            l.county, l.id, l.kind, l.unit, l.year, l.ordinal, l.number, l.about_id, l.about_number, l.matter_id,
            l.to_unit, l.mark, l.title, l.addressee, l.body, l.organ, l.contact, l.copies, l.present, l.issued_on,
            l.issued_at, l.issued_by, l.issued_name, l.disposal_id is not null as disposed, w.at as withdrawn_at, w.by_name as withdrawn_name, w.reason
            """;

    private static final String FROM =
            """
            letter.letter l
            left join letter.withdrawal w on w.county = l.county and w.letter_id = l.id
            """;

    /** What a post sees, and what it asks for. */
    private static final String WANTED =
            """
            l.county = :county and (l.unit = any(:units) or l.to_unit = any(:units))
                and (l.matter_id is null or not l.matter_id = any(:shut))
                and (:kind = '' or l.kind = :kind) and (:year = 0 or l.year = :year)
                and (:q = '' or position(:q in l.number) > 0 or position(:q in l.about_number) > 0)
            """;

    private final JdbcClient db;

    LetterStore(JdbcClient db) {
        this.db = db;
    }

    /** The next number; the row stays locked until the letter is written or given up. */
    int next(int county, UUID unit, Kind kind, int year) {
        return db.sql(
                        """
                        insert into letter.counter as c (county, unit, kind, year, last)
                        values (:county, :unit, :kind, :year, 1)
                        on conflict (county, unit, kind, year) do update set last = c.last + 1
                        returning last
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("kind", kind.name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** The letter of a command that came before. */
    Optional<Letter> byCommand(int county, UUID command) {
        return db.sql(
                        """
                        select %s
                        from %s
                        where l.county = :county and l.command = :command
                        """
                                .formatted(COLUMNS, FROM))
                .param("county", county)
                .param("command", command)
                .query(LetterStore::read)
                .optional();
    }

    Optional<Letter> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from %s
                        where l.county = :county and l.id = :id
                        """
                                .formatted(COLUMNS, FROM))
                .param("county", county)
                .param("id", id)
                .query(LetterStore::read)
                .optional();
    }

    void insert(Letter letter, UUID command) {
        var text = letter.text();
        db.sql(
                        """
                        insert into letter.letter (county, id, command, kind, unit, year, ordinal, number, about_id,
                            about_number, matter_id, to_unit, mark, title, addressee, body, organ, contact, copies, present,
                            issued_on, issued_at, issued_by, issued_name)
                        values (:county, :id, :command, :kind, :unit, :year, :ordinal, :number, :about,
                            :aboutNumber, :matter, :to, :mark, :title, :addressee, :body, :organ, :contact, :copies, :present,
                            :day, :at, :person, :name)
                        """)
                .param("county", letter.county())
                .param("id", letter.id())
                .param("command", command)
                .param("kind", letter.kind().name())
                .param("unit", letter.unit())
                .param("year", letter.number().year())
                .param("ordinal", letter.number().ordinal())
                .param("number", letter.number().text())
                .param("about", letter.about().id())
                .param("aboutNumber", letter.about().number())
                .param("matter", letter.about().matter())
                .param("to", letter.about().to())
                .param("mark", text.mark())
                .param("title", text.title())
                .param("addressee", text.addressee())
                .param("body", text.body())
                .param("organ", text.organ())
                .param("contact", text.contact())
                .param("copies", text.copies())
                .param("present", text.present())
                .param("day", letter.issued().day())
                .param("at", Sql.at(letter.issued().at()))
                .param("person", letter.issued().person())
                .param("name", letter.issued().name())
                .update();
    }

    /** Whether it was still in force. */
    boolean withdraw(Letter letter, Letter.Withdrawn withdrawn) {
        int rows =
                db.sql(
                                """
                                insert into letter.withdrawal (county, letter_id, at, by_name, reason)
                                values (:county, :id, :at, :name, :reason)
                                on conflict (county, letter_id) do nothing
                                """)
                        .param("county", letter.county())
                        .param("id", letter.id())
                        .param("at", Sql.at(withdrawn.at()))
                        .param("name", withdrawn.name())
                        .param("reason", withdrawn.reason())
                        .update();
        return rows == 1;
    }

    /** Letters about a thing, or about what belongs to a matter, newest first. */
    List<Letter> about(int county, UUID thing) {
        return db.sql(
                        """
                        select %s
                        from %s
                        where l.county = :county and (l.about_id = :thing or l.matter_id = :thing)
                        order by l.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS, FROM))
                .param("county", county)
                .param("thing", thing)
                .param("limit", ABOUT_ROWS_MAX)
                .query(LetterStore::read)
                .list();
    }

    /** A piece of the list, newest first. */
    List<Letter> list(Map<String, Object> wanted, @Nullable UUID after, int limit) {
        return db.sql(
                        """
                        select %s
                        from %s
                        where %s and (cast(:after as uuid) is null or l.id < :after)
                        order by l.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS, FROM, WANTED))
                .params(wanted)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query(LetterStore::read)
                .list();
    }

    /** How many rows the whole list has, counted to {@value #COUNT_ROWS_MAX}. */
    int count(Map<String, Object> wanted) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select 1
                            from letter.letter l
                            where %s
                            limit :most
                        ) counted
                        """
                                .formatted(WANTED))
                .params(wanted)
                .param("most", COUNT_ROWS_MAX)
                .query(Integer.class)
                .single();
    }

    private static Letter read(ResultSet row, int at) throws SQLException {
        return new Letter(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Kind.valueOf(row.getString("kind")),
                Sql.uuid(row, "unit"),
                new Letter.Numbered(
                        row.getInt("year"), row.getInt("ordinal"), row.getString("number")),
                new Letter.About(
                        Sql.uuid(row, "about_id"),
                        row.getString("about_number"),
                        Sql.uuidOrNull(row, "matter_id"),
                        Sql.uuidOrNull(row, "to_unit")),
                text(row),
                new Letter.Issued(
                        row.getObject("issued_on", LocalDate.class),
                        Sql.instant(row, "issued_at"),
                        Sql.uuid(row, "issued_by"),
                        row.getString("issued_name")),
                withdrawn(row),
                row.getBoolean("disposed"));
    }

    private static Letter.Text text(ResultSet row) throws SQLException {
        return new Letter.Text(
                row.getString("mark"),
                row.getString("title"),
                row.getString("addressee"),
                row.getString("body"),
                row.getString("organ"),
                row.getString("contact"),
                row.getString("copies"),
                row.getString("present"));
    }

    private static Letter.@Nullable Withdrawn withdrawn(ResultSet row) throws SQLException {
        var at = Sql.instantOrNull(row, "withdrawn_at");
        return at == null
                ? null
                : new Letter.Withdrawn(
                        at, row.getString("withdrawn_name"), row.getString("reason"));
    }
}
