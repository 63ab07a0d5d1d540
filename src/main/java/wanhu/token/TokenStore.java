package wanhu.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** The rows of tokens. */
@Repository
class TokenStore {
    private static final String COLUMNS =
            """
            t.county, t.id, t.name, t.post_id, t.person_id, t.unit_id, t.holder_name, t.reach, t.made_at, t.until_at,
            t.released_at, t.ended_at, t.used_on
            """;

    private final JdbcClient db;

    TokenStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Token token, String digest) {
        db.sql(
                        """
                        insert into token.token (county, id, digest, name, post_id, person_id, unit_id, holder_name, reach, made_at,
                            until_at)
                        values (:county, :id, :digest, :name, :post, :person, :unit, :holder, :reach, :made, :until)
                        """)
                .param("county", token.county())
                .param("id", token.id())
                .param("digest", digest)
                .param("name", token.name())
                .param("post", token.holder().post())
                .param("person", token.holder().person())
                .param("unit", token.holder().unit())
                .param("holder", token.holder().name())
                .param(
                        "reach",
                        token.reach().stream()
                                .map(Reach::text)
                                .sorted()
                                .collect(Collectors.joining(",")))
                .param("made", Sql.at(token.span().made()))
                .param("until", Sql.at(token.span().until()))
                .update();
    }

    Optional<Token> byDigest(int county, String digest) {
        return db.sql(
                        """
                        select %s
                        from token.token t
                        where t.county = :county and t.digest = :digest
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("digest", digest)
                .query(TokenStore::row)
                .optional();
    }

    Optional<Token> lock(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from token.token t
                        where t.county = :county and t.id = :id
                        for update
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(TokenStore::row)
                .optional();
    }

    Optional<Token> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from token.token t
                        where t.county = :county and t.id = :id
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(TokenStore::row)
                .optional();
    }

    /** Those of a person, the newest first. */
    List<Token> ofPerson(int county, UUID person, int limit) {
        return db.sql(
                        """
                        select %s
                        from token.token t
                        where t.county = :county and t.person_id = :person
                        order by t.made_at desc, t.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("person", person)
                .param("limit", limit)
                .query(TokenStore::row)
                .list();
    }

    /** Those of a county, the newest first. */
    List<Token> all(int county, int limit) {
        return db.sql(
                        """
                        select %s
                        from token.token t
                        where t.county = :county
                        order by t.made_at desc, t.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("limit", limit)
                .query(TokenStore::row)
                .list();
    }

    void release(Token token, UUID person, Instant now) {
        db.sql(
                        """
                        update token.token
                        set released_at = :now, released_by = :person
                        where county = :county and id = :id
                        """)
                .param("county", token.county())
                .param("id", token.id())
                .param("person", person)
                .param("now", Sql.at(now))
                .update();
    }

    void end(Token token, UUID person, Instant now) {
        db.sql(
                        """
                        update token.token
                        set ended_at = :now, ended_by = :person
                        where county = :county and id = :id
                        """)
                .param("county", token.county())
                .param("id", token.id())
                .param("person", person)
                .param("now", Sql.at(now))
                .update();
    }

    void used(Token token, LocalDate today) {
        db.sql(
                        """
                        update token.token
                        set used_on = cast(:today as date)
                        where county = :county and id = :id and (used_on is null or used_on < cast(:today as date))
                        """)
                .param("county", token.county())
                .param("id", token.id())
                .param("today", today.toString())
                .update();
    }

    private static Token row(ResultSet row, int number) throws SQLException {
        var used = row.getDate("used_on");
        return new Token(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getString("name"),
                new Token.Holder(
                        Sql.uuid(row, "post_id"),
                        Sql.uuid(row, "person_id"),
                        Sql.uuid(row, "unit_id"),
                        row.getString("holder_name")),
                Arrays.stream(row.getString("reach").split(",", -1))
                        .flatMap(each -> Reach.find(each).stream())
                        .collect(Collectors.toSet()),
                new Token.Span(
                        Sql.instant(row, "made_at"),
                        Sql.instant(row, "until_at"),
                        Sql.instantOrNull(row, "released_at"),
                        Sql.instantOrNull(row, "ended_at")),
                used == null ? null : used.toLocalDate());
    }
}
