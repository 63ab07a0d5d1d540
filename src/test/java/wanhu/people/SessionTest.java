package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;

/** How long a session lasts. */
@WanhuTest
class SessionTest {
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        var county = staff.county(150587);
        var visitor = staff.as(Role.LEADER, county);
        age(staff.account(Role.LEADER, county), "creation_time", Duration.ofHours(13));

        assertThat(signedIn(visitor)).isFalse();
    }

    @Test
    void lastsElevenHoursWhenBusy() {
        var county = staff.county(150588);
        var visitor = staff.as(Role.LEADER, county);
        age(staff.account(Role.LEADER, county), "creation_time", Duration.ofHours(11));

        assertThat(signedIn(visitor)).isTrue();
    }

    @Test
    void endsAfterHalfAnHourOfSilence() {
        var county = staff.county(150589);
        var visitor = staff.as(Role.LEADER, county);
        age(staff.account(Role.LEADER, county), "last_access_time", Duration.ofMinutes(31));

        assertThat(signedIn(visitor)).isFalse();
    }

    private static boolean signedIn(Visitor visitor) {
        return visitor.get("/posts").status() == 200;
    }

    private void age(UUID account, String column, Duration by) {
        var sql =
                column.equals("creation_time")
                        ? "update web.session set creation_time = creation_time - :by"
                                + " where principal_name = :account"
                        : "update web.session set last_access_time = last_access_time - :by,"
                                + " expiry_time = expiry_time - :by"
                                + " where principal_name = :account";
        db.sql(sql).param("by", by.toMillis()).param("account", account.toString()).update();
    }
}
