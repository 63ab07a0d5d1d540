package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;

/** Nobody reads a resident's matter by the code alone where a phone is held. */
@WanhuTest
class DoorTest {
    @Autowired DoorSteps steps;
    @Autowired TestClock clock;
    @Autowired RequestMappingHandlerMapping routes;

    @BeforeEach
    void aNetworkOfItsOwn() {
        steps.moveOn();
    }

    @Test
    void theCodeAloneShowsTheSameDoorWhetherItIsAnybodysOrNot() {
        var known = steps.told().code();
        var anonymous = steps.told("").code();
        var visitor = steps.stranger();
        var door = DoorSteps.plain(visitor.get("/m/" + known), known);

        assertThat(door).startsWith("200").contains("请确认是您本人").doesNotContain(DoorSteps.TITLE);
        assertThat(DoorSteps.plain(visitor.get("/m/" + anonymous), anonymous)).isEqualTo(door);
        assertThat(DoorSteps.plain(visitor.get("/m/999999999999"), "999999999999")).isEqualTo(door);
    }

    @Test
    void wrongDigitsAndACodeOfNobodyAreAnsweredAlike() {
        var known = steps.told().code();
        var visitor = steps.stranger();
        var wrong = DoorSteps.plain(DoorSteps.open(visitor, known, "1234"), known);

        assertThat(wrong).startsWith("422").contains("没有打开").doesNotContain(DoorSteps.TITLE);
        assertThat(DoorSteps.plain(DoorSteps.open(visitor, known, ""), known)).isEqualTo(wrong);
        assertThat(DoorSteps.plain(DoorSteps.open(visitor, known, "13800138000"), known))
                .isEqualTo(wrong);
        assertThat(DoorSteps.plain(DoorSteps.open(visitor, "999999999998", "8000"), "999999999998"))
                .isEqualTo(wrong);
    }

    @Test
    void withTheDigitsItOpensForThisBrowserAndThisMatterAlone() {
        var receipt = steps.told();
        var other = steps.told();
        var visitor = steps.stranger();
        var sent = DoorSteps.open(visitor, receipt.code(), "8000");

        assertThat(visitor.follow(sent).body()).contains(DoorSteps.TITLE, receipt.number());
        assertThat(visitor.get("/m/" + other.code()).body()).doesNotContain(DoorSteps.TITLE);
        assertThat(steps.stranger().get("/m/" + receipt.code()).body())
                .doesNotContain(DoorSteps.TITLE);
    }

    @Test
    void whoLeftNoPhoneOpensWithTheCodeAlone() {
        var receipt = steps.told("");
        var visitor = steps.stranger();

        assertThat(visitor.follow(DoorSteps.open(visitor, receipt.code(), "")).body())
                .contains(DoorSteps.TITLE);
        assertThat(visitor.get("/m/" + receipt.code() + "/receipt").body()).contains("谁拿到这个查询码");
    }

    @Test
    void leadsOnToThePageThatWasAskedFor() {
        var code = steps.told().code();
        var visitor = steps.stranger();
        var asked = visitor.get("/m/" + code + "/data");
        var sent = visitor.post("/m/" + code, "tail", "8000", "to", "/data");
        var forged = visitor.post("/m/" + code, "tail", "8000", "to", "//evil.example");

        assertThat(asked.body()).contains("name=\"to\" value=\"/data\"");
        assertThat(sent.location()).hasValue("/m/" + code + "/data");
        assertThat(forged.location()).hasValue("/m/" + code);
    }

    @Test
    void shutsAgainAfterTwoHoursAndWhenSheLeaves() {
        var code = steps.told().code();
        var visitor = steps.stranger();
        DoorSteps.open(visitor, code, "8000");
        visitor.get("/m/" + code);
        visitor.post("/m/" + code + "/leave");
        assertThat(visitor.get("/m/" + code).body()).doesNotContain(DoorSteps.TITLE);

        DoorSteps.open(visitor, code, "8000");
        clock.advance(Duration.ofMinutes(119));
        assertThat(visitor.get("/m/" + code).body()).contains(DoorSteps.TITLE);
        clock.advance(Duration.ofMinutes(2));
        assertThat(visitor.get("/m/" + code).body()).doesNotContain(DoorSteps.TITLE);
    }

    /** Every route behind the code, as the program knows them: none is forgotten. */
    @Test
    void noPageBehindTheCodeOpensToAStranger() {
        var code = steps.told().code();
        var visitor = steps.stranger();
        var entered = new ArrayList<String>();
        var tried = new TreeSet<String>();
        routes.getHandlerMethods()
                .keySet()
                .forEach(route -> {
                    for (String pattern : route.getPatternValues()) {
                        for (var method : route.getMethodsCondition().getMethods()) {
                            if (pattern.startsWith("/m/{code}/")) {
                                tried.add(method + " " + pattern);
                            }
                        }
                    }
                });
        for (String each : tried) {
            var path = each.substring(each.indexOf(' ') + 1).replace("{code}", code);
            path = path.replace("{id}", Ids.next().toString());
            var answer = each.startsWith("GET") ? visitor.get(path) : sent(visitor, path);
            if (answer.status() != 403 || answer.says(DoorSteps.TITLE)) {
                entered.add(each + " " + answer.status());
            }
        }

        assertThat(tried).hasSizeGreaterThan(14);
        assertThat(entered).isEmpty();
    }

    private static Visitor.Answer sent(Visitor visitor, String path) {
        var picture = new Visitor.Upload("a.jpg", "image/jpeg", new byte[] {1});
        return path.endsWith("/photos")
                ? visitor.upload(path, "file", picture)
                : visitor.post(path, "command", Ids.next().toString());
    }

    @Test
    void aForgedWordOfTheBrowserOpensNothing() {
        var receipt = steps.told();
        var other = steps.told();
        var she = steps.stranger();
        DoorSteps.open(she, receipt.code(), "8000");

        assertThat(she.cookie("/m/" + receipt.code(), "mine")).isPresent();
        var word = she.cookie("/m/" + receipt.code(), "mine").orElseThrow();
        for (String forged :
                List.of(
                        word.replace("CODE", "SENT"),
                        word.substring(0, word.length() - 1) + (word.endsWith("0") ? "1" : "0"),
                        "x",
                        "..." + word)) {
            var thief = steps.stranger().brings("mine", forged);
            assertThat(thief.get("/m/" + receipt.code()).body()).doesNotContain(DoorSteps.TITLE);
        }
        var carried = steps.stranger().brings("mine", word);
        assertThat(carried.get("/m/" + other.code()).body()).doesNotContain(DoorSteps.TITLE);
        assertThat(carried.get("/m/" + receipt.code()).body()).contains(DoorSteps.TITLE);
    }
}
