package wanhu.open311;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.people.Staff;

/** Keys with which another system reports. */
@Lazy
@Component
public class TestKeys {
    private final ApiKeys keys;
    private final Staff staff;

    TestKeys(ApiKeys keys, Staff staff) {
        this.keys = keys;
        this.staff = staff;
    }

    /** A key for all of a unit. */
    public String of(Unit unit) {
        var security = staff.actor(Role.SECURITY, staff.county(unit.county()));
        return keys.make(security, "邻县平台", unit.code()).secret();
    }
}
