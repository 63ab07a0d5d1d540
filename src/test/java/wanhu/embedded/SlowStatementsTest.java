package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;

/** What an operator reads of statements that took long. */
@WanhuTest
@ExtendWith(OutputCaptureExtension.class)
class SlowStatementsTest {
    @Autowired JdbcClient db;
    @Autowired SlowStatements slow;

    @Test
    void aSlowStatementIsWrittenWithoutItsValues(CapturedOutput log) {
        long before = slow.count();

        db.sql("select 1 where :word = 'quick'").param("word", "包大娘").query().listOfRows();
        assertThat(slow.count()).isEqualTo(before);
        db.sql("select pg_sleep(1.01) where :word <> ''").param("word", "包大娘").query().listOfRows();

        assertThat(slow.count()).isEqualTo(before + 1);
        assertThat(log.getOut())
                .contains("Slow statement", "select pg_sleep(1.01)")
                .doesNotContain("包大娘");
    }
}
