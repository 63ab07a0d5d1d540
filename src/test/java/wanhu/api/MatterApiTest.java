package wanhu.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.matter.Matters;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.token.Program;
import wanhu.token.Reach;
import wanhu.token.TestPrograms;

/** TestPrograms report, read and act as the post of their token, and each command is one. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatterApiTest {
    private static final int COUNTY = 150996;

    @Autowired Staff staff;
    @Autowired TestPrograms programs;
    @Autowired Matters matters;

    private Unit township;
    private Unit village;
    private Unit bureau;
    private Program office;
    private Program clerk;

    @BeforeAll
    void make() {
        var county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "令牌镇");
        village = staff.below(township, UnitKind.VILLAGE, "令牌村");
        bureau = staff.below(county, UnitKind.DEPARTMENT, "令牌局");
        office = programs.of(Role.TOWNSHIP_CLERK, township);
        clerk = programs.of(Role.VILLAGE_CLERK, village);
    }

    private String lamp(String more) {
        return """
        {"kind":"HELP","category":"road.lamp","place":"%s","text":"村口的路灯不亮。","name":"张三","phone":"13800138000"%s}
        """
                .formatted(village.code(), more);
    }

    private String reported() {
        return office.post("/matters", lamp("")).at("number");
    }

    @Test
    void reportsAndReadsWhatTheVillageGets() {
        var said = office.post("/matters", lamp(",\"spot\":\"老井旁\""));
        var read = clerk.get("/matters/" + said.at("number"));

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.header("Location")).isEqualTo("/api/v1/matters/" + said.at("number"));
        assertThat(said.at("code")).matches("\\d{12}");
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.at("about", "spot")).isEqualTo("老井旁");
        assertThat(read.at("stage")).isEqualTo("REGISTERED");
        assertThat(read.at("holder", "code")).isEqualTo(village.code());
        assertThat(read.text()).doesNotContain("张三", "13800138000");
    }

    @Test
    void theSameKeyIsTheSameReportAndAnotherBodyIsRefused() {
        var first = office.post("/matters", lamp(""), "same-key-1");
        var again = office.post("/matters", lamp(""), "same-key-1");
        var other = office.post("/matters", lamp(",\"danger\":false"), "same-key-1");

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.faults()).containsExactly("Idempotency-Key");
    }

    @Test
    void takesAStepOnceAndSaysTheSameAgain() {
        var path = "/matters/" + reported() + "/steps/";
        var first = clerk.with("If-Match", "\"1\"").post(path + "TakeOn", "{}", "take-on-1");
        clerk.with("If-Match", "\"2\"").post(path + "Progress", "{\"told\":\"已派人查看。\"}");
        var again = clerk.with("If-Match", "\"1\"").post(path + "TakeOn", "{}", "take-on-1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.at("stage")).isEqualTo("IN_PROGRESS");
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void aStaleVersionIsAPreconditionThatFailed() {
        var number = reported();
        var path = "/matters/" + number + "/steps/TakeOn";
        var stale = clerk.with("If-Match", "\"7\"").post(path, "{}");
        var silent = clerk.post(path, "{}");
        var odd = clerk.with("If-Match", "W/\"1\"").post(path, "{}");
        var any = clerk.with("If-Match", "*").post(path, "{}");

        assertThat(List.of(stale.status(), silent.status(), odd.status(), any.status()))
                .containsExactly(412, 428, 400, 200);
    }

    @Test
    void aStepThatTheStageDoesNotAllowIsAConflict() {
        var said =
                clerk.with("If-Match", "*").post("/matters/" + reported() + "/steps/Archive", "{}");
        var redo =
                clerk.with("If-Match", "*")
                        .post("/matters/" + reported() + "/steps/Redo", "{\"note\":\"不行\"}");

        assertThat(said.status()).isEqualTo(404);
        assertThat(redo.status()).isIn(403, 409);
    }

    @Test
    void dispatchesWithATermAndCoHandlers() {
        var number = reported();
        clerk.with("If-Match", "*")
                .post(
                        "/matters/" + number + "/steps/Escalate",
                        "{\"reason\":\"BEYOND_POWERS\",\"tried\":\"线路不归村里管。\"}");
        var offered = office.get("/matters/" + number + "/steps");
        var body =
                """
                {"to":"%s","term":"5wd","instruction":"请核实。","with":[{"unit":"%s","term":"3wd"}]}
                """
                        .formatted(village.id(), bureau.id());
        var said =
                office.with("If-Match", "*").post("/matters/" + number + "/steps/Dispatch", body);

        assertThat(offered.text()).contains("\"Dispatch\"", "\"UNITS\"");
        assertThat(said.text()).contains("DISPATCHED");
        assertThat(office.get("/matters/" + number).at("parts", 0, "unit", "name"))
                .isEqualTo("令牌局");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dispatch|{\"to\":7,\"colour\":\"red\"}|to,colour",
                "Dispatch|{\"to\":\"x\",\"term\":\"soon\"}|term",
                "Dispatch|{\"with\":[7]}|with",
                "Dispatch|{\"to\":\"x\"}|to",
                "Contact|{\"reached\":\"yes\"}|reached",
                "Reply|{\"result\":\"GREAT\",\"answer\":\"\"}|result,answer",
                "TakeOn|[]|''"
            })
    void namesEachFieldThatIsWrong(String step, String body, String fields) {
        var said =
                clerk.with("If-Match", "*").post("/matters/" + reported() + "/steps/" + step, body);

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.faults()).containsExactlyInAnyOrder(fields.split(",", -1));
    }

    @Test
    void pagesThroughAListWithoutMissingOrRepeatingARow() {
        var made = new ArrayList<String>();
        for (int count = 0; count < 5; count++) {
            made.add(reported());
        }
        var found = new ArrayList<String>();
        var path = "/matters?lens=AREA&sort=NEWEST&size=2";
        var piece = office.get(path);
        while (found.size() < 5) {
            piece.body().path("items").forEach(row -> found.add(row.path("number").asString()));
            piece = office.get(path + "&cursor=" + piece.at("next"));
        }

        assertThat(found.subList(0, 5)).isEqualTo(made.reversed());
    }

    @Test
    void findsByEachFilterOfTheLists() {
        var number = reported();
        var hit =
                office.get(
                        "/matters?lens=AREA&kind=HELP&category=road&stage=REGISTERED&channel=API&state=OPEN&place="
                                + village.code()
                                + "&unit="
                                + village.code()
                                + "&level=VILLAGE&from=2026-01-01&until=2099-12-31");
        var miss = office.get("/matters?lens=AREA&category=farm&q=" + number);

        assertThat(hit.text()).contains(number);
        assertThat(miss.body().path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=red",
                "kind=help",
                "from=yesterday",
                "size=0",
                "size=201",
                "size=-1",
                "cursor=x",
                "place=999",
                "category=nothing",
                "urgent=1",
                "kind=HELP&kind=REPORT"
            })
    void aQuestionThatNobodyCanAnswerIsRefusedByName(String question) {
        var said = office.get("/matters?" + question);

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.faults()).containsExactly(question.replaceFirst("=.*", ""));
    }

    @Test
    void theTimelineSaysWhoActedWithWhat() {
        var number = reported();
        clerk.with("If-Match", "*").post("/matters/" + number + "/steps/TakeOn", "{}");
        var said = clerk.get("/matters/" + number + "/timeline");

        assertThat(said.at("items", 1, "step")).isEqualTo("TakeOn");
        assertThat(said.at("items", 1, "by")).contains("测试平台");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"colour\":\"red\"|colour",
                ",\"danger\":\"yes\"|danger",
                ",\"title\":7|title",
                ",\"phone\":\"\"|phone"
            })
    void aReportWithAWrongFieldIsRefusedByItsName(String more, String field) {
        var said = office.post("/matters", lamp(more).replace(",\"phone\":\"13800138000\"", ""));

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.faults()).contains(field);
    }

    @Test
    void reportsOnlyWhereThePostIsAtWork() {
        var away = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "别处镇");
        var said = office.post("/matters", lamp("").replace(village.code(), away.code()));
        var wrongdoing = office.post("/matters", lamp("").replace("HELP", "REPORT"));

        assertThat(said.status()).isEqualTo(403);
        assertThat(wrongdoing.status()).isEqualTo(422);
    }

    @Test
    void readsFiguresUnitsAndCategories() {
        reported();
        var figures = office.get("/figures?months=1");
        var units = office.get("/units?below=" + township.code());
        var categories = office.get("/categories");

        assertThat(figures.body().path("levels").size()).isPositive();
        assertThat(units.at("items", 1, "above")).isEqualTo(township.code());
        assertThat(categories.text()).contains("road.lamp");
        assertThat(
                        programs.of(Role.PHONE_DESK, township, Reach.FIGURES_READ)
                                .get("/figures")
                                .status())
                .isEqualTo(403);
    }

    @Test
    void unitsComeInPieces() {
        var first = office.get("/units?size=1");
        var second = office.get("/units?size=1&cursor=" + first.at("next"));

        assertThat(first.at("items", 0, "kind")).isEqualTo("COUNTY");
        assertThat(second.at("items", 0, "code")).isNotEqualTo(first.at("items", 0, "code"));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        var path = "/matters/" + reported();

        assertThat(clerk.with("If-None-Match", "\"1\"").get(path).status()).isEqualTo(304);
    }
}
