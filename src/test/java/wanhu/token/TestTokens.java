package wanhu.token;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.people.Staff;

/** Tokens that were made, and let in, as people do it. */
@Lazy
@Component
public class TestTokens {
    private final Tokens tokens;
    private final Staff staff;

    TestTokens(Tokens tokens, Staff staff) {
        this.tokens = tokens;
        this.staff = staff;
    }

    /** A program at an address that acts as that colleague and may do all. */
    public Program program(String address, Role role, Unit unit) {
        var all =
                Arrays.stream(Reach.values())
                        .filter(each -> each != Reach.ANYBODY)
                        .toArray(Reach[]::new);
        return program(address, role, unit, all);
    }

    Program program(String address, Role role, Unit unit, Reach... reach) {
        var made = made(role, unit, reach);
        tokens.release(security(unit), made.token().id());
        return new Program(address, made.secret());
    }

    /** Made and not yet let in. */
    Tokens.Made made(Role role, Unit unit, Reach... reach) {
        var wanted = Arrays.stream(reach).map(Reach::text).collect(Collectors.toSet());
        return tokens.make(staff.actor(role, unit), new Tokens.Wish("测试平台", wanted, 90));
    }

    /** Who lets in. */
    Actor security(Unit unit) {
        return staff.actor(Role.SECURITY, staff.county(unit.county()));
    }
}
