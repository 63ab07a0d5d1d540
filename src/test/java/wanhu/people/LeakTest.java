package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.people.Canaries.Canary;
import wanhu.people.Routes.Route;

/**
 * A canary sits in each unit; nobody may hear one that is not theirs, on any page, list, count,
 * search, export or meeting, whatever ids are put into the address (CWE-639).
 */
@WanhuTest
class LeakTest {
    @Autowired Routes routes;
    @Autowired Staff staff;
    @Autowired Canaries canaries;
    @Autowired JdbcClient db;

    /** What each hears, written down here once more and not asked of the product. */
    private static Set<Canary> heard(Role role) {
        return switch (role) {
            case GRID_WORKER -> Set.of(Canary.GRID);
            case VILLAGE_CLERK, TOWNSHIP_CLERK, LEADER -> Set.of(Canary.VILLAGE, Canary.GRID);
            case DEPARTMENT_CLERK -> Set.of(Canary.BUREAU);
            case COUNTY_CLERK, PHONE_DESK, FOLLOW_UP ->
                    Set.of(
                            Canary.VILLAGE,
                            Canary.GRID,
                            Canary.SIBLING,
                            Canary.BUREAU,
                            Canary.OTHER_BUREAU);
            case ADMIN, SECURITY, AUDITOR -> Set.of();
        };
    }

    @ParameterizedTest
    @EnumSource
    void findsInTheListAndTheFileExactlyWhatIsTheirs(Role role) {
        var visitor = staff.as(role, canaries.unit(role));
        var shown = Stream.of(Canary.values()).filter(heard(role)::contains).toList();

        assertThat(songs(visitor.get("/matters?lens=AREA&size=100"))).isEqualTo(shown);
        assertThat(songs(visitor.get("/matters/export.csv?lens=AREA"))).isEqualTo(shown);
    }

    private static List<Canary> songs(Visitor.Answer answer) {
        return Stream.of(Canary.values()).filter(each -> answer.says(each.song())).toList();
    }

    @ParameterizedTest
    @EnumSource
    void opensExactlyTheMattersThatAreTheirs(Role role) {
        var visitor = staff.as(role, canaries.unit(role));
        var opened =
                Stream.of(Canary.values())
                        .filter(each ->
                                visitor.get("/matters/" + canaries.number(each)).status() == 200)
                        .toList();

        assertThat(opened)
                .isEqualTo(Stream.of(Canary.values()).filter(heard(role)::contains).toList());
    }

    @ParameterizedTest
    @EnumSource
    void hearsNoForeignCanaryAndNoPhoneOnAnyPage(Role role) {
        var visitor = staff.as(role, canaries.unit(role));
        var leaks = new ArrayList<String>();
        for (String path : paths()) {
            var answer = visitor.get(path);
            songs(answer).stream()
                    .filter(each -> !heard(role).contains(each))
                    .forEach(each -> leaks.add(path + " " + each));
            if (answer.says(Canaries.PHONE) || answer.says(Canaries.NAME)) {
                leaks.add(path + " contact");
            }
            if (answer.status() >= 500) {
                leaks.add(path + " " + answer.status());
            }
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void findsTheirOwnOnTheListOfTheirOwnMeeting() {
        var visitor = staff.as(Role.VILLAGE_CLERK, canaries.village());

        assertThat(rounds().map(round -> visitor.get("/rounds/" + round)))
                .anySatisfy(page -> assertThat(songs(page)).contains(Canary.VILLAGE));
    }

    /** Every page that is read, with every id that could tell something. */
    private List<String> paths() {
        var paths = new ArrayList<String>();
        for (Route route : routes.all()) {
            if (route.read()) {
                ids(route).forEach(ids -> paths.add(route.path(ids)));
            }
        }
        for (String lens : List.of("TODO", "BELOW", "PART", "AREA", "WAITING", "OVERDUE", "SOON")) {
            paths.add("/matters?size=100&lens=" + lens);
            paths.add("/matters?size=100&q=金丝&lens=" + lens);
        }
        for (String number : canaries.numbers()) {
            paths.add("/matters?lens=AREA&q=" + number);
        }
        for (UUID unit : units()) {
            paths.add("/matters?lens=AREA&place=" + unit);
            paths.add("/matters/export.csv?lens=AREA&unit=" + unit);
        }
        return paths.stream().map(path -> path.replace("金丝", "%E9%87%91%E4%B8%9D")).toList();
    }

    private Stream<Function<String, String>> ids(Route route) {
        if (!route.pattern().contains("{")) {
            return Stream.of(_ -> "x");
        }
        if (route.pattern().contains("{number}")) {
            return canaries.numbers().stream().map(number -> _ -> number);
        }
        if (route.pattern().startsWith("/rounds/{id}")) {
            return rounds().flatMap(round ->
                    matters()
                            .map(matter ->
                                    name ->
                                            name.equals("id")
                                                    ? round.toString()
                                                    : matter.toString()));
        }
        return units().stream().map(unit -> _ -> unit.toString());
    }

    private Stream<UUID> rounds() {
        return db
                .sql("select id from round.round where county in (150620, 150621) order by id")
                .query(UUID.class)
                .list()
                .stream();
    }

    private Stream<UUID> matters() {
        return db
                .sql("select id from matter.matter where county in (150620, 150621) order by id")
                .query(UUID.class)
                .list()
                .stream();
    }

    private List<UUID> units() {
        return List.of(canaries.village().id(), canaries.otherBureau().id());
    }
}
