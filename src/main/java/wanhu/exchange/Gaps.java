package wanhu.exchange;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** Codes that the table of a partner lacks, both ways, and in how many matters they stand. */
@Repository
class Gaps {
    private static final int ROWS_MAX = 200;

    private final JdbcClient db;

    Gaps(JdbcClient db) {
        this.db = db;
    }

    /** One code, as the left side of a line of the table. */
    record Gap(UUID partner, String code, int waiting) {}

    /** Of a county, what most waits for first. */
    List<Gap> list(int county) {
        return db.sql(
                        """
                        select lacks.partner_id, code, count(*) as waiting
                        from (
                            select partner_id, missing
                            from exchange.handover
                            where county = :county and state in ('UNMAPPED', 'SENT') and missing <> ''
                            union all
                            select partner_id, missing
                            from exchange.origin
                            where county = :county and partner_id is not null and missing <> ''
                        ) lacks
                        cross join lateral unnest(string_to_array(lacks.missing, ' ')) as code
                        group by lacks.partner_id, code
                        order by count(*) desc, code
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", ROWS_MAX)
                .query((row, _) ->
                        new Gap(
                                Sql.uuid(row, "partner_id"),
                                row.getString("code"),
                                row.getInt("waiting")))
                .list();
    }
}
