package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** The wishes of requesters for their own data, and what becomes of the rows. */
@Repository
class DataWishStore {
    private static final int WISHES_MAX = 100;

    private final JdbcClient db;

    DataWishStore(JdbcClient db) {
        this.db = db;
    }

    void add(int county, DataWish wish) {
        db.sql(
                        """
                        insert into matter.data_wish (county, id, requester_id, at, kind, words, matter_id, due_at)
                        values (:county, :id, :requester, :at, :kind, :words, :matter, :due)
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("requester", wish.requester())
                .param("at", Sql.at(wish.at()))
                .param("kind", wish.kind().name())
                .param("words", wish.words())
                .param("matter", wish.matter())
                .param("due", Sql.atOrNull(wish.due()))
                .update();
    }

    /** Of one requester, the newest first. */
    List<DataWish> of(int county, UUID requester) {
        return db.sql(
                        """
                        select requester_id, at, kind, words, matter_id, due_at
                        from matter.data_wish
                        where county = :county and requester_id = :requester
                        order by at desc, id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("requester", requester)
                .param("limit", WISHES_MAX)
                .query(DataWishStore::wish)
                .list();
    }

    /** What the requesters of a matter set right in their words, the oldest first. */
    List<DataWish> words(int county, UUID matter) {
        return db.sql(
                        """
                        select w.requester_id, w.at, w.kind, w.words, w.matter_id, w.due_at
                        from matter.requester r
                        join matter.data_wish w on w.county = r.county and w.requester_id = r.id
                        where r.county = :county and w.county = :county and r.matter_id = :matter and w.kind = 'WORDS'
                        order by w.at, w.id
                        limit :limit
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("limit", WISHES_MAX)
                .query(DataWishStore::wish)
                .list();
    }

    void rename(int county, UUID requester, String sealed, String index) {
        db.sql(
                        """
                        update matter.requester
                        set name_sealed = :name, name_index = :index
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", requester)
                .param("name", sealed)
                .param("index", index)
                .update();
    }

    void callUnder(int county, UUID requester, String sealed, String index) {
        db.sql(
                        """
                        update matter.requester
                        set phone_sealed = :phone, phone_index = :index
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", requester)
                .param("phone", sealed)
                .param("index", index)
                .update();
    }

    void noNews(int county, UUID requester) {
        db.sql(
                        """
                        update matter.requester
                        set wants_news = false
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", requester)
                .update();
    }

    /** Whether it was not published yet, and now never will be. */
    boolean neverPublish(int county, UUID matter) {
        return db.sql(
                                """
                                update matter.matter
                                set publishable = false
                                where county = :county and id = :id and not published
                                """)
                        .param("county", county)
                        .param("id", matter)
                        .update()
                == 1;
    }

    private static DataWish wish(ResultSet row, int rowNumber) throws SQLException {
        @Nullable UUID matter = Sql.uuidOrNull(row, "matter_id");
        return new DataWish(
                Sql.uuid(row, "requester_id"),
                Sql.instant(row, "at"),
                DataWish.Kind.valueOf(row.getString("kind")),
                row.getString("words"),
                matter,
                Sql.instantOrNull(row, "due_at"));
    }
}
