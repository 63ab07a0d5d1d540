package wanhu.org;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;

/** Searches units across counties, for posts above county level; within one see {@link Tree}. */
@Component
class Browse {
    private final JdbcClient db;

    Browse(JdbcClient db) {
        this.db = db;
    }

    /**
     * Live units whose name contains the text or whose initials or code start with it, highest
     * first.
     *
     * @param within where to search; null for everywhere
     */
    List<Unit> search(@Nullable OrgPath within, String text, int limit) {
        var wanted = escaped(text.strip().toLowerCase(Locale.ROOT));
        return db.sql(
                        """
                        select id, county, code, path, above, kind, name, order_no, live
                        from org.unit -- cross-county: search in a city, a province or everywhere
                        where path >= :from and path < :until and live
                            and (name like :inside or initials like :start or code like :start)
                        order by length(path), path
                        limit :limit
                        """)
                .param("from", within == null ? "0" : within.from())
                .param("until", within == null ? ":" : within.until())
                .param("inside", "%" + wanted + "%")
                .param("start", wanted + "%")
                .param("limit", limit)
                .query(UnitStore::unit)
                .list();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
