package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Fifty press the same button on the same matter in the same moment. */
@WanhuTest
class FiftyClerksTest {
    private static final int COUNTY = 155_415;
    private static final int CLERKS = 50;

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Matters matters;
    @Autowired JdbcClient db;

    @Test
    void oneWinsAndTheOthersAreToldThatItHasChanged() throws Exception {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "挤镇");
        var village = staff.below(township, UnitKind.VILLAGE, "挤村");
        var clerk = new By.Staff(staff.actor(Role.VILLAGE_CLERK, village));
        var matter = residents.told(village, "路灯坏了");
        var ready = new CountDownLatch(CLERKS);
        var results = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> press =
                    () -> {
                        ready.countDown();
                        ready.await();
                        return press(clerk, matter);
                    };
            Collections.nCopies(CLERKS, press).forEach(each -> results.add(threads.submit(each)));
        }

        assertThat(results.stream().map(Future::resultNow).filter("done"::equals)).hasSize(1);
        assertThat(results.stream().map(Future::resultNow).filter("CONFLICT"::equals))
                .hasSize(CLERKS - 1);
        assertThat(
                        db.sql(
                                        """
                                        select count(*)
                                        from matter.step
                                        where county = :county and matter_id = :matter and step = 'Admit'
                                        """)
                                .param("county", COUNTY)
                                .param("matter", matter.id())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    private String press(By clerk, Matter matter) {
        try {
            matters.take(clerk, Taking.of(matter, new Step.Admit(null)));
            return "done";
        } catch (Refused no) {
            return no.kind().name();
        }
    }
}
