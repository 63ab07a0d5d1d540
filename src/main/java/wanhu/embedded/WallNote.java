package wanhu.embedded;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.StartupNote;

/** Says when an external database was given with a role that climbs over every wall in it. */
@Component
class WallNote implements StartupNote {
    private final JdbcClient db;

    WallNote(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> lines() {
        return db
                .sql(
                        """
                        select rolname
                        from pg_roles
                        where rolname = current_user and (rolsuper or rolbypassrls)
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(role ->
                        "The database role "
                                + role
                                + " is not held by row-level security: give the program one that is"
                                + " neither superuser nor BYPASSRLS.")
                .toList();
    }
}
