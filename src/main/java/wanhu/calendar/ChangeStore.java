package wanhu.calendar;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** Keeps every change of a calendar with the versions before and after it; append-only. */
@Repository
class ChangeStore {
    private static final int CHANGES_ROWS_MAX = 50;

    private final JdbcClient db;

    ChangeStore(JdbcClient db) {
        this.db = db;
    }

    /** A change as the page shows it. */
    record Entry(
            Instant at,
            CalendarChange change,
            String oldVersion,
            String newVersion,
            String madeAs) {}

    void add(CalendarChanged fact) {
        var by = fact.by();
        db.sql(
                        """
                        insert into calendar.change
                            (county, id, at, what, detail, old_version, new_version, made_by, made_as)
                        values (:county, :id, :at, :what, :detail, :old, :new, :by, :as)
                        """)
                .param("county", fact.county())
                .param("id", Ids.next())
                .param("at", Sql.at(fact.at()))
                .param("what", fact.change().what().name())
                .param("detail", fact.change().detail())
                .param("old", fact.oldVersion())
                .param("new", fact.newVersion())
                .param("by", by == null ? null : by.person())
                .param("as", by == null ? "" : by.title())
                .update();
    }

    /** The latest changes, the last first. */
    List<Entry> list(int county) {
        return db.sql(
                        """
                        select at, what, detail, old_version, new_version, made_as
                        from calendar.change
                        where county = :county
                        order by id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", CHANGES_ROWS_MAX)
                .query((row, _) ->
                        new Entry(
                                Sql.instant(row, "at"),
                                new CalendarChange(
                                        CalendarChange.What.valueOf(row.getString("what")),
                                        row.getString("detail")),
                                row.getString("old_version"),
                                row.getString("new_version"),
                                row.getString("made_as")))
                .list();
    }
}
