package wanhu.export;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.shell.Banner;
import wanhu.shell.BannerSource;

/** Tells who decides on large exports, on each page, that somebody waits. */
@Component
class WaitingBanner implements BannerSource {
    private final Exports exports;

    WaitingBanner(Exports exports) {
        this.exports = exports;
    }

    @Override
    public List<Banner> banners(Actor actor, LocalDate today) {
        if (!actor.is(Role.LEADER, Role.SECURITY)) {
            return List.of();
        }
        int waiting = exports.waiting(actor);
        return waiting == 0
                ? List.of()
                : List.of(
                        new Banner(
                                Banner.Kind.WARN,
                                "export.banner",
                                List.of(waiting),
                                ApprovalPages.PATH));
    }
}
