package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Large;
import wanhu.Spent;
import wanhu.WanhuTest;

/**
 * How long sealing and verification take; with {@code -Daudit.rows=1000000} for the figure that
 * counts. The limit is ten times as generous, because tests share a machine and begin cold; the
 * printed figure is what counts.
 */
@Large
@WanhuTest
class VerifySpeedTest {
    private static final Logger LOG = LoggerFactory.getLogger(VerifySpeedTest.class);
    private static final int COUNTY = 150_990;
    private static final int ROWS = Integer.getInteger("audit.rows", 30_000);
    private static final int PIECES = 100;
    private static final double MICROS_A_ROW_MAX = 300;

    @Autowired private Sealer sealer;
    @Autowired private Verifier verifier;
    @Autowired private JdbcClient db;

    @Test
    void verifiesAMillionRowsInHalfAMinute() {
        long sealing = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            write(ROWS / PIECES);
            long begun = System.nanoTime();
            sealer.run();
            sealing += System.nanoTime() - begun;
        }
        var before = Spent.now(db);
        long begun = System.nanoTime();
        var verdict = verifier.verify(COUNTY);
        double verifying = System.nanoTime() - begun;

        var spent = Spent.now(db).since(before);
        LOG.info(
                "{} rows: sealed in {} s, verified in {} s (CPU: {} s here, {} s PostgreSQL)",
                verdict.rows(),
                sealing / 1_000_000_000.0,
                verifying / 1_000_000_000.0,
                spent.jvm(),
                spent.postgres());
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.rows()).isEqualTo(ROWS);
        assertThat(verifying / 1000 / ROWS).isLessThan(MICROS_A_ROW_MAX);
    }

    private void write(int rows) {
        db.sql(
                        """
                        insert into audit.act (county, id, at, person, post, unit, path, title, verb, thing, object,
                          reason, facts, request)
                        select :county, gen_random_uuid(), timestamptz '2026-08-03 01:00Z', gen_random_uuid(),
                          gen_random_uuid(), gen_random_uuid(), '150000.150990.', '九家子嘎查 · 经办', 'PLAIN_VIEWED',
                          'FIELD', gen_random_uuid()::text, '回访核实，电话联系', '{"field":"matter.requester.phone"}',
                          gen_random_uuid()
                        from generate_series(1, :rows)
                        """)
                .param("county", COUNTY)
                .param("rows", rows)
                .update();
    }
}
