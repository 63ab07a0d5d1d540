package wanhu.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Sql;

/** What the demonstration remembers: its clock and its buttons. */
@Repository
class DemoStore {
    private static final int BUTTONS_MAX = 50;

    private final JdbcClient db;

    DemoStore(JdbcClient db) {
        this.db = db;
    }

    /** A button of the sign-in page. */
    record Button(UUID account, UUID post, Role role, String name, String title) {}

    Optional<Duration> ahead() {
        return db.sql("select ahead_seconds from demo.clock where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofSeconds);
    }

    void keepAhead(Duration ahead) {
        db.sql(
                        """
                        insert into demo.clock (id, ahead_seconds)
                        values (1, :seconds)
                        on conflict (id) do update set ahead_seconds = excluded.ahead_seconds
                        """)
                .param("seconds", ahead.toSeconds())
                .update();
    }

    void addButton(Actor actor, UUID account, int order) {
        db.sql(
                        """
                        insert into demo.button (county, post, account, order_no, role, name, title)
                        values (:county, :post, :account, :order, :role, :name, :title)
                        """)
                .param("county", actor.county())
                .param("post", actor.post())
                .param("account", account)
                .param("order", order)
                .param("role", actor.role().name())
                .param("name", actor.name())
                .param("title", actor.title())
                .update();
    }

    List<Button> buttons(int county) {
        return db.sql(
                        """
                        select account, post, role, name, title
                        from demo.button
                        where county = :county
                        order by order_no
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", BUTTONS_MAX)
                .query((row, _) ->
                        new Button(
                                Sql.uuid(row, "account"),
                                Sql.uuid(row, "post"),
                                Role.valueOf(row.getString("role")),
                                row.getString("name"),
                                row.getString("title")))
                .list();
    }
}
