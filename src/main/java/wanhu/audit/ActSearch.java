package wanhu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Days;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.base.Verb;

/** Finds acts for auditors. */
@Repository
class ActSearch {
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient db;

    ActSearch(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is looked for.
     *
     * @param below acts of posts at or below the place
     * @param whole whether acts without a post are shown too: for who audits the whole county
     * @param verbs what was done; empty for everything
     * @param persons who did it; null for everybody
     * @param object id or code of the thing; empty for everything
     * @param from from then on
     * @param until before then
     */
    record Query(
            int county,
            OrgPath below,
            boolean whole,
            List<Verb> verbs,
            @Nullable List<UUID> persons,
            String object,
            Instant from,
            Instant until) {
        String verbNames() {
            return verbs.stream().map(Verb::name).collect(Collectors.joining(","));
        }

        String personIds() {
            var known = persons;
            return known == null
                    ? ""
                    : Stream.concat(known.stream(), Stream.of(LAST))
                            .map(UUID::toString)
                            .collect(Collectors.joining(","));
        }
    }

    /** Where a piece of the list starts: after this act. */
    record After(Instant at, UUID id) {
        static After of(String text, Instant until) {
            var parts = text.split("_", 2);
            try {
                return parts.length == 2
                        ? new After(Days.instant(parts[0]), UUID.fromString(parts[1]))
                        : new After(until, LAST);
            } catch (java.time.format.DateTimeParseException | IllegalArgumentException _) {
                return new After(until, LAST);
            }
        }

        String text() {
            return at + "_" + id;
        }
    }

    /**
     * One act.
     *
     * @param facts what changed, as a JSON object
     */
    record Found(
            UUID id,
            Instant at,
            @Nullable UUID person,
            String title,
            Verb verb,
            String object,
            String reason,
            String facts,
            @Nullable UUID request) {
        After after() {
            return new After(at, id);
        }
    }

    /** Acts, the newest first. */
    List<Found> list(Query query, After after, int limit) {
        return db.sql(
                        """
                        select id, at, person, title, verb, object, reason, facts, request
                        from audit.act
                        where county = :county
                          and at >= :from and at < :until
                          and (at, id) < (:after, :afterId)
                          and (:whole or (path >= :pathFrom and path < :pathUntil))
                          and (:verbs = '' or verb = any (string_to_array(:verbs, ',')))
                          and (:persons = '' or person = any (cast(string_to_array(:persons, ',') as uuid[])))
                          and (:object = '' or object = :object)
                        order by at desc, id desc
                        limit :limit
                        """)
                .param("county", query.county())
                .param("from", Sql.at(query.from()))
                .param("until", Sql.at(query.until()))
                .param("after", Sql.at(after.at()))
                .param("afterId", after.id())
                .param("whole", query.whole())
                .param("pathFrom", query.below().from())
                .param("pathUntil", query.below().until())
                .param("verbs", query.verbNames())
                .param("persons", query.personIds())
                .param("object", query.object())
                .param("limit", limit)
                .query(ActSearch::found)
                .list();
    }

    private static Found found(ResultSet row, int rowNumber) throws SQLException {
        return new Found(
                Sql.uuid(row, "id"),
                Sql.instant(row, "at"),
                Sql.uuidOrNull(row, "person"),
                row.getString("title"),
                Verb.valueOf(row.getString("verb")),
                row.getString("object"),
                row.getString("reason"),
                row.getString("facts"),
                Sql.uuidOrNull(row, "request"));
    }
}
