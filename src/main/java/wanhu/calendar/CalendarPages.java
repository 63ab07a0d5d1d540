package wanhu.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The year at a glance, for the administrator of a county. */
@Controller
@For(Role.ADMIN)
class CalendarPages implements MenuSource {
    static final String PATH = "/admin/calendar";
    static final String IMPORT_PATH = PATH + "/import";

    private static final int MENU_ORDER = 560;
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2100;

    private final Calendars calendars;
    private final CalendarStore store;
    private final ChangeStore changes;
    private final Clock clock;

    CalendarPages(Calendars calendars, CalendarStore store, ChangeStore changes, Clock clock) {
        this.calendars = calendars;
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("calendar.title", PATH, MENU_ORDER, actor -> actor.is(Role.ADMIN)));
    }

    @GetMapping(PATH)
    ModelAndView year(Actor actor, @RequestParam(defaultValue = "0") int year) {
        var today = Zones.day(clock.instant());
        int shown = year < YEAR_MIN || year > YEAR_MAX ? today.getYear() : year;
        var calendar = calendars.of(actor.county());
        var own =
                store.own(actor.county()).stream()
                        .map(each -> each.day().date())
                        .collect(Collectors.toSet());
        return Html.page(
                "calendar/year",
                new YearPage(
                        YearView.of(shown, calendar, own, today),
                        calendar.version(),
                        calendar.covers(shown) ? source(actor, shown) : null,
                        changes.list(actor.county())));
    }

    /** The imported notice; empty for the shipped one. */
    private String source(Actor actor, int year) {
        return store.noticeSource(actor.county(), year).orElse("");
    }
}

/**
 * The year at a glance.
 *
 * @param source the notice of the year; empty when it is the shipped one, null when there is none
 * @param changes what was changed, the last first
 */
record YearPage(
        YearView view, String version, @Nullable String source, List<ChangeStore.Entry> changes) {
    boolean covered() {
        return source != null;
    }

    boolean shipped() {
        return source != null && source.isEmpty();
    }

    List<LocalDate> firstWeek() {
        return LocalDate.of(2026, 6, 1).datesUntil(LocalDate.of(2026, 6, 8)).toList();
    }
}
