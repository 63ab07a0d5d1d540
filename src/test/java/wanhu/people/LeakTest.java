package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.AfterClockMoved;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Routes.Route;

/**
 * A canary sits in each unit; nobody may hear one that is not theirs, on any page, list, count,
 * search, export or meeting, whatever ids are put into the address (CWE-639).
 */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakTest {
    private static final int COUNTY = 150620;
    private static final int OTHER_COUNTY = 150621;
    private static final String PHONE = "13900139007";
    private static final String NAME = "敖特根巴雅尔";

    @Autowired Routes routes;
    @Autowired Staff staff;
    @Autowired Reports reports;
    @Autowired Matters matters;
    @Autowired List<AfterClockMoved> ticks;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private final Map<Canary, String> numbers = new LinkedHashMap<>();
    private Unit county;
    private Unit township;
    private Unit village;
    private Unit grid;
    private Unit bureau;
    private Unit otherBureau;

    /** Where a canary sits. */
    private enum Canary {
        VILLAGE("金丝雀甲村"),
        GRID("金丝雀甲格"),
        SIBLING("金丝雀乙村"),
        BUREAU("金丝雀丙局"),
        OTHER_BUREAU("金丝雀丁局"),
        OTHER_COUNTY("金丝雀外县");

        private final String song;

        Canary(String song) {
            this.song = song;
        }
    }

    @BeforeAll
    void makeTheWorld() {
        clock.set(TestClock.START);
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "甲镇");
        village = staff.below(township, UnitKind.VILLAGE, "甲村");
        grid = staff.below(village, UnitKind.GRID, "甲格");
        var sibling = staff.below(county, UnitKind.TOWNSHIP, "乙镇");
        var siblingVillage = staff.below(sibling, UnitKind.VILLAGE, "乙村");
        bureau = staff.below(county, UnitKind.DEPARTMENT, "丙局");
        otherBureau = staff.below(county, UnitKind.DEPARTMENT, "丁局");
        var foreign = staff.below(staff.county(OTHER_COUNTY), UnitKind.TOWNSHIP, "外镇");
        report(Canary.VILLAGE, village, null);
        report(Canary.GRID, grid, null);
        report(Canary.SIBLING, siblingVillage, null);
        report(Canary.BUREAU, siblingVillage, bureau);
        report(Canary.OTHER_BUREAU, siblingVillage, otherBureau);
        report(Canary.OTHER_COUNTY, foreign, null);
        ticks.forEach(AfterClockMoved::clockMoved);
    }

    private void report(Canary canary, Unit place, @Nullable Unit receiver) {
        var content =
                new Report.Content(
                        Kind.HELP, "farm", Channel.PHONE, false, canary.song, canary.song);
        var receipt =
                reports.report(
                        staff.actor(Role.PHONE_DESK, staff.county(place.county())),
                        new Report(
                                place.county(),
                                Ids.next(),
                                content,
                                place.id(),
                                "",
                                receiver == null ? null : receiver.id(),
                                new Report.Contact(NAME, PHONE, false, false, true, true),
                                clock.instant()));
        numbers.put(canary, matters.get(place.county(), receipt.matter()).number());
    }

    private Unit unit(Role role) {
        return switch (role) {
            case GRID_WORKER -> grid;
            case VILLAGE_CLERK -> village;
            case TOWNSHIP_CLERK, LEADER, AUDITOR -> township;
            case DEPARTMENT_CLERK -> bureau;
            case COUNTY_CLERK, PHONE_DESK, FOLLOW_UP, ADMIN -> county;
        };
    }

    /** What each hears, written down here once more and not asked of the product. */
    private static Set<Canary> heard(Role role) {
        return switch (role) {
            case GRID_WORKER -> Set.of(Canary.GRID);
            case VILLAGE_CLERK, TOWNSHIP_CLERK, LEADER, AUDITOR ->
                    Set.of(Canary.VILLAGE, Canary.GRID);
            case DEPARTMENT_CLERK -> Set.of(Canary.BUREAU);
            case COUNTY_CLERK, PHONE_DESK, FOLLOW_UP ->
                    Set.of(
                            Canary.VILLAGE,
                            Canary.GRID,
                            Canary.SIBLING,
                            Canary.BUREAU,
                            Canary.OTHER_BUREAU);
            case ADMIN -> Set.of();
        };
    }

    @ParameterizedTest
    @EnumSource
    void findsInTheListAndTheFileExactlyWhatIsTheirs(Role role) {
        var visitor = staff.as(role, unit(role));
        var shown = Stream.of(Canary.values()).filter(heard(role)::contains).toList();

        assertThat(songs(visitor.get("/matters?lens=AREA&size=100"))).isEqualTo(shown);
        assertThat(songs(visitor.get("/matters/export.csv?lens=AREA"))).isEqualTo(shown);
    }

    private static List<Canary> songs(Visitor.Answer answer) {
        return Stream.of(Canary.values()).filter(each -> answer.says(each.song)).toList();
    }

    @ParameterizedTest
    @EnumSource
    void opensExactlyTheMattersThatAreTheirs(Role role) {
        var visitor = staff.as(role, unit(role));
        var opened =
                Stream.of(Canary.values())
                        .filter(each ->
                                visitor.get("/matters/" + numbers.get(each)).status() == 200)
                        .toList();

        assertThat(opened)
                .isEqualTo(Stream.of(Canary.values()).filter(heard(role)::contains).toList());
    }

    @ParameterizedTest
    @EnumSource
    void hearsNoForeignCanaryAndNoPhoneOnAnyPage(Role role) {
        var visitor = staff.as(role, unit(role));
        var leaks = new ArrayList<String>();
        for (String path : paths()) {
            var answer = visitor.get(path);
            songs(answer).stream()
                    .filter(each -> !heard(role).contains(each))
                    .forEach(each -> leaks.add(path + " " + each));
            if (answer.says(PHONE) || answer.says(NAME)) {
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
        var visitor = staff.as(Role.VILLAGE_CLERK, village);

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
        for (String number : numbers.values()) {
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
            return numbers.values().stream().map(number -> _ -> number);
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
        return List.of(village.id(), otherBureau.id());
    }

    @Test
    void refusesEveryStepOnAForeignMatter() {
        var visitor = staff.as(Role.VILLAGE_CLERK, village);
        visitor.get("/posts");
        var number = numbers.get(Canary.SIBLING);
        var statuses =
                Stream.of("Admit", "TakeOn", "Escalate", "Reply", "Merge", "Close", "Dispatch")
                        .map(step ->
                                visitor.post(
                                                "/matters/" + number + "/steps/" + step,
                                                "version",
                                                "1",
                                                "command",
                                                Ids.next().toString())
                                        .status())
                        .distinct();

        assertThat(statuses).containsExactly(404);
    }

    @Test
    void letsNobodyChangeAForeignMatterOrMeeting() {
        var visitor = staff.as(Role.VILLAGE_CLERK, village);
        visitor.get("/posts");
        var number = Objects.requireNonNull(numbers.get(Canary.SIBLING));
        var meeting = meetingOf(Canary.SIBLING).toString();
        var heard =
                routes.ofStaff().stream()
                        .filter(route -> !route.read())
                        .filter(route ->
                                route.pattern().contains("{number}")
                                        || route.pattern().startsWith("/rounds/{id}"))
                        .map(route -> route.path(name -> name.equals("number") ? number : meeting))
                        .filter(path -> visitor.post(path).status() < 400)
                        .toList();

        assertThat(heard).isEmpty();
    }

    /** The open meeting of the village in which the canary sits. */
    private UUID meetingOf(Canary canary) {
        return db.sql(
                        """
                        select r.id
                        from round.round r
                        join matter.matter m on m.county = r.county and m.place_id = r.body
                        where m.county = :county and m.number = :number
                        order by r.from_at desc
                        limit 1
                        """)
                .param("county", COUNTY)
                .param("number", numbers.get(canary))
                .query(UUID.class)
                .single();
    }

    @Test
    void tellsAContactOnlyToWhomItIsMeantForAndRecordsIt() {
        var requester = requester(Canary.VILLAGE);
        var clerk = staff.as(Role.VILLAGE_CLERK, village);
        clerk.get("/posts");
        var told = contact(clerk, Canary.VILLAGE, requester);
        assertThat(told.says(PHONE)).isTrue();
        assertThat(
                        db.sql("select count(*) from vault.view where row = :row")
                                .param("row", requester)
                                .query(Long.class)
                                .single())
                .isPositive();

        var auditor = staff.as(Role.AUDITOR, township);
        auditor.get("/posts");
        assertThat(contact(auditor, Canary.VILLAGE, requester).status()).isEqualTo(403);
        assertThat(contact(clerk, Canary.SIBLING, requester(Canary.SIBLING)).status())
                .isEqualTo(404);
        assertThat(contact(clerk, Canary.VILLAGE, requester(Canary.SIBLING)).status())
                .isEqualTo(404);
    }

    private Visitor.Answer contact(Visitor visitor, Canary canary, UUID requester) {
        return visitor.post(
                "/matters/" + numbers.get(canary) + "/contact",
                "requester",
                requester.toString(),
                "purpose",
                "回访核实");
    }

    private UUID requester(Canary canary) {
        int in = canary == Canary.OTHER_COUNTY ? OTHER_COUNTY : COUNTY;
        var actor = staff.actor(Role.PHONE_DESK, staff.county(in));
        return reports.of(matters.get(actor, Objects.requireNonNull(numbers.get(canary))))
                .getFirst()
                .id();
    }
}
