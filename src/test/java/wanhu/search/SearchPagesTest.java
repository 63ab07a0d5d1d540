package wanhu.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What a clerk finds in the one box, and what she doesn't. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPagesTest {
    private static final int COUNTY = 150953;

    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Unit neighbour;

    @BeforeAll
    void matters() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "库搜镇");
        village = staff.below(township, UnitKind.VILLAGE, "搜索村");
        neighbour = staff.below(township, UnitKind.VILLAGE, "邻家村");
        tell(village, Kind.HELP, "渠边杨树倒了", "压在电线上，请派人锯掉", null);
        tell(neighbour, Kind.HELP, "邻村水塔漏水", "塔身裂缝很长", null);
        tell(village, Kind.REPORT, "举报村账造假", "收据是假的", village);
    }

    private String tell(Unit place, Kind kind, String title, String body, @Nullable Unit accused) {
        return tell(place, kind, title, body, accused, Report.Contact.NONE);
    }

    private String tell(
            Unit place,
            Kind kind,
            String title,
            String body,
            @Nullable Unit accused,
            Report.Contact who) {
        var content = new Report.Content(kind, "other", Channel.WEB, false, title, body);
        var report =
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        place.id(),
                        "",
                        null,
                        who,
                        clock.instant(),
                        accused == null ? null : accused.id());
        return reports.report(null, report).number();
    }

    private String found(Role role, Unit unit, String query) {
        return staff.as(role, unit).get("/search?q=" + query).body();
    }

    @Test
    void findsWordsOfTheTextAndMarksThem() {
        assertThat(found(Role.VILLAGE_CLERK, village, "电线"))
                .contains("渠边杨树倒了")
                .contains("<mark>电线</mark>");
    }

    @Test
    void findsASingleCharacterOfATitle() {
        assertThat(found(Role.VILLAGE_CLERK, village, "杨")).contains("渠边<mark>杨</mark>树倒了");
    }

    @Test
    void findsAMatterByItsNumber() {
        var number = tell(village, Kind.HELP, "按编号找的事", "", null);

        assertThat(found(Role.TOWNSHIP_CLERK, township, number)).contains("按编号找的事");
    }

    @Test
    void whatAnotherVillageWasToldIsNeitherShownNorCounted() {
        var page = found(Role.VILLAGE_CLERK, village, "水塔");

        assertThat(page).contains("没有找到").doesNotContain("邻村");
        assertThat(found(Role.TOWNSHIP_CLERK, township, "水塔")).contains("邻村");
    }

    @Test
    void whatAccusesTheVillageDoesNotExistForIt() {
        assertThat(found(Role.VILLAGE_CLERK, village, "收据")).doesNotContain("举报村账");
        assertThat(found(Role.COUNTY_CLERK, county, "收据")).contains("举报村账");
    }

    @Test
    void unitsAreFoundByTheInitialsOfTheirPinyin() {
        assertThat(found(Role.VILLAGE_CLERK, village, "ksz")).contains("库搜镇");
    }

    @Test
    void whoReadsNoMattersFindsUnitsAlone() {
        var page = found(Role.ADMIN, county, "搜索");

        assertThat(page).contains("<mark>搜索</mark>村");
        assertThat(found(Role.ADMIN, county, "电线")).doesNotContain("渠边杨树");
    }

    @Test
    void endedOnesAreLeftOutWhenOnlyOpenOnesAreAskedFor() {
        assertThat(found(Role.VILLAGE_CLERK, village, "杨树&state=ENDED")).doesNotContain("渠边");
        assertThat(found(Role.VILLAGE_CLERK, village, "杨树&state=OPEN")).contains("渠边");
    }

    @Test
    void aMatterOfAnotherCategoryIsLeftOut() {
        assertThat(found(Role.VILLAGE_CLERK, village, "杨树&category=farm")).doesNotContain("渠边");
    }

    @Test
    void everyPageOfStaffHasTheBox() {
        assertThat(staff.as(Role.VILLAGE_CLERK, village).get("/desk").body())
                .contains("action=\"/search\"");
    }

    @Test
    void nonsenseInTheAddressIsNoFault() {
        var answer =
                staff.as(Role.VILLAGE_CLERK, village)
                        .get("/search?q=%E7%94%B5%E7%BA%BF&at=zzz&from=x&state=y&category=nope");

        assertThat(answer.status()).isEqualTo(200);
    }

    private String asked(Role role, Unit unit, String contact, String purpose) {
        var visitor = staff.as(role, unit);
        visitor.get("/search/contact");
        return visitor.post(
                        "/search/contact",
                        "contact",
                        contact,
                        "use",
                        "ANSWER_CALLER",
                        "purpose",
                        purpose)
                .body();
    }

    @Test
    void whoCallsIsFoundByWholeNameOrPhoneAndTheSearchIsRecorded() {
        var who = new Report.Contact("钱多多", "13911112222", false, false, true, false);
        tell(village, Kind.HELP, "来电人自己的事", "", null, who);

        assertThat(asked(Role.PHONE_DESK, county, "13911112222", "来电询问")).contains("来电人自己的事");
        assertThat(asked(Role.VILLAGE_CLERK, village, "钱多多", "来电询问")).contains("来电人自己的事");
        assertThat(asked(Role.VILLAGE_CLERK, village, "钱多", "来电询问")).contains("没有找到");
        assertThat(asked(Role.VILLAGE_CLERK, neighbour, "钱多多", "来电询问")).contains("没有找到");
        assertThat(staff.as(Role.AUDITOR, county).get("/audit").body()).contains("按联系人查找事项");
    }

    @Test
    void whatIsSecretIsNotFoundByContact() {
        var who = new Report.Contact("孙保密", "13911113333", false, true, true, false);
        tell(village, Kind.HELP, "要求保密的事", "", null, who);

        assertThat(asked(Role.PHONE_DESK, county, "孙保密", "来电询问")).contains("没有找到");
    }

    @Test
    void withoutAPurposeNothingIsLookedFor() {
        assertThat(asked(Role.PHONE_DESK, county, "钱多多", "")).contains("请写明具体事由");
    }

    @Test
    void aDepartmentDoesNotSearchByContact() {
        var office = staff.below(county, UnitKind.DEPARTMENT, "搜索局" + Ids.next());

        assertThat(staff.as(Role.DEPARTMENT_CLERK, office).get("/search/contact").status())
                .isEqualTo(403);
    }
}
