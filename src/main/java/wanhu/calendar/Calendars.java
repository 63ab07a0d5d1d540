package wanhu.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.OptionalInt;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.PerCounty;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;

/** The work calendar of each county: the country's holidays, the county's own days and hours. */
@Service
public class Calendars {
    private final CalendarStore store;
    private final ChangeStore changes;
    private final Clock clock;
    private final ApplicationEventPublisher facts;
    private final Audit audit;
    private final PerCounty<WorkCalendar> calendars = new PerCounty<>();

    Calendars(
            CalendarStore store,
            ChangeStore changes,
            Clock clock,
            ApplicationEventPublisher facts,
            Audit audit) {
        this.store = store;
        this.changes = changes;
        this.clock = clock;
        this.facts = facts;
        this.audit = audit;
    }

    /** The county's calendar. */
    public WorkCalendar of(int county) {
        return calendars.get(county, this::read);
    }

    /**
     * Whether deadlines reach into a year whose holidays are not known though they should be: the
     * next year's from 1 November, when the State Council has announced them, this year's always.
     */
    public boolean nextYearMissing(int county, LocalDate today) {
        return missingYear(county, today).isPresent();
    }

    /** The year of {@link #nextYearMissing}; empty when all is well. */
    public OptionalInt missingYear(int county, LocalDate today) {
        var calendar = of(county);
        int year = today.getYear();
        if (!calendar.covers(year)) {
            return OptionalInt.of(year);
        }
        boolean announced = today.getMonth().compareTo(Month.NOVEMBER) >= 0;
        return announced && !calendar.covers(year + 1)
                ? OptionalInt.of(year + 1)
                : OptionalInt.empty();
    }

    /**
     * Imports the State Council's notice of a year in place of what was known of it.
     *
     * @param text the JSON of holiday-cn, or a table of date, name and off or work
     * @param source the notice by which it was announced
     * @throws Refused when the actor is no administrator or the text has a fault
     */
    @Transactional
    public WorkCalendar importNotice(Actor actor, String text, String source) {
        admin(actor);
        var read = NoticeReader.read(text);
        if (!read.sound()) {
            throw new Refused(
                    Refused.Kind.INVALID, "calendar.refused.faults", read.faults().size());
        }
        var notice = new HolidayNotice(read.year(), sourced(source), read.days(), read.faults());
        var change = new CalendarChange(CalendarChange.What.NOTICE, Integer.toString(read.year()));
        return change(actor, change, () -> store.replaceNotice(actor, clock.instant(), notice));
    }

    /**
     * Adds a day of the county's own, or sets it anew.
     *
     * @throws Refused when the actor is no administrator
     */
    @Transactional
    public WorkCalendar addDay(Actor actor, OwnDay own) {
        admin(actor);
        var detail = own.day().date() + " " + own.day().name();
        var change = new CalendarChange(CalendarChange.What.DAY_ADDED, detail);
        return change(actor, change, () -> store.putDay(actor, clock.instant(), own));
    }

    /**
     * Removes a day of the county's own; the national notice holds again.
     *
     * @throws Refused when the actor is no administrator or there is no such day
     */
    @Transactional
    public WorkCalendar removeDay(Actor actor, LocalDate day) {
        admin(actor);
        var change = new CalendarChange(CalendarChange.What.DAY_REMOVED, day.toString());
        return change(
                actor,
                change,
                () -> {
                    if (!store.removeDay(actor.county(), day)) {
                        throw new Refused(Refused.Kind.MISSING, "calendar.refused.day", day);
                    }
                });
    }

    /**
     * Sets the county's office hours.
     *
     * @throws Refused when the actor is no administrator
     */
    @Transactional
    public WorkCalendar setHours(Actor actor, Week week) {
        admin(actor);
        var change = new CalendarChange(CalendarChange.What.HOURS, HoursText.print(week));
        return change(actor, change, () -> store.setWeek(actor.county(), week));
    }

    /**
     * After a release with other holidays, tells that the county's calendar has changed. Does
     * nothing when it has not.
     */
    @Transactional
    public void refresh(int county) {
        var calendar = store.calendar(county);
        var told = store.lock(county, calendar.version(), clock.instant());
        var change = new CalendarChange(CalendarChange.What.SHIPPED, "");
        tell(
                new CalendarChanged(
                        county, clock.instant(), told, calendar.version(), calendar, change, null));
    }

    /** Reading a calendar puts it under watch: from now on deadlines may follow it. */
    private WorkCalendar read(int county) {
        var calendar = store.calendar(county);
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            store.watch(county, calendar.version(), clock.instant());
        }
        return calendar;
    }

    private WorkCalendar change(Actor actor, CalendarChange change, Runnable write) {
        int county = actor.county();
        var now = clock.instant();
        var told = store.lock(county, store.calendar(county).version(), now);
        write.run();
        var calendar = store.calendar(county);
        tell(new CalendarChanged(county, now, told, calendar.version(), calendar, change, actor));
        return calendar;
    }

    private void tell(CalendarChanged fact) {
        if (fact.oldVersion().equals(fact.newVersion())) {
            return;
        }
        store.told(fact.county(), fact.newVersion());
        changes.add(fact);
        calendars.forget(fact.county());
        record(fact);
        facts.publishEvent(fact);
    }

    private void record(CalendarChanged fact) {
        var act =
                Act.of(Verb.CALENDAR_CHANGED, fact.county())
                        .with("what", fact.change().what())
                        .with("before", fact.oldVersion())
                        .with("version", fact.newVersion());
        if (fact.by() == null) {
            audit.record(fact.county(), act);
        } else {
            audit.record(fact.by(), act);
        }
    }

    private static String sourced(String source) {
        var plain = source.strip();
        if (plain.isEmpty() || plain.length() > OwnDay.SOURCE_LENGTH_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "calendar.refused.source", OwnDay.SOURCE_LENGTH_MAX);
        }
        return plain;
    }

    private static void admin(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            throw new Refused(Refused.Kind.FORBIDDEN, "calendar.refused.admin");
        }
    }
}
