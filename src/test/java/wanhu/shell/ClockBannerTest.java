package wanhu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.base.Steady;

/** What a clock that leapt says to whom. */
class ClockBannerTest {
    private static final LocalDate DAY = LocalDate.parse("2026-08-03");

    private final TestClock machine = new TestClock();
    private final Steady time = new Steady(machine, () -> 0);
    private final ClockBanner banner = new ClockBanner(time);

    private List<Banner> told(Role role) {
        var id = new UUID(0, 1);
        var path = OrgPath.ofDivision("150525");
        return banner.banners(new Actor(150_525, id, id, role, id, path, "白大海", "库伦旗 · 管理"), DAY);
    }

    @Test
    void theSystemAdministratorIsToldHowFarAndSinceWhen() {
        assertThat(told(Role.ADMIN)).isEmpty();
        machine.advance(Duration.ofDays(-1));

        assertThat(told(Role.ADMIN))
                .containsExactly(
                        new Banner(
                                Banner.Kind.WARN,
                                "shell.clock.back",
                                List.of("24:00", "2026-08-03 09:00"),
                                null));
        assertThat(told(Role.VILLAGE_CLERK)).isEmpty();
    }
}
