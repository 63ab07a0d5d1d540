package wanhu.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Sql;

/** How much left as files, counted from the record of acts for an incident with personal data. */
@Service
public class Leavings {
    private final JdbcClient db;

    Leavings(JdbcClient db) {
        this.db = db;
    }

    /**
     * What was counted.
     *
     * @param rows in the files whose act says how many
     */
    public record Left(int files, long rows) {}

    /**
     * Files taken in a time by posts in these places.
     *
     * @throws Refused FORBIDDEN for everybody but the security administrator
     */
    @Transactional(readOnly = true)
    public Left count(Actor actor, List<OrgPath> places, Instant from, Instant until) {
        Refused.unless(Refused.Kind.FORBIDDEN, actor.is(Role.SECURITY), "audit.refused.security");
        return db.sql(
                        """
                        select
                          count(*) as files,
                          coalesce(sum(cast(substring(facts from '"rows":"([0-9]{1,9})"') as bigint)), 0) as rows
                        from audit.act
                        where county = :county and verb = 'EXPORTED' and at >= :from and at < :until
                          and exists (
                            select
                            from unnest(string_to_array(:first, ','), string_to_array(:beyond, ',')) as u (first, beyond)
                            where path >= u.first collate "C" and path < u.beyond collate "C")
                        """)
                .param("county", actor.county())
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .param("first", places.stream().map(OrgPath::from).collect(Collectors.joining(",")))
                .param(
                        "beyond",
                        places.stream().map(OrgPath::until).collect(Collectors.joining(",")))
                .query((row, _) -> new Left(row.getInt("files"), row.getLong("rows")))
                .single();
    }
}
