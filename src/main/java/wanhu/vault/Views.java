package wanhu.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Zones;

/** The log of plain views: for those who watch over it, and for those whose data it was. */
@Service
public class Views {
    /** Lines of one page. */
    static final int VIEW_ROWS = 50;

    private static final int OWN_ROWS_MAX = 200;
    private static final String EVERYWHERE = "~";

    private final JdbcClient db;

    Views(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is looked for.
     *
     * @param who part of name, post or purpose; empty for all
     * @param from first day
     * @param until last day
     * @param before only what is older than this line
     */
    record Asked(String who, LocalDate from, LocalDate until, UUID before) {}

    /**
     * The newest lines, one more than a page shows: the county's auditor reads those of the county,
     * another those of her subtree.
     *
     * @throws Refused FORBIDDEN for everybody else
     */
    @Transactional(readOnly = true)
    List<View> list(Actor actor, Asked asked) {
        Refused.unless(Refused.Kind.FORBIDDEN, actor.is(Role.AUDITOR), "vault.refused.views");
        boolean all = actor.path().text().length() <= OrgPath.COUNTY_LENGTH;
        return db.sql(
                        """
                        select id, at, actor_name, actor_title, field, row, purpose, used_for
                        from vault.view
                        where county = :county and id < :before
                          and coalesce(path, '') >= :low and coalesce(path, '') < :high
                          and at >= :from and at < :until
                          and (cast(:who as text) = ''
                            or strpos(actor_name || ' ' || actor_title || ' ' || purpose, :who) > 0)
                        order by id desc
                        limit :limit
                        """)
                .param("county", actor.county())
                .param("before", asked.before())
                .param("low", all ? "" : actor.path().from())
                .param("high", all ? EVERYWHERE : actor.path().until())
                .param("from", Sql.at(Zones.startOf(asked.from())))
                .param("until", Sql.at(Zones.startOf(asked.until().plusDays(1))))
                .param("who", asked.who())
                .param("limit", VIEW_ROWS + 1)
                .query(Views::view)
                .list();
    }

    /** Who looked at the data of one row, the newest first; for the person whose data it is. */
    @Transactional(readOnly = true)
    public List<View> of(int county, UUID row) {
        return db.sql(
                        """
                        select id, at, actor_name, actor_title, field, row, purpose, used_for
                        from vault.view
                        where county = :county and row = :row
                        order by id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("row", row)
                .param("limit", OWN_ROWS_MAX)
                .query(Views::view)
                .list();
    }

    /**
     * What was counted.
     *
     * @param lookers posts
     */
    public record Looked(int looks, int lookers) {}

    /**
     * Plain views in a time by posts in these places, in numbers.
     *
     * @throws Refused FORBIDDEN for everybody but the security administrator
     */
    @Transactional(readOnly = true)
    public Looked count(Actor actor, List<OrgPath> places, Instant from, Instant until) {
        Refused.unless(Refused.Kind.FORBIDDEN, actor.is(Role.SECURITY), "vault.refused.views");
        return db.sql(
                        """
                        select count(*) as looks, count(distinct post) as lookers
                        from vault.view
                        where county = :county and at >= :from and at < :until
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
                .query((row, _) -> new Looked(row.getInt("looks"), row.getInt("lookers")))
                .single();
    }

    private static View view(ResultSet row, int number) throws SQLException {
        return new View(
                Sql.uuid(row, "id"),
                Sql.instant(row, "at"),
                row.getString("actor_name"),
                row.getString("actor_title"),
                row.getString("field"),
                Sql.uuid(row, "row"),
                row.getString("purpose"),
                use(row.getString("used_for")));
    }

    private static @Nullable Purpose use(@Nullable String name) {
        return name == null ? null : Purpose.find(name).orElse(null);
    }
}
