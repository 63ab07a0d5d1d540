package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.Rule;
import wanhu.law.RuleKey;

/**
 * Names and phones go when their time is over, as the privacy notice promises ({@link
 * RuleKey#RETENTION_CONTACT}). The matter, its timeline and its rating stay.
 */
@Service
public class Retention {
    /** People whose contact is removed in one transaction. */
    static final int ERASE_ROWS_MAX = 500;

    private static final int ERASURE_ROWS_MAX = 100;

    private final JdbcClient db;
    private final Laws laws;
    private final Clock clock;

    Retention(JdbcClient db, Laws laws, Clock clock) {
        this.db = db;
        this.laws = laws;
        this.clock = clock;
    }

    /**
     * What would be removed now.
     *
     * @param rule by which rule
     * @param before of matters that were closed before
     * @param matters how many matters
     * @param requesters of how many people
     * @param names how many names
     * @param phones how many phones
     * @param kept people whose contact is kept for now
     */
    public record Due(
            Rule rule,
            Instant before,
            int matters,
            int requesters,
            int names,
            int phones,
            int kept) {}

    /** Counts what the rule asks to remove; removes nothing. */
    @Transactional(readOnly = true)
    public Due due(int county) {
        var rule = rule(county);
        return Wall.whole(() -> due(county, rule, before(rule)));
    }

    private Due due(int county, Rule rule, Instant before) {
        return db.sql(
                        """
                        select count(distinct r.matter_id) filter (where m.closed_at < :before) as matters,
                          count(*) filter (where m.closed_at < :before) as requesters,
                          count(r.name_sealed) filter (where m.closed_at < :before) as names,
                          count(r.phone_sealed) filter (where m.closed_at < :before) as phones,
                          count(*) filter (where m.closed_at is null or m.closed_at >= :before) as kept
                        from matter.requester r
                        join matter.matter m on m.county = r.county and m.id = r.matter_id
                        where r.county = :county and m.county = :county
                          and (r.name_sealed is not null or r.phone_sealed is not null)
                        """)
                .param("county", county)
                .param("before", Sql.at(before))
                .query((row, _) -> due(row, rule, before))
                .single();
    }

    private static Due due(ResultSet row, Rule rule, Instant before) throws SQLException {
        return new Due(
                rule,
                before,
                row.getInt("matters"),
                row.getInt("requesters"),
                row.getInt("names"),
                row.getInt("phones"),
                row.getInt("kept"));
    }

    /** What was removed, the newest first. */
    @Transactional(readOnly = true)
    public List<Erasure> list(int county) {
        return db.sql(
                        """
                        select at, closed_before, term, source, requesters, names, phones
                        from matter.erasure
                        where county = :county
                        order by id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", ERASURE_ROWS_MAX)
                .query(Retention::erasure)
                .list();
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        return new Erasure(
                Sql.instant(row, "at"),
                Sql.instant(row, "closed_before"),
                row.getString("term"),
                row.getString("source"),
                row.getInt("requesters"),
                row.getInt("names"),
                row.getInt("phones"));
    }

    private record Gone(boolean name, boolean phone) {}

    /**
     * Removes one batch and writes its line of proof.
     *
     * @return of how many people; 0 when nothing is left to remove
     */
    @Transactional
    public int erase(int county) {
        var rule = rule(county);
        var before = before(rule);
        var gone = Wall.whole(() -> erased(county, before));
        if (!gone.isEmpty()) {
            prove(county, rule, before, gone);
        }
        return gone.size();
    }

    private List<Gone> erased(int county, Instant before) {
        return db.sql(
                        """
                        with old as (
                          select r.id, r.name_sealed is not null as name, r.phone_sealed is not null as phone
                          from matter.requester r
                          join matter.matter m on m.county = r.county and m.id = r.matter_id
                          where r.county = :county and m.county = :county and m.closed_at < :before
                            and (r.name_sealed is not null or r.phone_sealed is not null)
                          order by r.id
                          limit :limit
                          for update of r skip locked
                        )
                        update matter.requester r
                        set name_sealed = null, phone_sealed = null, phone_index = null, wants_news = false
                        from old
                        where r.county = :county and r.id = old.id
                        returning old.name, old.phone
                        """)
                .param("county", county)
                .param("before", Sql.at(before))
                .param("limit", ERASE_ROWS_MAX)
                .query((row, _) -> new Gone(row.getBoolean(1), row.getBoolean(2)))
                .list();
    }

    private void prove(int county, Rule rule, Instant before, List<Gone> gone) {
        db.sql(
                        """
                        insert into matter.erasure (county, id, at, closed_before, term, source, requesters, names, phones)
                        values (:county, :id, :at, :before, :term, :source, :requesters, :names, :phones)
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("at", Sql.at(clock.instant()))
                .param("before", Sql.at(before))
                .param("term", rule.value())
                .param("source", rule.source().name(Locale.CHINESE))
                .param("requesters", gone.size())
                .param("names", (int) gone.stream().filter(Gone::name).count())
                .param("phones", (int) gone.stream().filter(Gone::phone).count())
                .update();
    }

    private Rule rule(int county) {
        return laws.rule(county, RuleKey.RETENTION_CONTACT, Zones.day(clock.instant()));
    }

    /** A matter that was closed on the last day of this time still keeps its contacts today. */
    private Instant before(Rule rule) {
        return Zones.startOf(rule.term().before(Zones.day(clock.instant())));
    }

    /** Cross-county: the tick serves all counties of this database. */
    List<Integer> counties() {
        return db.sql(
                        """
                        select distinct county
                        from matter.requester -- cross-county: the tick serves all counties
                        where name_sealed is not null or phone_sealed is not null
                        """)
                .query(Integer.class)
                .list();
    }
}
