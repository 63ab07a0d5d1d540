package wanhu.people;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.shell.Banner;
import wanhu.shell.BannerSource;

/** Tells the three administrators that one of them was let in again by a command on the machine. */
@Component
class RecoveryBanner implements BannerSource {
    private final Recovery recovery;

    RecoveryBanner(Recovery recovery) {
        this.recovery = recovery;
    }

    @Override
    public List<Banner> banners(Actor actor, LocalDate today) {
        if (!actor.is(Role.ADMIN, Role.SECURITY, Role.AUDITOR)) {
            return List.of();
        }
        return recovery.told(actor.county()).stream()
                .map(each ->
                        new Banner(
                                Banner.Kind.WARN,
                                "people.recovery.banner",
                                List.of(each.login(), Zones.day(each.at()).toString()),
                                null))
                .toList();
    }
}
