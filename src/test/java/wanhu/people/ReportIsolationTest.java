package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.board.Histories;
import wanhu.life.Kind;
import wanhu.matter.MatterFigures;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.org.Level;
import wanhu.people.Accusation.Of;
import wanhu.people.Routes.Route;

/** The unit complained of reads neither who reported it nor a word of what was said. */
@WanhuTest
@ExtendWith(OutputCaptureExtension.class)
class ReportIsolationTest {
    @Autowired Routes routes;
    @Autowired Staff staff;
    @Autowired Accusation told;
    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired MatterFigures figures;
    @Autowired Histories histories;
    @Autowired JdbcClient db;
    @Autowired Web web;

    @ParameterizedTest
    @EnumSource
    void theAccusedHearNothingOnAnyPage(Of of) {
        var leaks = new ArrayList<String>();
        for (var insider : told.insiders(of)) {
            for (String path : paths(of)) {
                var answer = insider.browser().get(path);
                boolean asked = path.contains(told.matter(of).number());
                if (heard(answer, of) || (!asked && answer.says(told.matter(of).number()))) {
                    leaks.add(insider.role() + " " + path);
                }
                if (path.startsWith("/matters/" + told.matter(of).number())
                        && answer.status() < 400) {
                    leaks.add(insider.role() + " " + path + " " + answer.status());
                }
            }
        }

        assertThat(leaks).isEmpty();
    }

    private boolean heard(Visitor.Answer answer, Of of) {
        return answer.says(of.song())
                || answer.says(Accusation.NAME)
                || answer.says(Accusation.PHONE);
    }

    /** Every page that is read, with the matter's number and id wherever one fits. */
    private List<String> paths(Of of) {
        var matter = told.matter(of);
        var paths = new ArrayList<String>();
        for (Route route : routes.all()) {
            if (route.read() && !route.open()) {
                rounds().forEach(round ->
                        paths.add(
                                route.path(name ->
                                        switch (name) {
                                            case "number" -> matter.number();
                                            case "id" -> round.toString();
                                            default -> matter.id().toString();
                                        })));
            }
        }
        for (String lens :
                List.of("TODO", "BELOW", "PART", "AREA", "WAITING", "HANDLED", "OVERDUE", "SOON")) {
            paths.add("/matters?size=100&lens=" + lens);
            paths.add("/matters?size=100&kind=REPORT&lens=" + lens);
            paths.add("/matters/export.csv?lens=" + lens);
        }
        Stream.of(Level.values())
                .forEach(level ->
                        List.of("NEW", "OPEN")
                                .forEach(cell -> paths.add("/flow/" + level + "/" + cell)));
        return paths.stream().distinct().toList();
    }

    private List<UUID> rounds() {
        return db.sql("select id from round.round where county = :county order by id")
                .param("county", Accusation.COUNTY)
                .query(UUID.class)
                .list();
    }

    @ParameterizedTest
    @EnumSource
    void theAccusedCanNotAct(Of of) {
        var matter = told.matter(of);
        var entered = new ArrayList<String>();
        for (var insider : told.insiders(of)) {
            insider.browser().get("/posts");
            routes.ofStaff().stream()
                    .filter(route ->
                            !route.read() && route.pattern().startsWith("/matters/{number}"))
                    .map(route ->
                            insider.browser()
                                    .post(
                                            route.path(name ->
                                                    name.equals("number")
                                                            ? matter.number()
                                                            : "Admit"),
                                            "requester",
                                            reports.of(matter).getFirst().id().toString(),
                                            "use",
                                            "CHECK_FACTS",
                                            "purpose",
                                            "核实"))
                    .filter(answer -> answer.status() < 400 || heard(answer, of))
                    .forEach(answer -> entered.add(insider.role() + " " + answer.status()));
        }

        assertThat(entered).isEmpty();
    }

    /** A file keeps no name, a refusal no word, and what is broken is told to no log. */
    @Test
    void noNameOfAFileNoErrorAndNoLogTellsOfIt(CapturedOutput log) {
        var code = told.code();
        var reporter = web.visitor();
        reporter.get("/track");
        reporter.post(
                "/m/" + code, "tail", Accusation.PHONE.substring(Accusation.PHONE.length() - 4));
        var picture = new Visitor.Upload(Of.VILLAGE.song() + ".jpg", "image/jpeg", new byte[] {1});
        var answers =
                List.of(
                        reporter.upload("/m/" + code + "/photos", "file", picture),
                        reporter.post("/m/" + code + "/rate", "note", Accusation.NAME),
                        reporter.post("/m/" + code + "/withdraw", "note", Accusation.PHONE),
                        reporter.post("/report/send", "name", Accusation.NAME, "x", "\u0000"),
                        reporter.get("/m/" + code + "/photos/" + Of.VILLAGE.song().hashCode()),
                        reporter.get("/m/" + code));

        assertThat(answers).noneMatch(answer -> answer.status() >= 500);
        theAccusedHearNothingOnAnyPage(Of.VILLAGE);
        assertThat(log.getAll())
                .doesNotContain(
                        Accusation.NAME, Accusation.PHONE, Of.VILLAGE.song(), code.substring(4));
    }

