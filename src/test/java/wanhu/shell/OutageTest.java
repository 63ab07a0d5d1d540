package wanhu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionSystemException;

class OutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "57P01", "57P03", "58030", "25006"})
    void theDatabaseIsAwayOrHasNoRoom(String state) {
        var failure = new IllegalStateException(new SQLException("gone", state));

        assertThat(Outage.behind(failure)).contains("gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "57014", "40001", "22001"})
    void anotherCauseIsABug(String state) {
        assertThat(Outage.behind(new SQLException("bug", state))).isEmpty();
        assertThat(Outage.behind(new IllegalStateException("bug"))).isEmpty();
    }

    /** What a transaction tells whose connection was taken from the pool while it went back. */
    @Test
    void aTransactionThatCouldNotEvenGoBackIsNoBug() {
        var closed = new SQLException("Connection is closed");
        var failure = new TransactionSystemException("JDBC rollback failed", closed);

        assertThat(Outage.behind(failure)).contains("Connection is closed");
    }
}
