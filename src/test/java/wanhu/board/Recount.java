package wanhu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kept counts of a product that other tests have treated badly. */
public final class Recount {
    private Recount() {}

    /** What was kept, once it has followed, is what counting anew gives. */
    public static void needRight(ApplicationContext product, int county) {
        var db = product.getBean(JdbcClient.class);
        var folding = product.getBean(Folding.class);
        var rollups = product.getBean(Rollups.class);
        rollups.follow(folding, county);
        var followed = kept(db, county);
        rollups.distrust(folding, county);
        rollups.follow(folding, county);

        assertThat(followed).isEqualTo(kept(db, county)).isNotEmpty();
    }

    private static List<Map<String, Object>> kept(JdbcClient db, int county) {
        return db.sql(
                        """
                        select month, place_path, concat_ws(' ', whole, solved, name) as what, n, open
                        from board.history
                        where county = :county
                        union all
                        select day, place_path, concat('day ', whole), came, solved
                        from board.day
                        where county = :county
                        union all
                        select null, place_path, concat('open ', whole, ' ', stage), open, 0
                        from board.standing
                        where county = :county
                        order by 1, 2, 3, 4
                        """)
                .param("county", county)
                .query()
                .listOfRows();
    }
}
