package wanhu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.token.Bearers;
import wanhu.token.Program;
import wanhu.token.Reach;
import wanhu.token.TestPrograms;

/**
 * What comes from a partner is translated by its table, part of {@link ConformanceTest}: here B
 * knows A, and the city's platform, by their tokens.
 */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrivalsTest {
    private static final int COUNTY_A = 154807;
    private static final int COUNTY_B = 154808;

    @Autowired TwoCounties counties;
    @Autowired Gaps gaps;
    @Autowired Matters matters;
    @Autowired Staff staff;
    @Autowired Partners partners;
    @Autowired Bearers bearers;
    @Autowired TestPrograms programs;

    private TwoCounties.Pair both;

    @BeforeAll
    void connect() {
        both = counties.pair(COUNTY_A, COUNTY_B);
    }

    @AfterAll
    void cut() {
        both.close();
    }

    @BeforeEach
    void open() {
        both.open();
    }

    private Handover of(Receipt receipt) {
        return both.of(receipt);
    }

    private Program.Said handed(String kind, String category, String place, String channel) {
        var body =
                """
                {"kind":"%s","category":"%s","place":"%s","channel":"%s","text":"桥头的灯坏了。","origin":"%s"}
                """
                        .formatted(kind, category, place, channel, Ids.next());
        return both.officeB.post("/matters", body);
    }

    private Matter matter(Program.Said said) {
        assertThat(said.status()).isEqualTo(201);
        return matters.get(COUNTY_B, UUID.fromString(said.at("id")));
    }

    @Test
    void whatTheyCallEachThingIsOursByTheTable() {
        both.knownThere(
                """
                in.kind.投诉 = COMPLAINT
                in.category.02 = road
                in.category.0203 = road.lamp
                in.unit.* = %s
                in.channel.热线 = PHONE
                """
                        .formatted(both.villageB.code()));
        var matter = matter(handed("投诉", "0203.1", "海晏街道", "热线"));

        assertThat(matter.about().kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(matter.about().category()).isEqualTo("road.lamp");
        assertThat(matter.about().channel()).isEqualTo(Channel.PHONE);
        assertThat(matter.about().placeUnit()).isEqualTo(both.villageB.id());
        assertThat(codes()).doesNotContain("in.category.0203.1", "in.kind.投诉", "in.channel.热线");
    }

    @Test
    void whatHasNoRowIsTakenAllTheSameAndWaitsForPeople() {
        both.knownThere("in.category.0203 = road.lamp");
        var matter = matter(handed("求 助", "0777", "海晏街道", "热线"));

        assertThat(matter.about().category()).isEqualTo("other");
        assertThat(matter.about().channel()).isEqualTo(Channel.API);
        assertThat(matter.parties().holder().unit()).isEqualTo(both.townshipB.id());
        assertThat(both.timeline(matter)).contains("甲县平台移交，对照表里没有：诉求类型 求_助、类别 0777、地区 海晏街道、渠道 热线。");
        assertThat(codes())
                .contains("in.kind.求_助", "in.category.0777", "in.unit.海晏街道", "in.channel.热线");
        var admin = staff.as(Role.ADMIN, staff.county(COUNTY_B));
        assertThat(admin.get("/exchange/partners").body()).contains("in.category.0777");

        both.knownThere("in.category.0777 = road.lamp\nin.kind.* = HELP");
        assertThat(codes())
                .contains("in.unit.海晏街道")
                .doesNotContain("in.category.0777", "in.kind.求_助");
        assertThat(matter(handed("求 助", "0777", "海晏街道", "")).about().category())
                .isEqualTo("road.lamp");
    }

    private java.util.List<String> codes() {
        return gaps.list(COUNTY_B).stream().map(Gaps.Gap::code).toList();
    }

    @Test
    void anUnknownKindMayAccuseThePlaceAndIsSeenByTheDeskFirst() {
        both.knownThere("in.kind.求助 = HELP");
        var unknown = matter(handed("举报", "road.lamp", both.villageB.code(), ""));

        assertThat(unknown.parties().holder().unit()).isEqualTo(both.townshipB.id());
        assertThat(unknown.about().placeUnit()).isEqualTo(both.villageB.id());
        assertThat(handed("REPORT", "road.lamp", both.villageB.code(), "").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"'',_", "'a b=c',a_b_c", "张三13800138000,_", "'x\u0000y',x_y"})
    void aCodeThatALineCannotHoldIsWrittenAsASign(String theirs, String sign) {
        assertThat(Mapping.sign(theirs)).isEqualTo(sign);
    }

    @Test
    void whatTheTableNamesAndNobodyHereKnowsIsNoRefusalEither() {
        both.knownThere(
                "in.category.1 = no.such\nin.unit.* = "
                        + staff.below(staff.county(COUNTY_B), UnitKind.TOWNSHIP, "丙镇").code());
        var matter = matter(handed("HELP", "1", both.villageB.code(), ""));

        assertThat(matter.about().category()).isEqualTo("other");
        assertThat(codes()).contains("in.category.1", "in.unit." + both.villageB.code());
    }

    @Test
    void aPlaceThatADepartmentCannotFindIsTheCountyAtLargeAtItsDesk() {
        var county = staff.county(COUNTY_A);
        var hotline = staff.below(county, UnitKind.DEPARTMENT, "热线中心");
        var platform = programs.of(Role.PHONE_DESK, hotline, Reach.MATTERS_WRITE);
        var token = bearers.reporting(COUNTY_A).getFirst().id();
        var wish =
                new Partners.Wish(
                        null,
                        "市平台",
                        "http://127.0.0.1:1/api/v1",
                        Partner.Language.WANHU,
                        "wt-1",
                        true,
                        token,
                        "in.unit.1 = 2");
        partners.save(staff.actor(Role.ADMIN, county), wish);
        var said =
                platform.post(
                        "/matters",
                        """
                        {"kind":"HELP","category":"road.lamp","place":"海晏街道","text":"灯坏了。","origin":"7"}
                        """);

        var matter = matters.get(COUNTY_A, UUID.fromString(said.at("id")));
        assertThat(matter.about().placeUnit()).isEqualTo(county.id());
        assertThat(matter.parties().holder().unit()).isEqualTo(hotline.id());
        assertThatThrownBy(() ->
                        partners.save(
                                staff.actor(Role.ADMIN, county),
                                new Partners.Wish(
                                        null,
                                        "另一个",
                                        "http://127.0.0.1:1/a",
                                        Partner.Language.WANHU,
                                        "wt-1",
                                        true,
                                        token,
                                        "")))
                .hasMessageContaining("exchange.refused.caller-twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in.kind.x = REPORT",
                "in.kind.x = HILFE",
                "in.channel.x = FAX",
                "in.reason.x = NONE",
                "reason.NONE = 1",
                "in.state.x = CLOSED"
            })
    void aLineWhoseOursIsNoneOfOursIsRefused(String line) {
        assertThatThrownBy(() -> Mapping.read(1, line))
                .hasMessageContaining("exchange.refused.line");
    }

    @Test
    void withoutATableForThemCodesAreOursAndTheSameNumberIsOneMatter() {
        both.knownThere("");
        var origin = Ids.next();
        var body =
                """
                {"kind":"HELP","category":"road.lamp","place":"%s","text":"灯坏了。","origin":"%s"}
                """
                        .formatted(both.villageB.code(), origin);
        var first = matter(both.officeB.post("/matters", body));

        assertThat(first.about().category()).isEqualTo("road.lamp");
        assertThat(matter(both.officeB.post("/matters", body)).id()).isEqualTo(first.id());
        var torn = body.replace("\"text\":\"灯坏了。\",", "");
        assertThat(both.officeB.post("/matters", torn).status()).isEqualTo(400);
    }

    @Test
    void aReasonOfTheirsIsOneOfOursByTheTable() {
        both.saved(
                "category.* = road.lamp\nunit.* = "
                        + both.villageB.code()
                        + "\nin.reason.A07 = LITIGATION");
        both.knownThere("reason.OUTSIDE_DUTIES = A07");
        var receipt = both.handedOver("road.lamp");
        both.declinedThere(receipt, Reason.Decline.OUTSIDE_DUTIES, "请走诉讼途径。");
        both.later(Waits.ASK);

        assertThat(of(receipt).there().reason()).isEqualTo("LITIGATION");
        assertThat(both.timeline(receipt)).contains("乙县平台已退回：（").contains("）请走诉讼途径。");
        var plain = both.handedOver("road.lamp");
        both.knownThere("reason.OUTSIDE_DUTIES = B9");
        both.declinedThere(plain, Reason.Decline.OUTSIDE_DUTIES, "这条路归丙县管。");
        both.later(Waits.ASK);
        assertThat(of(plain).there().reason()).isEmpty();
        assertThat(both.timeline(plain)).contains("乙县平台已退回：这条路归丙县管。");
    }
}
