package wanhu.open311;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A county with a village, a key for it, and what happens there to what was posted. */
@Lazy
@Component
class Reported {
    static final int COUNTY = 150998;
    private static final int OTHER_COUNTY = 150999;

    private final Staff staff;
    private final ApiKeys keys;
    private final Matters matters;
    private final Web web;

    Reported(Staff staff, ApiKeys keys, Matters matters, Web web) {
        this.staff = staff;
        this.keys = keys;
        this.matters = matters;
        this.web = web;
    }

    /** A township with one village, both with names that nobody else has. */
    record Place(Unit county, Unit township, Unit village) {}

    Place place() {
        staff.county(OTHER_COUNTY);
        var county = staff.county(COUNTY);
        var name = "接口" + Ids.next().toString().substring(24);
        var township = staff.below(county, UnitKind.TOWNSHIP, name + "镇");
        return new Place(county, township, staff.below(township, UnitKind.VILLAGE, name + "村"));
    }

    ApiKeys.Made key(Unit unit) {
        return keys.make(staff.actor(Role.SECURITY, staff.county(COUNTY)), "测试平台", unit.code());
    }

    void end(ApiKeys.Made made) {
        keys.end(staff.actor(Role.SECURITY, staff.county(COUNTY)), made.key().id());
    }

    GeoReport client(Format format) {
        return new GeoReport(web.address(), format, COUNTY);
    }

    /** The fields of a post without faults, with others added or put in place of them. */
    static String[] lamp(ApiKeys.Made key, Place place, String... others) {
        var fields =
                new ArrayList<>(
                        List.of(
                                "api_key", key.secret(),
                                "service_code", "road.lamp",
                                "address_id", place.village().code(),
                                "first_name", "三",
                                "last_name", "张",
                                "phone", "13800138000",
                                "description", "村口的路灯不亮。" + Ids.next()));
        for (int at = 0; at < others.length; at += 2) {
            int known = fields.indexOf(others[at]);
            if (known >= 0) {
                fields.set(known + 1, others[at + 1]);
            } else {
                fields.addAll(List.of(others[at], others[at + 1]));
            }
        }
        return fields.toArray(String[]::new);
    }

    Matter matter(Place place, String number) {
        return matters.get(staff.actor(Role.VILLAGE_CLERK, place.village()), number);
    }

    Matter take(Role role, Unit unit, Matter matter, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    /** Solved, answered and closed. */
    Matter closed(Place place, String number) {
        var matter = matter(place, number);
        matter = take(Role.VILLAGE_CLERK, place.village(), matter, new Step.TakeOn(""));
        matter = take(Role.VILLAGE_CLERK, place.village(), matter, new Step.Contact(true, ""));
        matter =
                take(
                        Role.VILLAGE_CLERK,
                        place.village(),
                        matter,
                        new Step.Reply(Reason.Result.SOLVED, "已给张三家换灯头。", "", ""));
        matter = take(Role.TOWNSHIP_CLERK, place.township(), matter, new Step.Approve(""));
        return take(
                Role.TOWNSHIP_CLERK, place.township(), matter, new Step.FollowUp(true, null, ""));
    }

    /** And published with a text that a person approved. */
    Matter published(Place place, String number) {
        return take(
                Role.TOWNSHIP_CLERK,
                place.township(),
                closed(place, number),
                new Step.Publish("一处路灯不亮", "村口路灯 <不> 亮 & 很暗。", "已换灯头。"));
    }
}
