package wanhu.matter;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.TestClock;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.org.Unit;
import wanhu.people.Staff;

/** Residents who tell us what they need, and the colleagues who act on it. */
@Lazy
@Component
public class Residents {
    /** Somebody who gives her name and phone and agrees to a publication. */
    public static final Report.Contact KNOWN = named("白玉兰");

    private final Reports reports;
    private final Matters matters;
    private final Staff staff;
    private final TestClock clock;

    Residents(Reports reports, Matters matters, Staff staff, TestClock clock) {
        this.reports = reports;
        this.matters = matters;
        this.staff = staff;
        this.clock = clock;
    }

    /** Somebody of that name, with a phone, who agrees to a publication. */
    public static Report.Contact named(String name) {
        return new Report.Contact(name, "13800138000", false, false, true, true);
    }

    /** A wish for help, told on the web. */
    public static Report.Content help(String category, String title, String body) {
        return new Report.Content(Kind.HELP, category, Channel.WEB, false, title, body);
    }

    /** Tells it at a place, now. */
    public Receipt tell(Unit place, Report.Content content, Report.Contact contact) {
        var report =
                new Report(
                        place.county(),
                        Ids.next(),
                        content,
                        place.id(),
                        "村东",
                        null,
                        contact,
                        clock.instant());
        return reports.report(null, report);
    }

    /** The matter of somebody who told it. */
    public Matter told(Unit place, Report.Content content, Report.Contact contact) {
        return matters.get(place.county(), tell(place, content, contact).matter());
    }

    /** A matter of somebody unknown, of which only the title matters. */
    public Matter told(Unit place, String title) {
        return told(place, help("farm", title, ""), Report.Contact.NONE);
    }

    /** What a colleague of that role in that unit makes of it. */
    public Matter take(Role role, Unit unit, Matter matter, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }
}
