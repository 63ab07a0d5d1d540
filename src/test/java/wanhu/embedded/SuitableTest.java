package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.CannotStart;

@WanhuTest
class SuitableTest {
    @Autowired private DataSource source;

    @Test
    void ourOwnDatabaseIs() {
        assertThatCode(() -> Suitable.check(source)).doesNotThrowAnyException();
    }

    @Test
    void aServerOfAnOlderVersionIsNot() {
        assertThatThrownBy(() -> Suitable.check(new Suitable.Server(15, "county", "wanhu", true)))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "Wanhu needs PostgreSQL 18 or newer, but the database server is version"
                                + " 15.");
    }

    @Test
    void aRoleThatMayMakeNothingIsToldWhatToAskFor() {
        assertThatThrownBy(() -> Suitable.check(new Suitable.Server(18, "guest", "other", false)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("grant create on database other to guest");
    }
}
