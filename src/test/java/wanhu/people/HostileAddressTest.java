package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestParam;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.For;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Routes.Route;

/**
 * Every page that is read, with every parameter that any of them knows, filled with what no honest
 * reader writes: no page breaks, none repeats it as a part of the page (CWE-79), none waits for it.
 */
@WanhuTest
class HostileAddressTest {
    /** Who guesses codes is stopped by address: those of other tests should not be. */
    private static final String NETWORK = "203.0.113.";

    private static final String SCRIPT =
            "'\"><script>alert(1)</script><img src=x onerror=alert(1)>";
    private static final List<String> VALUES =
            List.of(
                    SCRIPT,
                    "\u0000",
                    "+999999999-12-31",
                    "-999999999-01-01",
                    "99999999999999999999",
                    "-1",
                    "%_\\' or 1=1 --",
                    "a" + "+999999999-01-01T00:00:00Z_" + new UUID(0, 0),
                    "../../etc/passwd",
                    "\u202e𠀀é",
                    "x".repeat(3_000));

    /** Those that a page takes all at once, and not one by one. */
    private static final List<String> MORE =
            List.of(
                    "lens",
                    "q",
                    "from",
                    "until",
                    "at",
                    "after",
                    "who",
                    "object",
                    "group",
                    "verb",
                    "size",
                    "limit",
                    "kind",
                    "category",
                    "place",
                    "unit",
                    "sort",
                    "solved-from",
                    "solved-until",
                    "supporters",
                    "units",
                    "trouble",
                    "text",
                    "month",
                    "year",
                    "day",
                    "page",
                    "said",
                    "lang");

    @Autowired Routes routes;
    @Autowired Staff staff;
    @Autowired Web web;

    @Test
    void opensNothingToWhoHasNotSignedIn() {
        assertThat(
                        wrong(
                                web.visitor().from(NETWORK + "1"),
                                routes.all().stream().filter(Route::open)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNTY_CLERK", "ADMIN", "SECURITY", "AUDITOR"})
    void opensNothingToStaff(Role role) {
        var visitor =
                staff.as(role, unit())
                        .from(NETWORK + (2 + Math.floorMod(role.name().hashCode(), 250)));
        visitor.get("/posts");

        assertThat(wrong(visitor, routes.ofStaff().stream().filter(route -> may(role, route))))
                .isEmpty();
    }

    private static boolean may(Role role, Route route) {
        return route.rule().map(For::value).stream()
                .anyMatch(roles -> roles.length == 0 || List.of(roles).contains(role));
    }

    private Unit unit() {
        var county = staff.county(150_963);
        staff.below(county, UnitKind.TOWNSHIP, "怪镇" + Ids.next());
        return county;
    }

    private List<String> wrong(Visitor visitor, Stream<Route> tried) {
        var names = names();
        var wrong = new ArrayList<String>();
        for (Route route : tried.filter(Route::read).toList()) {
            for (String value : VALUES) {
                var answer = visitor.get(path(route) + query(names, value));
                if (answer.status() >= 500 || answer.body().contains(SCRIPT)) {
                    wrong.add(route + " " + answer.status() + " " + value);
                }
            }
        }
        return wrong;
    }

    private static String path(Route route) {
        return route.path(_ -> Ids.next().toString());
    }

    private static String query(SortedSet<String> names, String value) {
        int each = value.length() > 1_000 ? 3 : names.size();
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return names.stream()
                .limit(each)
                .map(name -> name + "=" + encoded)
                .collect(Collectors.joining("&", "?", ""));
    }

    private SortedSet<String> names() {
        var names = new TreeSet<>(MORE);
        routes.all().stream()
                .filter(Route::read)
                .flatMap(route -> Stream.of(route.handler().getParameters()))
                .filter(each -> each.isAnnotationPresent(RequestParam.class))
                .map(Parameter::getName)
                .forEach(names::add);
        return names;
    }
}
