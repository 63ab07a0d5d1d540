package wanhu.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.shell.Banner;
import wanhu.shell.BannerSource;

/**
 * Says on every page of those who can mend it that the holidays of a year are missing. The others
 * read a quiet line where a deadline reaches into that year.
 */
@Component
class CalendarBanner implements BannerSource {
    private final Calendars calendars;

    CalendarBanner(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public List<Banner> banners(Actor actor, LocalDate today) {
        var missing =
                actor.is(Role.ADMIN)
                        ? calendars.missingYear(actor.county(), today)
                        : OptionalInt.empty();
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Banner(
                        Banner.Kind.WARN,
                        "calendar.banner.missing",
                        List.of(missing.getAsInt()),
                        CalendarPages.IMPORT_PATH));
    }
}
