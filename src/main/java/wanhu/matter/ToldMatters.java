package wanhu.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;
import wanhu.base.Sql;

/**
 * What was told to us, in the order in which it was written down: for who looks for what many tell.
 * Reports of wrongdoing and what is secret are not among it; nor is anything of who asked.
 */
@Service
public class ToldMatters {
    /** Matters that are asked for at once, at most. */
    public static final int IDS_MAX = 1_000;

    private final JdbcClient db;

    ToldMatters(JdbcClient db) {
        this.db = db;
    }

    /**
     * A matter as it was told.
     *
     * @param xid the transaction that wrote it
     * @param place where it was reported
     * @param text its title and what was told
     */
    public record Told(
            UUID id,
            long xid,
            Instant reported,
            OrgPath place,
            String category,
            String title,
            String text) {}

    /** A place in the order of writing. */
    public record After(long xid, UUID id) {}

    /** What was written after a place in the order and by transactions before another. */
    @Transactional(readOnly = true)
    public List<Told> list(int county, After after, long until, int limit) {
        return db.sql(
                        """
                        select m.id, s.xid, m.reported_at, m.place_path, m.category, m.title, m.body
                        from matter.step s
                        join matter.matter m on m.county = :county and m.id = s.matter_id
                        where s.county = :county
                          and s.seq = 1
                          and s.xid >= :xid
                          and (s.xid, s.matter_id) > (:xid, :id)
                          and s.xid < :until
                          and m.kind <> 'REPORT'
                          and not m.secret
                          and m.complained_of is null
                        order by s.xid, s.matter_id
                        limit :limit
                        """)
                .param("county", county)
                .param("xid", after.xid())
                .param("id", after.id())
                .param("until", until)
                .param("limit", limit)
                .query((row, _) -> told(row))
                .list();
    }

    private static Told told(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Told(
                Sql.uuid(row, "id"),
                row.getLong("xid"),
                Sql.instant(row, "reported_at"),
                new OrgPath(row.getString("place_path")),
                row.getString("category"),
                row.getString("title"),
                row.getString("title") + "\n" + row.getString("body"));
    }

    /** Those of the matters, as they were told. */
    @Transactional(readOnly = true)
    public List<Told> named(int county, Collection<UUID> ids) {
        return db.sql(
                        """
                        select m.id, cast(0 as bigint) as xid, m.reported_at, m.place_path, m.category,
                            m.title, m.body
                        from matter.matter m
                        where m.county = :county
                          and m.id = any(:ids)
                          and m.kind <> 'REPORT'
                          and not m.secret
                          and m.complained_of is null
                        order by m.reported_at desc, m.id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .param("limit", IDS_MAX)
                .query((row, _) -> told(row))
                .list();
    }

    /**
     * Matters that were touched since a transaction and are, by now, not to be seen by everybody.
     */
    @Transactional(readOnly = true)
    public Set<UUID> hiddenSince(int county, long since) {
        return Set.copyOf(
                db.sql(
                                """
                                select m.id
                                from matter.matter m
                                where m.county = :county
                                  and (m.kind = 'REPORT' or m.secret or m.complained_of is not null)
                                  and m.id in (
                                    select s.matter_id
                                    from matter.step s
                                    where s.county = :county and s.xid >= :since)
                                limit :limit
                                """)
                        .param("county", county)
                        .param("since", since)
                        .param("limit", IDS_MAX)
                        .query(UUID.class)
                        .list());
    }

    /** How many different people stand behind the matters; nobody is named. */
    @Transactional(readOnly = true)
    public int reporters(int county, Collection<UUID> ids) {
        return db.sql(
                        """
                        select count(distinct coalesce(phone_index, id::text))
                        from matter.requester
                        where county = :county and matter_id = any(:ids)
                        """)
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }
}
