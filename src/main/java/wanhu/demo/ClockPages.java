package wanhu.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.AfterClockMoved;
import wanhu.base.DemoClock;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/**
 * Moves the demonstration's clock forward, to show the week's end, the 20th and the 28th; never
 * back.
 */
@Controller
@RequestMapping("/demo/clock")
@For
@ConditionalOnBooleanProperty("wanhu.demo")
class ClockPages implements MenuSource {
    private static final int DAYS_MAX = 400;
    private static final List<Integer> MEETING_DAYS = List.of(20, 28);

    private final Clock clock;
    private final DemoStore store;
    private final List<AfterClockMoved> due;

    ClockPages(Clock clock, DemoStore store, List<AfterClockMoved> due) {
        this.clock = clock;
        this.store = store;
        this.due = List.copyOf(due);
    }

    /** What the page shows: now, and days that are worth a visit. */
    record ClockPage(Instant now, List<LocalDate> days) {}

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("demo.clock.menu", "/demo/clock", 990));
    }

    @GetMapping
    ModelAndView show() {
        var today = Zones.day(clock.instant());
        var days = new ArrayList<LocalDate>();
        days.add(today.plusDays(1));
        days.add(today.plusDays(8L - today.getDayOfWeek().getValue()));
        for (int day : MEETING_DAYS) {
            var next = today.withDayOfMonth(day);
            days.add(next.isAfter(today) ? next : next.plusMonths(1));
            days.add((next.isAfter(today) ? next : next.plusMonths(1)).plusDays(1));
        }
        return Html.page(
                "demo/clock",
                new ClockPage(clock.instant(), days.stream().sorted().distinct().toList()));
    }

    @PostMapping
    ModelAndView move(@RequestParam String day) {
        var target = parse(day).atTime(LocalTime.of(9, 0)).atZone(Zones.CHINA).toInstant();
        if (Duration.between(clock.instant(), target).toDays() > DAYS_MAX) {
            throw new Refused(Refused.Kind.INVALID, "demo.refused.far", DAYS_MAX);
        }
        if (clock instanceof DemoClock movable) {
            movable.moveTo(target);
            store.keepAhead(movable.ahead());
            Wall.whole(() -> due.forEach(AfterClockMoved::clockMoved));
        }
        return Html.redirect("/demo/clock");
    }

    private static LocalDate parse(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException _) {
            throw new Refused(Refused.Kind.INVALID, "demo.refused.day");
        }
    }
}
