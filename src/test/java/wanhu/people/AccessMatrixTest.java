package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
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
 * Every route × every role, from the product's own table of routes: a route that somebody adds is
 * tried at once, and one without a rule fails here.
 */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    private static final int COUNTY = 150583;

    /** Leaving would end the visit; it has a test of its own. */
    private static final Set<String> ENDS_THE_VISIT = Set.of("/sign-out");

    /** What a mail program posts with a signed word and without our form (RFC 8058). */
    private static final Set<String> BY_A_WORD = Set.of("POST /mail/stop/{word}");

    /** Programs have tokens and no forms; tried by TokenMatrixTest. */
    private static final String PROGRAMS = "/api/v1/";

    @Autowired Routes routes;
    @Autowired Staff staff;
    @Autowired Web web;

    private Unit township;

    @BeforeAll
    void makeUnits() {
        township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "矩阵镇");
        staff.actor(Role.ADMIN, township);
    }

    @Test
    void everyStaffRouteNamesWhoMayCallIt() {
        assertThat(routes.ofStaff()).filteredOn(route -> route.rule().isEmpty()).isEmpty();
    }

    @Test
    void noPublicRouteHasARuleThatNobodyChecks() {
        assertThat(routes.all())
                .filteredOn(route -> route.open() && route.rule().isPresent())
                .isEmpty();
    }

    @Test
    void leadsWhoHasNotSignedInToTheSignInPage() {
        var nobody = web.visitor();
        nobody.get("/sign-in");
        var entered = new ArrayList<String>();
        for (Route route : routes.ofStaff()) {
            var answer = call(nobody, route);
            if (answer.status() != 303 || !answer.location().orElse("").contains("/sign-in")) {
                entered.add(route + " " + answer.status());
            }
        }

        assertThat(entered).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void letsInExactlyTheRolesOfTheRule(Role role) {
        var visitor = staff.as(role, township);
        visitor.get("/posts");
        var wrong =
                tried(
                        visitor,
                        (route, answer) ->
                                may(role, route)
                                        ? answer.status() < 500 && !refusedByRole(answer)
                                        : answer.status() == 403 && refusedByRole(answer));

        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesEveryChangeWithoutTheTokenOfOurForms() {
        var visitor = staff.as(Role.COUNTY_CLERK, township);
        visitor.get("/posts");
        var heard =
                routes.all().stream()
                        .filter(route -> !route.read() && !route.pattern().startsWith(PROGRAMS))
                        .filter(route -> !BY_A_WORD.contains(route.toString()))
                        .filter(route ->
                                visitor.post(path(route), "_csrf", "forged").status() != 403)
                        .map(Route::toString)
                        .toList();

        assertThat(heard).isEmpty();
    }

    @Test
    void knowsNoOtherPaths() {
        assertThat(web.visitor().get("/no-such-page").status()).isEqualTo(303);
        assertThat(staff.as(Role.ADMIN, township).get("/no-such-page").status()).isEqualTo(404);
    }

    private interface Expectation {
        boolean holds(Route route, Visitor.Answer answer);
    }

    private List<String> tried(Visitor visitor, Expectation expectation) {
        var wrong = new ArrayList<String>();
        for (Route route : routes.ofStaff()) {
            if (!ENDS_THE_VISIT.contains(route.pattern())) {
                var answer = call(visitor, route);
                if (!expectation.holds(route, answer)) {
                    wrong.add(route + " " + answer.status());
                }
            }
        }
        return wrong;
    }

    private static Visitor.Answer call(Visitor visitor, Route route) {
        return route.read() ? visitor.get(path(route)) : visitor.post(path(route));
    }

    /** Ids that nobody has. */
    private static String path(Route route) {
        return route.path(_ -> Ids.next().toString());
    }

    private static boolean may(Role role, Route route) {
        return route.rule().map(For::value).stream()
                .flatMap(roles -> roles.length == 0 ? Stream.of(role) : Arrays.stream(roles))
                .anyMatch(role::equals);
    }

    private static boolean refusedByRole(Visitor.Answer answer) {
        return answer.says("无权进行此操作");
    }
}
