package wanhu.matter;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Wall;
import wanhu.life.Matter;

/** Many matters at once, for a room that knows whose they are; no scope is asked. */
@Service
public class SentMatters {
    private final JdbcClient db;

    SentMatters(JdbcClient db) {
        this.db = db;
    }

    /** The matters with these ids, the last told first; what is gone is left out. */
    @Transactional(readOnly = true)
    public List<Matter> of(int county, List<UUID> ids) {
        return Wall.whole(() -> list(county, ids));
    }

    private List<Matter> list(int county, List<UUID> ids) {
        return db.sql(
                        "select "
                                + MatterRow.COLUMNS
                                + " from matter.matter m where m.county = :county and m.id = any(:ids)"
                                + " order by m.reported_at desc, m.id desc")
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .query(MatterRow::read)
                .list();
    }
}