    @Test
    void theUnitAboveGetsItAndSeesWhoIsComplainedOf() {
        assertThat(told.matter(Of.VILLAGE).parties().holder().unit()).isEqualTo(told.township.id());
        assertThat(told.matter(Of.TOWNSHIP).parties().holder().unit()).isEqualTo(told.county.id());
        assertThat(told.matter(Of.BUREAU).parties().holder().unit()).isEqualTo(told.county.id());
        var page =
                staff.as(Role.TOWNSHIP_CLERK, told.township)
                        .get("/matters/" + told.matter(Of.VILLAGE).number());

        assertThat(page.says("被举报单位")).isTrue();
        assertThat(page.says(Accusation.PHONE) || page.says(Accusation.NAME)).isFalse();
    }

    @Test
    void theFiguresOfTheAccusedKeepSilent() {
        var actor = staff.actor(Role.VILLAGE_CLERK, told.village);
        var county = staff.actor(Role.COUNTY_CLERK, told.county);
        int seen = reported(actor);
        int all = reported(county);

        told.report(Kind.REPORT, "只有上级数得到", null);

        assertThat(reported(actor)).isEqualTo(seen);
        assertThat(reported(county)).isEqualTo(all + 1);
    }

    private int reported(Actor actor) {
        var today = Zones.day(told.matter(Of.VILLAGE).times().reported());
        return figures.categories(actor, today.minusDays(1), today.plusDays(1)).stream()
                .mapToInt(MatterFigures.About::reported)
                .sum();
    }

    @Test
    void theCountsOverMonthsOfTheAccusedTownshipKeepSilent() {
        var township = staff.actor(Role.TOWNSHIP_CLERK, told.township);
        var county = staff.actor(Role.COUNTY_CLERK, told.county);
        int seen = counted(township);
        int all = counted(county);

        told.report(Kind.REPORT, "只有旗里数得到", told.township);

        assertThat(counted(township)).isEqualTo(seen);
        assertThat(counted(county)).isEqualTo(all + 1);
    }

    @Test
    void theCountsOverMonthsOfTheAccusedVillageKeepSilent() {
        var village = staff.actor(Role.VILLAGE_CLERK, told.village);
        var township = staff.actor(Role.TOWNSHIP_CLERK, told.township);
        int seen = counted(village);
        int all = counted(township);

        told.report(Kind.REPORT, "只有镇里数得到", told.village);

        assertThat(counted(village)).isEqualTo(seen);
        assertThat(counted(township)).isEqualTo(all + 1);
    }

    private int counted(Actor actor) {
        var today = Zones.day(told.matter(Of.VILLAGE).times().reported());
        return histories.history(actor, YearMonth.from(today), today).abouts().stream()
                .mapToInt(MatterFigures.About::reported)
                .sum();
    }

    @Test
    void theAccusedCanNotWriteItDownForTheReporter() {
        var clerk = staff.as(Role.VILLAGE_CLERK, told.village);
        clerk.get("/desk/new");
        var answer =
                clerk.post(
                        "/desk/new",
                        "command",
                        Ids.next().toString(),
                        "place",
                        told.village.code(),
                        "category",
                        "farm",
                        "channel",
                        "COUNTER",
                        "kind",
                        "REPORT",
                        "text",
                        "有人举报本村");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.says("对本单位的举报不能由本单位代为登记")).isTrue();
    }

    @Test
    void thePlaceOfTheAccusedIsKeptOnlyBelowTheCounty() {
        assertThat(told.matter(Of.VILLAGE).about().privacy().complainedOf())
                .isEqualTo(told.village.path());
        assertThat(matters.get(Accusation.COUNTY, told.report(Kind.HELP, "求助", told.bureau)))
                .extracting(each -> each.about().privacy().complainedOf())
                .isNull();
        assertThat(told.matter(Of.BUREAU).about().privacy().shutTo(new OrgPath("15.06.22.")))
                .isFalse();
    }
}
