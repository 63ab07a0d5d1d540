package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Step;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Contacts go three years after the end, as the privacy notice promises. */
@WanhuTest
class RetentionTest {
    private static int next = 151_500;

    @Autowired Retention retention;
    @Autowired RetentionTick tick;
    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private Unit county;
    private Unit village;
    private Receipt ended;
    private Receipt open;

    @BeforeEach
    void oneEndedAndOneOpen() {
        county = staff.county(++next);
        var township = staff.below(county, UnitKind.TOWNSHIP, "保存镇" + next);
        village = staff.below(township, UnitKind.VILLAGE, "保存村");
        clock.set("2026-08-03T09:00");
        ended = told();
        open = told();
        var requester = reports.byCode(ended.code()).orElseThrow();
        var matter = matters.get(county.county(), ended.matter());
        matters.take(new By.Requester(requester.id()), Taking.of(matter, new Step.Withdraw("解决了")));
    }

    private Receipt told() {
        var content = new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "机井没有电", "没有电。");
        var contact = new Report.Contact("白玉兰", "13800138000", false, false, true, true);
        return reports.report(
                null,
                new Report(
                        county.county(),
                        Ids.next(),
                        content,
                        village.id(),
                        "村东",
                        null,
                        contact,
                        clock.instant()));
    }

    private Reports.Contact held(Receipt receipt) {
        return reports.own(reports.byCode(receipt.code()).orElseThrow());
    }

    @Test
    void threeYearsAfterTheEndNameAndPhoneGoAndALineProvesIt() {
        clock.set("2029-08-03T09:00");
        tick.run();
        assertThat(held(ended).phone()).isEqualTo("13800138000");

        clock.set("2029-08-04T09:00");
        assertThat(retention.due(county.county()).requesters()).isEqualTo(1);
        tick.run();
        tick.run();

        assertThat(held(ended)).isEqualTo(new Reports.Contact("", ""));
        assertThat(held(open).phone()).isEqualTo("13800138000");
        assertThat(matters.get(county.county(), ended.matter()).about().title()).isEqualTo("机井没有电");
        assertThat(retention.list(county.county()))
                .singleElement()
                .satisfies(line -> assertThat(line.source()).isEqualTo("《中华人民共和国个人信息保护法》第19条"));
    }

    @Test
    void theAdministratorSeesWhatWouldGo() {
        clock.set("2029-08-04T09:00");

        var page = staff.as(Role.ADMIN, county).get("/admin/retention");

        assertThat(page.body()).contains("1 件事项、1 位诉求人的称呼 1 个、电话 1 个", "36 个月", "第19条");
        assertThat(held(ended).phone()).isEqualTo("13800138000");
        assertThat(staff.as(Role.VILLAGE_CLERK, village).get("/admin/retention").status())
                .isEqualTo(403);
    }

    @Test
    void figuresStayAsTheyWereAndThePageShowsTheLineOfProof() {
        clock.set("2029-08-04T09:00");
        var before = figures();
        tick.run();
        var page = staff.as(Role.ADMIN, county).get("/admin/retention").body();

        assertThat(figures()).isEqualTo(before).startsWith("2 ");
        assertThat(page).contains("0 件事项、0 位诉求人", "已经删除的", "2029年8月4日", "第19条");
        assertThat(staff.as(Role.AUDITOR, county).get("/admin/retention").status()).isEqualTo(200);
    }

    /** What the month's rows count, by place, kind and outcome. */
    private String figures() {
        return db.sql(
                        """
                        select count(*) || ' ' || count(*) filter (where open) || ' ' || sum(supporters)
                          || ' ' || string_agg(stage, ',' order by id)
                        from matter.matter
                        where county = :county
                        """)
                .param("county", county.county())
                .query(String.class)
                .single();
    }
}
