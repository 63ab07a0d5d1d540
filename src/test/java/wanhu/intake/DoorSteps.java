package wanhu.intake;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What residents and strangers do at the door. */
@Lazy
@Component
class DoorSteps {
    static final int COUNTY = 155411;
    static final String TITLE = "地里没有电";

    private final Web web;
    private final Staff staff;
    private final Reports reports;
    private final TestClock clock;
    private final AtomicInteger networks = new AtomicInteger();
    private @Nullable Unit village;

    DoorSteps(Web web, Staff staff, Reports reports, TestClock clock) {
        this.web = web;
        this.staff = staff;
        this.reports = reports;
        this.clock = clock;
    }

    /** Where all of it happens. */
    synchronized Unit village() {
        var known = village;
        if (known == null) {
            var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "六家子镇");
            known = staff.below(township, UnitKind.VILLAGE, "九家子村");
            village = known;
        }
        return known;
    }

    /** From now on strangers come from another network; answers which. */
    int moveOn() {
        return networks.incrementAndGet();
    }

    Receipt told() {
        return told("13800138000");
    }

    /** Somebody tells a matter; without a phone nobody knows who. */
    Receipt told(String phone) {
        boolean anonymous = phone.isEmpty();
        var kind = anonymous ? Kind.SUGGESTION : Kind.HELP;
        var content = new Report.Content(kind, "farm.power", Channel.WEB, false, TITLE, "两千亩地。");
        var contact =
                new Report.Contact(
                        anonymous ? null : "白大娘",
                        anonymous ? null : phone,
                        anonymous,
                        false,
                        false,
                        true);
        return reports.report(
                null,
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village().id(),
                        "",
                        null,
                        contact,
                        clock.instant()));
    }

    /** A browser that was nowhere before. */
    Visitor stranger() {
        var visitor = web.visitor().from("198.51.100." + networks.get());
        visitor.get("/track");
        return visitor;
    }

    /** The page without what differs in each of them: the code and the token of forms. */
    static String plain(Visitor.Answer answer, String code) {
        return answer.status()
                + answer.body()
                        .replace(code, "CODE")
                        .replace(Codes.grouped(code), "CODE")
                        .replaceAll("name=\"_csrf\"[^>]*>", "");
    }

    static Visitor.Answer open(Visitor visitor, String code, String tail) {
        return visitor.post("/m/" + code, "tail", tail);
    }
}
