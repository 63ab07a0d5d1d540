package wanhu.shell;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Steady;
import wanhu.base.Zones;

/** Tells the system administrator that the machine's clock leapt, and what came of it. */
@Component
class ClockBanner implements BannerSource {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Steady time;

    @Autowired
    ClockBanner() {
        this(Steady.MACHINE);
    }

    ClockBanner(Steady time) {
        this.time = time;
    }

    @Override
    public List<Banner> banners(Actor actor, LocalDate today) {
        return actor.is(Role.ADMIN)
                ? time.leap().stream().map(ClockBanner::banner).toList()
                : List.of();
    }

    private static Banner banner(Steady.Leap leap) {
        var since = MINUTE.format(leap.at().atZone(Zones.CHINA));
        return new Banner(Banner.Kind.WARN, key(leap), List.of(span(leap.by()), since), null);
    }

    private static String key(Steady.Leap leap) {
        if (leap.back()) {
            return "shell.clock.back";
        }
        return leap.believed() ? "shell.clock.followed" : "shell.clock.ahead";
    }

    /** Hours and minutes. */
    private static String span(Duration by) {
        var far = by.abs();
        return "%d:%02d".formatted(far.toHours(), far.toMinutesPart());
    }
}
