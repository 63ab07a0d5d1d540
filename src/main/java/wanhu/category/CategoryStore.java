package wanhu.category;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Sql;

/** The rows of a county's own categories. */
@Repository
class CategoryStore {
    private static final int CATEGORIES_MAX = 5_000;

    private final JdbcClient db;

    CategoryStore(JdbcClient db) {
        this.db = db;
    }

    List<Category> list(int county) {
        return db.sql(
                        """
                        select code, order_no, name_zh, name_en, hint, keywords, stop_zh, stop_en, live
                        from category.category
                        where county = :county
                        order by code
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", CATEGORIES_MAX)
                .query((row, _) ->
                        new Category(
                                row.getString("code"),
                                row.getInt("order_no"),
                                row.getString("name_zh"),
                                row.getString("name_en"),
                                row.getString("hint"),
                                row.getString("keywords"),
                                row.getString("stop_zh"),
                                row.getString("stop_en"),
                                row.getBoolean("live")))
                .list();
    }

    Optional<Instant> changed(int county) {
        return db.sql(
                        """
                        select changed_at
                        from category.category
                        where county = :county
                        order by changed_at desc
                        limit 1
                        """)
                .param("county", county)
                .query((row, _) -> Sql.instant(row, "changed_at"))
                .optional();
    }

    void save(Actor actor, Category category, OffsetDateTime now) {
        db.sql(
                        """
                        insert into category.category (county, code, above, order_no, name_zh, name_en, hint, keywords,
                            stop_zh, stop_en, live, changed_at, changed_by)
                        values (:county, :code, :above, :order, :zh, :en, :hint, :keywords,
                            :stopZh, :stopEn, :live, :now, :person)
                        on conflict (county, code) do update
                        set order_no = excluded.order_no, name_zh = excluded.name_zh, name_en = excluded.name_en,
                            hint = excluded.hint, keywords = excluded.keywords, stop_zh = excluded.stop_zh,
                            stop_en = excluded.stop_en, live = excluded.live, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by
                        """)
                .param("county", actor.county())
                .param("code", category.code())
                .param("above", category.above())
                .param("order", category.order())
                .param("zh", category.nameZh())
                .param("en", category.nameEn())
                .param("hint", category.hint())
                .param("keywords", category.keywords())
                .param("stopZh", category.stopZh())
                .param("stopEn", category.stopEn())
                .param("live", category.live())
                .param("now", now)
                .param("person", actor.person())
                .update();
    }
}
