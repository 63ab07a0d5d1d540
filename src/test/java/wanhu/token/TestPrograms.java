package wanhu.token;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.Web;
import wanhu.base.Role;
import wanhu.org.Unit;

/** Programs that call the product of this lane. */
@Lazy
@Component
public class TestPrograms {
    private final TestTokens tokens;
    private final Web web;
    private final Map<String, Program> known = new ConcurrentHashMap<>();

    TestPrograms(TestTokens tokens, Web web) {
        this.tokens = tokens;
        this.web = web;
    }

    /** A program that acts as that colleague and may do this. */
    public Program of(Role role, Unit unit, Reach... reach) {
        return known.computeIfAbsent(
                role + "@" + unit.id() + Arrays.toString(reach),
                _ -> tokens.program(web.address(), role, unit, reach));
    }

    /** One that may do all. */
    public Program of(Role role, Unit unit) {
        return known.computeIfAbsent(
                role + "@" + unit.id(), _ -> tokens.program(web.address(), role, unit));
    }

    /** A program without a token. */
    public Program nobody() {
        return new Program(web.address(), "");
    }

    Tokens.Made made(Role role, Unit unit, Reach... reach) {
        return tokens.made(role, unit, reach);
    }

    Program with(Tokens.Made made) {
        return new Program(web.address(), made.secret());
    }

    wanhu.base.Actor security(Unit unit) {
        return tokens.security(unit);
    }
}
