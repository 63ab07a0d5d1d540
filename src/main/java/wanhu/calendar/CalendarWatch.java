package wanhu.calendar;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices at the start that this release ships other holidays than the one before. */
@Component
class CalendarWatch {
    private final CalendarStore store;
    private final Calendars calendars;

    CalendarWatch(CalendarStore store, Calendars calendars) {
        this.store = store;
        this.calendars = calendars;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        store.counties().forEach(calendars::refresh);
    }
}
