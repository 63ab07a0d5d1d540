package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;

/** As which post somebody acts, and until when. */
@WanhuTest
class ActingTest {
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private static final AtomicInteger COUNTIES = new AtomicInteger(155450);

    private Unit county;
    private Unit township;

    @BeforeEach
    void makeUnits() {
        county = staff.county(COUNTIES.getAndIncrement());
        township = staff.below(county, UnitKind.TOWNSHIP, "岗位镇");
    }

    @Test
    void actsAsThePostThatWasChosen() {
        var actor = staff.actor(Role.VILLAGE_CLERK, township);
        var second = staff.alsoAs(actor, Role.SECURITY, county);
        var visitor = staff.enter(actor.post());
        assertThat(visitor.get("/accounts").status()).isEqualTo(403);

        visitor.get("/posts");
        visitor.post("/posts", "post", second.toString());

        assertThat(visitor.get("/accounts").status()).isEqualTo(200);
    }

    @Test
    void refusesAPostThatIsNotHeld() {
        var other = staff.actor(Role.SECURITY, county);
        var visitor = staff.as(Role.VILLAGE_CLERK, township);
        visitor.get("/posts");

        assertThat(visitor.post("/posts", "post", other.post().toString()).status()).isEqualTo(403);
        assertThat(visitor.post("/posts", "post", Ids.next().toString()).status()).isEqualTo(403);
        assertThat(visitor.post("/posts", "post", "forged").status()).isEqualTo(404);
        assertThat(visitor.get("/accounts").status()).isEqualTo(403);
    }

    @Test
    void isOutAtTheNextRequestWhenTheAppointmentHasEnded() {
        var visitor = staff.as(Role.SECURITY, county);
        assertThat(visitor.get("/accounts").status()).isEqualTo(200);

        staff.end(Role.SECURITY, county, LocalDate.parse("2026-08-03"));
        assertThat(visitor.get("/accounts").status()).isEqualTo(200);
        clock.set("2026-08-04T00:01");

        assertThat(visitor.get("/accounts").location().orElseThrow()).endsWith("/posts");
        assertThat(visitor.get("/posts").says("没有担任任何岗位")).isTrue();
    }

    @Test
    void isOutInTheSameMinuteWhenYesterdayWasTheLastDay() {
        var visitor = staff.as(Role.SECURITY, county);
        assertThat(visitor.get("/accounts").status()).isEqualTo(200);

        staff.end(Role.SECURITY, county, LocalDate.parse("2026-08-02"));

        assertThat(visitor.get("/accounts").location().orElseThrow()).endsWith("/posts");
    }

    @Test
    void doesNotSlipIntoAnotherPostWhenTheChosenOneHasEnded() {
        var actor = staff.actor(Role.SECURITY, county);
        staff.alsoAs(actor, Role.VILLAGE_CLERK, township);
        var visitor = staff.enter(actor.post());
        staff.end(Role.SECURITY, county, LocalDate.parse("2026-08-03"));
        clock.set("2026-08-04T00:01");

        assertThat(visitor.get("/posts").says("原来选择的岗位今天已不再担任")).isTrue();
    }

    @Test
    void refusesAFormThatWasOpenedAsAnotherPost() {
        var actor = staff.actor(Role.SECURITY, county);
        var visitor = staff.enter(actor.post());
        visitor.get("/accounts/new");
        var form = new String[] {"as", UUID.randomUUID().toString(), "name", "张三"};

        assertThat(visitor.post("/accounts", form).status()).isEqualTo(409);
    }
}
