package wanhu.board;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.Settled;

/** What the comparison of a night would find. */
@Component
public class NightProof {
    private final Rollups rollups;
    private final JdbcClient db;

    NightProof(Rollups rollups, JdbcClient db) {
        this.rollups = rollups;
        this.db = db;
    }

    /** How many parts of what is kept of a county differ from what its matters say. */
    public int differing(Rollup what, int county) {
        Settled.await(db);
        return rollups.compare(what, county).orElseThrow();
    }
}
