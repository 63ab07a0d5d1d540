package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.matter.Receipt;
import wanhu.people.Staff;

/** An office lets a resident in once who has a new phone or lost her slip. */
@WanhuTest
class LinksTest {
    private static final Pattern LINK = Pattern.compile("/track/link/([0-9a-f]{40})");

    @Autowired DoorSteps steps;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private Receipt receipt;

    @BeforeEach
    void aMatter() {
        steps.moveOn();
        receipt = steps.told();
    }

    private Visitor village() {
        return staff.as(Role.VILLAGE_CLERK, steps.village());
    }

    private Visitor phoneDesk() {
        return staff.as(Role.PHONE_DESK, staff.county(DoorSteps.COUNTY));
    }

    private Visitor.Answer asked(Visitor clerk) {
        var path = "/matters/" + receipt.number() + "/link";
        clerk.get(path);
        return clerk.post(path, "requester", receipt.requester().toString());
    }

    /** The address of a new link. */
    private String link(Visitor clerk) {
        var shown = LINK.matcher(asked(clerk).body());
        assertThat(shown.find()).isTrue();
        return shown.group();
    }

    private static Visitor.Answer press(Visitor visitor, String link) {
        visitor.get(link);
        return visitor.post(link);
    }

    @Test
    void opensHerMatterWithoutCodeAndPhone() {
        var visitor = steps.stranger();
        var link = link(phoneDesk());

        assertThat(visitor.get(link).body()).contains("打开您的事项").doesNotContain(DoorSteps.TITLE);
        assertThat(visitor.follow(press(visitor, link)).body())
                .contains(DoorSteps.TITLE, receipt.number());
        assertThat(visitor.get("/m/" + receipt.code() + "/data").body())
                .contains("给我开过的一次性链接", "用于");
    }

    @Test
    void whatOpensNothingIsAlwaysTheSame() {
        var spent = link(phoneDesk());
        press(steps.stranger(), spent);
        var older = link(phoneDesk());
        var newer = link(phoneDesk());
        var never = "/track/link/" + "0".repeat(40);
        var visitor = steps.stranger();
        var nothing = plain(press(visitor, never));

        assertThat(nothing).startsWith("422").contains("链接打不开了");
        assertThat(plain(press(visitor, spent))).isEqualTo(nothing);
        assertThat(plain(press(visitor, older))).isEqualTo(nothing);
        clock.advance(Links.GOOD);
        assertThat(plain(press(visitor, newer))).isEqualTo(plain(press(visitor, never)));
    }

    private static String plain(Visitor.Answer answer) {
        return answer.status() + answer.body().replaceAll("[0-9a-f]{40}|name=\"_csrf\"[^>]*>", "");
    }

    @Test
    void isNotUsedUpByBeingRead() {
        var link = link(phoneDesk());
        for (int at = 0; at < 3; at++) {
            steps.stranger().get(link);
        }

        assertThat(press(steps.stranger(), link).location()).hasValue("/m/" + receipt.code());
    }

    @Test
    void opensWhereStrangersAreStopped() {
        for (int guess = 0; guess < Throttle.WRONG_DAY_MAX; guess++) {
            DoorSteps.open(steps.stranger(), receipt.code(), "%04d".formatted(guess));
        }
        for (int guess = 0; guess < Throttle.WRONG_HERE_MAX; guess++) {
            press(steps.stranger(), "/track/link/" + guess);
        }

        assertThat(press(steps.stranger(), link(phoneDesk())).status()).isEqualTo(303);
    }

    @Test
    void whoeverHandlesTheMatterCanNotRateOrEndItThroughAnOwnLink() {
        var visitor = steps.stranger();
        var path = "/m/" + receipt.code();
        press(visitor, link(village()));

        assertThat(visitor.get(path).body()).contains(DoorSteps.TITLE).doesNotContain("/withdraw");
        for (String act : new String[] {"/withdraw", "/rate", "/forget", "/data"}) {
            var answer = visitor.post(path + act, "command", Ids.next().toString());
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("负责办理的单位开的");
        }
        press(visitor, link(phoneDesk()));
        assertThat(visitor.post(path + "/withdraw", "command", Ids.next().toString()).status())
                .isEqualTo(303);
    }

    @Test
    void onlyADigestIsKeptAndBothActsAreInTheRecord() {
        var link = link(phoneDesk());
        press(steps.stranger(), link);

        var word = link.substring(link.lastIndexOf('/') + 1);
        assertThat(db.sql("select digest from intake.pass").query(String.class).list())
                .doesNotContain(word)
                .allMatch(digest -> digest.matches("[0-9a-f]{32}"));
        assertThat(acts()).isEqualTo("LINK_MADE LINK_USED");
    }

    private String acts() {
        return db.sql(
                        """
                        select string_agg(verb, ' ' order by id)
                        from audit.act
                        where county = :county and object = :requester
                        """)
                .param("county", DoorSteps.COUNTY)
                .param("requester", receipt.requester().toString())
                .query(String.class)
                .single();
    }

    @Test
    void nobodyMakesOneForTheMatterOfAnother() {
        var other = steps.told();
        var path = "/matters/" + receipt.number() + "/link";
        var clerk = phoneDesk();
        clerk.get(path);

        assertThat(clerk.post(path, "requester", other.requester().toString()).status())
                .isEqualTo(404);
    }

    @Test
    void theDeskSeesWhomAndTheSquareToScan() {
        assertThat(phoneDesk().get("/matters/" + receipt.number()).body())
                .contains("/matters/" + receipt.number() + "/link");
        assertThat(asked(phoneDesk()).body()).contains("square-code", "只显示这一次");
        assertThat(
                        staff.as(Role.LEADER, steps.village())
                                .get("/matters/" + receipt.number())
                                .body())
                .doesNotContain("/link\"");
    }
}
