package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.For;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.ForeignIds.Samples;
import wanhu.people.Routes.Route;

/**
 * Every route with an id × every role, with real ids of another county, of the township next door
 * and of the units above: nothing is answered, nothing is done, nothing is heard (CWE-639); and of
 * the units below, which answer to whom they are meant for.
 */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignMatrixTest {
    private static final int COUNTY = 150624;
    private static final int OTHER_COUNTY = 150625;
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)");

    /** Work for the whole county: what lies in the township next door is theirs. */
    private static final Set<Role> COUNTY_WIDE =
            Set.of(Role.COUNTY_CLERK, Role.PHONE_DESK, Role.FOLLOW_UP);

    /** A meeting is read by staff below the body, as far as it concerns their own place. */
    private static final Set<String> UPWARDS = Set.of("GET /rounds/{id}");

    /** The unit's own alone, or not there before a meeting began, or of one matter alone. */
    private static final Set<String> NOT_DOWNWARDS =
            Set.of(
                    "GET /desk/import/{id}",
                    "GET /desk/import/{id}/faults.csv",
                    "GET /desk/import/{id}/progress",
                    "GET /exports/jobs/{job}/file",
                    "GET /hooks/{hook}",
                    "GET /rounds/urgent/{matter}",
                    "GET /rounds/{id}/items/{matter}",
                    "GET /rounds/{id}/minutes",
                    "GET /topics/{topic}");

    @Autowired Units units;
    @Autowired Routes routes;
    @Autowired Staff staff;
    @Autowired ForeignIds ids;

    private Unit county;
    private Unit township;
    private Unit village;
    private Unit grid;
    private Unit bureau;
    private Unit above;
    private Unit below;
    private Samples sibling;
    private Samples otherCounty;

    @BeforeAll
    void fill() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "近镇");
        village = staff.below(township, UnitKind.VILLAGE, "近村");
        grid = staff.below(village, UnitKind.GRID, "近格");
        bureau = staff.below(county, UnitKind.DEPARTMENT, "近局");
        above = staff.below(county, UnitKind.TOWNSHIP, "远镇");
        sibling = ids.in(above);
        below = staff.below(unitOf(sibling), UnitKind.GRID, "下格");
        otherCounty = ids.in(staff.below(staff.county(OTHER_COUNTY), UnitKind.TOWNSHIP, "外镇"));
    }

    @Test
    void everyIdOfEveryRouteHasASample() {
        var missing = new TreeSet<String>();
        for (Route route : placed()) {
            var variables = VARIABLE.matcher(route.pattern());
            while (variables.find()) {
                if (sibling.of(route, variables.group(1)).isEmpty()) {
                    missing.add(route + " " + variables.group(1));
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    private List<Route> placed() {
        return routes.ofStaff().stream().filter(ForeignIds::placed).toList();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReachesAnotherCounty(Role role) {
        var at =
                COUNTY_WIDE.contains(role) || role == Role.ADMIN || role == Role.SECURITY
                        ? county
                        : unit(role);

        assertThat(reached(staff.as(role, at), otherCounty)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"COUNTY_CLERK", "PHONE_DESK", "FOLLOW_UP"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyReachesTheTownshipNextDoor(Role role) {
        assertThat(reached(staff.as(role, unit(role)), sibling)).isEmpty();
    }

    private Unit unitOf(Samples samples) {
        return units.get(COUNTY, UUID.fromString(samples.ids().get("unit")));
    }

    /** From a grid up to its village and township: only what the rules of meetings leave open. */
    @ParameterizedTest
    @EnumSource(
            names = {"COUNTY_CLERK", "PHONE_DESK", "FOLLOW_UP"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyReachesTheUnitAbove(Role role) {
        assertThat(reached(staff.as(role, below), sibling))
                .filteredOn(each -> !UPWARDS.contains(each.substring(0, each.lastIndexOf(' '))))
                .isEmpty();
    }

    /** From the township down to its village and grid: what is meant for the role is answered. */
    @ParameterizedTest
    @EnumSource(names = {"TOWNSHIP_CLERK", "LEADER"})
    void whoeverIsAboveReadsWhatLiesBelow(Role role) {
        var visitor = staff.as(role, above);
        var shut = new ArrayList<String>();
        for (Route route : placed()) {
            if (route.read() && route.rule().filter(rule -> names(rule, role)).isPresent()) {
                var answer = visitor.get(route.path(name -> sibling.of(route, name).orElse("x")));
                if (answer.status() >= 400 && !NOT_DOWNWARDS.contains(route.toString())) {
                    shut.add(route + " " + answer.status());
                }
            }
        }

        assertThat(shut).isEmpty();
    }

    private static boolean names(For rule, Role role) {
        return !rule.proof() && (rule.value().length == 0 || List.of(rule.value()).contains(role));
    }

    private Unit unit(Role role) {
        return switch (role) {
            case GRID_WORKER -> grid;
            case VILLAGE_CLERK -> village;
            case DEPARTMENT_CLERK -> bureau;
            case TOWNSHIP_CLERK,
                    LEADER,
                    AUDITOR,
                    SECURITY,
                    ADMIN,
                    COUNTY_CLERK,
                    PHONE_DESK,
                    FOLLOW_UP ->
                    township;
        };
    }

    /** What answered as if the id were theirs, or told something of it. */
    private List<String> reached(Visitor visitor, Samples samples) {
        visitor.get("/posts");
        var reached = new ArrayList<String>();
        for (Route route : placed()) {
            var path = route.path(name -> samples.of(route, name).orElse("x"));
            var answer = route.read() ? visitor.get(path) : visitor.post(path);
            boolean refused =
                    answer.status() == 403
                            || answer.status() == 404
                            || (!route.read() && answer.status() == 400);
            boolean heard =
                    answer.says(ForeignIds.SONG)
                            || answer.says(ForeignIds.NAME)
                            || answer.says(ForeignIds.PHONE);
            if (!refused || heard) {
                reached.add(route + " " + answer.status() + (heard ? " heard" : ""));
            }
        }
        return reached;
    }
}
