package wanhu.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * Every route of programs × every reach, from the product's own table of routes, and with ids of
 * another county, of the township next door and of the units above.
 */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenMatrixTest {
    private static final int COUNTY = 154743;
    private static final int OTHER_COUNTY = 154744;
    private static final String SONG = "金丝雀接口";

    @Autowired RequestMappingHandlerMapping mapping;
    @Autowired Staff staff;
    @Autowired TestPrograms programs;
    @Autowired Reports reports;
    @Autowired Matters matters;

    private Unit county;
    private Unit township;

    @BeforeAll
    void make() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "矩阵镇");
    }

    private record Route(String method, String pattern, Needs needs) {
        String path(String number) {
            return pattern.substring(ApiRoute.ROOT.length())
                    .replace("{number}", number)
                    .replace("{step}", "TakeOn")
                    .replaceAll("\\{\\w+}", Ids.next().toString());
        }

        boolean open() {
            return needs.value() == Reach.ANYBODY;
        }
    }

    private List<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(each -> ApiRoute.class.isAssignableFrom(each.getValue().getBeanType()))
                .flatMap(each ->
                        each.getKey().getPatternValues().stream()
                                .flatMap(pattern ->
                                        each.getKey().getMethodsCondition().getMethods().stream()
                                                .map(method ->
                                                        new Route(
                                                                method.name(),
                                                                pattern,
                                                                needs(each.getValue())))))
                .toList();
    }

    private static Needs needs(HandlerMethod method) {
        return Objects.requireNonNull(method.getMethodAnnotation(Needs.class), method.toString());
    }

    private static Program.Said call(Program program, Route route, String number) {
        var body = route.method().equals("GET") ? "" : "{}";
        return program.with("If-Match", "*")
                .call(
                        route.method(),
                        route.path(number),
                        body,
                        "application/json",
                        "Idempotency-Key",
                        Ids.next().toString());
    }

    @Test
    void everyRouteOfProgramsLiesBelowOneRoot() {
        assertThat(routes()).isNotEmpty();
        assertThat(routes()).allMatch(route -> route.pattern().startsWith(ApiRoute.ROOT + "/"));
        var strange =
                mapping.getHandlerMethods().entrySet().stream()
                        .filter(each ->
                                !ApiRoute.class.isAssignableFrom(each.getValue().getBeanType()))
                        .flatMap(each -> each.getKey().getPatternValues().stream())
                        .filter(pattern -> pattern.startsWith(ApiRoute.ROOT));
        assertThat(strange).isEmpty();
    }

    @Test
    void withoutATokenNothingIsOpenButTheDescription() {
        var nobody = programs.nobody();
        var wrong = new ArrayList<String>();
        for (Route route : routes()) {
            int status = call(nobody, route, "x").status();
            if (route.open() ? status >= 400 : status != 401) {
                wrong.add(route + " " + status);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aTokenOpensWhatItIsGoodForAndNothingElse() {
        var wrong = new ArrayList<String>();
        for (Reach reach : Reach.values()) {
            if (reach != Reach.ANYBODY) {
                var program = programs.of(Role.TOWNSHIP_CLERK, township, reach);
                for (Route route : routes()) {
                    boolean shut =
                            call(program, route, "x").text().contains(route.needs().value().text())
                                    && !route.open()
                                    && call(program, route, "x").status() == 403;
                    if (shut == (route.needs().value() == reach || route.open())) {
                        wrong.add(reach + " " + route);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyReachesAnotherCountyTheTownshipNextDoorOrTheUnitAbove() {
        var village = staff.below(township, UnitKind.VILLAGE, "近村");
        var next = staff.below(county, UnitKind.TOWNSHIP, "远镇");
        var bureau = staff.below(county, UnitKind.DEPARTMENT, "远局");
        var away = staff.below(staff.county(OTHER_COUNTY), UnitKind.TOWNSHIP, "外镇");
        var inNext = number(next);
        var inAway = number(away);
        var above = number(township);
        var reached = new ArrayList<String>();
        var strangers =
                Stream.of(
                        new Stranger(
                                programs.of(Role.TOWNSHIP_CLERK, township), Set.of(inNext, inAway)),
                        new Stranger(
                                programs.of(Role.VILLAGE_CLERK, village), Set.of(above, inNext)),
                        new Stranger(
                                programs.of(Role.DEPARTMENT_CLERK, bureau), Set.of(above, inAway)),
                        new Stranger(programs.of(Role.COUNTY_CLERK, county), Set.of(inAway)));
        strangers.forEach(stranger -> reached.addAll(reached(stranger)));

        assertThat(reached).isEmpty();
    }

    private record Stranger(Program program, Set<String> numbers) {}

    private List<String> reached(Stranger stranger) {
        var reached = new ArrayList<String>();
        for (Route route : routes().stream().filter(each -> !each.open()).toList()) {
            for (String number : stranger.numbers()) {
                var said = call(stranger.program(), route, number);
                boolean named = route.pattern().contains("{number}");
                if (said.text().contains(SONG) || (named && said.status() != 404)) {
                    reached.add(route + " " + said.status());
                }
            }
        }
        return reached;
    }

    private String number(Unit unit) {
        var village =
                unit.kind() == UnitKind.TOWNSHIP ? staff.below(unit, UnitKind.VILLAGE, "某村") : unit;
        var receipt =
                reports.report(
                        null,
                        new Report(
                                unit.county(),
                                Ids.next(),
                                new Report.Content(
                                        Kind.HELP, "farm", Channel.WEB, false, SONG, SONG),
                                village.id(),
                                SONG,
                                null,
                                new Report.Contact(SONG, "13900139228", false, false, true, true),
                                wanhu.TestClock.START));
        return matters.get(unit.county(), receipt.matter()).number();
    }

    @Test
    void theThreeAdministratorsHaveNoTokens() {
        var apart = Arrays.stream(Role.values()).filter(Role::apart);

        assertThat(apart)
                .allSatisfy(role ->
                        assertThat(
                                        staff.as(role, township)
                                                .post(
                                                        "/tokens",
                                                        "name",
                                                        "x",
                                                        "reach",
                                                        "matters:read",
                                                        "days",
                                                        "90")
                                                .status())
                                .isEqualTo(403));
    }
}
