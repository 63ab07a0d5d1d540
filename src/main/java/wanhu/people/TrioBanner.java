package wanhu.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.base.Word;
import wanhu.shell.Banner;
import wanhu.shell.BannerSource;

/** Tells the security administrator which of the others is missing, or who holds two posts. */
@Component
class TrioBanner implements BannerSource {
    private final Trio trio;

    TrioBanner(Trio trio) {
        this.trio = trio;
    }

    @Override
    public List<Banner> banners(Actor actor, LocalDate today) {
        if (!actor.is(Role.SECURITY) || actor.path().text().length() > OrgPath.COUNTY_LENGTH) {
            return List.of();
        }
        var banners = new ArrayList<Banner>();
        for (Role role : List.of(Role.ADMIN, Role.AUDITOR)) {
            if (trio.missing(actor.county(), role)) {
                banners.add(banner("people.trio.banner.missing", Word.of("base.role." + role)));
            }
        }
        int doubles = trio.doubles(actor.county()).size();
        if (doubles > 0) {
            banners.add(banner("people.trio.banner.doubles", doubles));
        }
        return banners;
    }

    private static Banner banner(String key, Object argument) {
        return new Banner(Banner.Kind.WARN, key, List.of(argument), "/org");
    }
}
