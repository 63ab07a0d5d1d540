package wanhu.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.shell.Banner;
import wanhu.shell.BannerSource;

/**
 * Says on every staff page that the holidays of a year are missing, so that nobody overlooks it.
 */
@Component
class CalendarBanner implements BannerSource {
    private final Calendars calendars;

    CalendarBanner(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public List<Banner> banners(Actor actor, LocalDate today) {
        var missing = calendars.missingYear(actor.county(), today);
        if (missing.isEmpty()) {
            return List.of();
        }
        var href = actor.is(Role.ADMIN) ? CalendarPages.IMPORT_PATH : null;
        return List.of(
                new Banner(
                        Banner.Kind.WARN,
                        "calendar.banner.missing",
                        List.of(missing.getAsInt()),
                        href));
    }
}
