package wanhu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** A county's own days and office hours. */
@Controller
@For(Role.ADMIN)
class OwnDayPages {
    private static final String DAYS = CalendarPages.PATH + "/days";
    private static final String HOURS = CalendarPages.PATH + "/hours";

    private final Calendars calendars;
    private final CalendarStore store;

    OwnDayPages(Calendars calendars, CalendarStore store) {
        this.calendars = calendars;
        this.store = store;
    }

    @GetMapping(DAYS)
    ModelAndView days(Actor actor) {
        return days(actor, OwnDayForm.EMPTY, null);
    }

    @PostMapping(DAYS)
    ModelAndView add(Actor actor, OwnDayForm form) {
        try {
            calendars.addDay(actor, form.day());
            return Html.redirect(DAYS + "?said=calendar.said.added");
        } catch (Refused no) {
            return days(actor, form, no);
        }
    }

    @PostMapping(DAYS + "/remove")
    ModelAndView remove(Actor actor, @RequestParam LocalDate day) {
        calendars.removeDay(actor, day);
        return Html.redirect(DAYS + "?said=calendar.said.removed");
    }

    @GetMapping(HOURS)
    ModelAndView hours(Actor actor) {
        var week = store.week(actor.county());
        return Html.page("calendar/hours", new HoursPage(HoursPage.lines(week), null));
    }

    @PostMapping(HOURS)
    ModelAndView setHours(Actor actor, @RequestParam Map<String, String> form) {
        var lines = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            lines.put(weekday, form.getOrDefault("day" + weekday.getValue(), ""));
        }
        try {
            calendars.setHours(actor, HoursText.week(lines));
            return Html.redirect(HOURS + "?said=calendar.said.hours");
        } catch (Refused no) {
            return Html.page("calendar/hours", new HoursPage(lines, no), status(no));
        }
    }

    private ModelAndView days(Actor actor, OwnDayForm form, @Nullable Refused no) {
        var page = new OwnDaysPage(store.own(actor.county()), form, no);
        return Html.page("calendar/days", page, no == null ? HttpStatus.OK : status(no));
    }

    private static HttpStatus status(Refused no) {
        return HttpStatus.valueOf(no.kind().status());
    }
}

/** The form for an own day, as typed. */
record OwnDayForm(
        @Nullable String date,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String source) {
    static final OwnDayForm EMPTY = new OwnDayForm("", "off", "", "");

    /**
     * The day that is meant.
     *
     * @throws Refused when something is missing or too long
     */
    OwnDay day() {
        var date = NoticeCheck.date(plain(date()));
        if (date == null) {
            throw new Refused(Refused.Kind.INVALID, "calendar.refused.date");
        }
        var name = plain(name());
        if (name.isEmpty() || name.length() > SpecialDay.NAME_LENGTH_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "calendar.refused.name", SpecialDay.NAME_LENGTH_MAX);
        }
        var source = plain(source());
        if (source.isEmpty() || source.length() > OwnDay.SOURCE_LENGTH_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "calendar.refused.source", OwnDay.SOURCE_LENGTH_MAX);
        }
        return new OwnDay(new SpecialDay(date, "work".equals(kind()), name), source);
    }

    static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}

/**
 * The county's own days.
 *
 * @param form as typed
 * @param no why it was refused, or null
 */
record OwnDaysPage(List<OwnDay> days, OwnDayForm form, @Nullable Refused no) {
    String date() {
        return OwnDayForm.plain(form.date());
    }

    String kind() {
        return OwnDayForm.plain(form.kind());
    }

    String name() {
        return OwnDayForm.plain(form.name());
    }

    String source() {
        return OwnDayForm.plain(form.source());
    }

    List<Choice> kinds(Screen screen) {
        return Stream.of("off", "work")
                .map(kind -> new Choice(kind, screen.t("calendar.kind." + kind)))
                .toList();
    }

    /** The refusal when it is about that field, else null. */
    @Nullable String fault(Screen screen, String field) {
        return no != null && no.word().endsWith("." + field)
                ? screen.t(no.word(), no.arguments().toArray())
                : null;
    }
}

/**
 * The office hours.
 *
 * @param lines the hours of each weekday, as typed
 * @param no why they were refused, or null
 */
record HoursPage(Map<DayOfWeek, String> lines, @Nullable Refused no) {
    static Map<DayOfWeek, String> lines(Week week) {
        var lines = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            lines.put(weekday, HoursText.print(week.on(weekday)));
        }
        return lines;
    }

    List<DayOfWeek> weekdays() {
        return List.of(DayOfWeek.values());
    }

    String line(DayOfWeek weekday) {
        return lines.getOrDefault(weekday, "");
    }

    @Nullable String fault(Screen screen) {
        return no == null ? null : screen.t(no.word(), no.arguments().toArray());
    }
}
