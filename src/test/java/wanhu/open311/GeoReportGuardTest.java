package wanhu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.org.UnitKind;
import wanhu.people.RateLimits;
import wanhu.people.Staff;

/** What strangers send, and what they never learn. */
@WanhuTest
class GeoReportGuardTest {
    private static final String CANARY = "金丝雀李四";

    @Autowired Reported reported;
    @Autowired Staff staff;
    @Autowired ApiKeys keys;
    @Autowired RateLimits limits;

    private Reported.Place place;
    private ApiKeys.Made key;

    @BeforeEach
    void make() {
        place = reported.place();
        key = reported.key(place.township());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotPublishedNeverAppears(Format format) {
        var client = reported.client(format);
        var number =
                client.post(
                                "requests",
                                Reported.lamp(
                                        key,
                                        place,
                                        "description",
                                        CANARY + place.village().code(),
                                        "last_name",
                                        "李"))
                        .text("service_request_id");
        var other = reported.key(place.township());
        var answers =
                List.of(
                        client.get("requests", "extensions", "true"),
                        client.get("requests", "service_request_id", number),
                        client.get(
                                "requests",
                                "service_request_id",
                                number,
                                "api_key",
                                other.secret()),
                        client.get("requests", "own", "true", "api_key", other.secret()),
                        client.get("servicerequestupdates"),
                        client.get("servicerequestupdates", "api_key", other.secret()),
                        client.get("requests/" + number),
                        client.get("requests/" + number, "api_key", other.secret()));

        assertThat(answers).noneMatch(said -> said.body().contains("金丝雀"));
        assertThat(answers.subList(0, 6))
                .allSatisfy(said ->
                        assertThat(said.rows()).noneMatch(row -> row.containsValue(number)));
        assertThat(answers.subList(6, 8)).allMatch(said -> said.status() == 404);
    }

    @ParameterizedTest
    @EnumSource
    void notEvenItsSenderReadsItsWordsAgain(Format format) {
        var client = reported.client(format);
        var number =
                client.post(
                                "requests",
                                Reported.lamp(
                                        key, place, "description", CANARY + place.village().code()))
                        .text("service_request_id");
        reported.closed(place, number);

        assertThat(
                        client.get(
                                        "requests/" + number,
                                        "api_key",
                                        key.secret(),
                                        "extensions",
                                        "true")
                                .body())
                .contains(number)
                .doesNotContain("金丝雀", "换灯头", "13800138000");
    }

    @Test
    void ofAPublishedMatterOnlyTheApprovedTextIsRead() {
        var client = reported.client(Format.JSON);
        var number =
                client.post(
                                "requests",
                                Reported.lamp(
                                        key,
                                        place,
                                        "attribute[publish]",
                                        "yes",
                                        "description",
                                        CANARY + place.village().code()))
                        .text("service_request_id");
        reported.published(place, number);

        assertThat(client.get("requests/" + number).body())
                .contains("一处路灯不亮")
                .doesNotContain("金丝雀", "张三", "13800138000");
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultIsSaidAtOnce(Format format) {
        var said =
                reported.client(format)
                        .post(
                                "requests",
                                Reported.lamp(
                                        key,
                                        place,
                                        "service_code",
                                        "water.power",
                                        "attribute[title]",
                                        "长".repeat(10_000),
                                        "attribute[kind]",
                                        "REPORT",
                                        "attribute[colour]",
                                        "red",
                                        "token",
                                        "short",
                                        "description",
                                        "长".repeat(4_001)));

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.column("description").stream().map(each -> each.replaceFirst(": .*", "")))
                .containsExactlyInAnyOrder(
                        "attribute[title]",
                        "attribute[kind]",
                        "attribute[colour]",
                        "attribute[danger]",
                        "token",
                        "description");
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatAPlaceNeeds(Format format) {
        var client = reported.client(format);
        var point =
                client.post(
                        "requests",
                        Reported.lamp(
                                key, place, "address_id", "", "lat", "43.5", "long", "120.2"));
        var half = client.post("requests", Reported.lamp(key, place, "lat", "43.5"));
        var none = client.post("requests", Reported.lamp(key, place, "address_id", ""));
        var far =
                client.post("requests", Reported.lamp(key, place, "lat", "143.5", "long", "120.2"));
        var unknown =
                client.post("requests", Reported.lamp(key, place, "address_id", "999999999999"));
        var nameless =
                client.post(
                        "requests",
                        Reported.lamp(key, place, "address_id", "", "address_string", "老井旁"));

        assertThat(List.of(point, half, none, far, unknown, nameless))
                .allMatch(said -> said.status() == 400);
        assertThat(point.text("description")).contains("address_id", "12 位");
    }

    @ParameterizedTest
    @EnumSource
    void severalPlacesOfOneNameAreListed(Format format) {
        var twin = staff.below(place.county(), UnitKind.TOWNSHIP, place.township().name() + "东");
        var same = staff.below(twin, UnitKind.VILLAGE, place.village().name());
        var said =
                reported.client(format)
                        .post(
                                "requests",
                                Reported.lamp(
                                        key,
                                        place,
                                        "address_id",
                                        "",
                                        "address_string",
                                        place.village().name()));

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.text("description")).contains(same.code(), place.village().code());
    }

    @ParameterizedTest
    @EnumSource
    void aKeyReportsInItsOwnPlaceAlone(Format format) {
        var said = reported.client(format).post("requests", Reported.lamp(key, reported.place()));

        assertThat(said.status()).isEqualTo(403);
    }

    @Test
    void aHelpWithoutAPhoneIsRefusedAsOnThePage() {
        var said =
                reported.client(Format.JSON)
                        .post("requests", Reported.lamp(key, place, "phone", ""));

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.text("description")).startsWith("phone: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/json", "text/plain"})
    void nothingButAFormIsReadSoABombStaysShut(String type) {
        var bomb =
                """
                <?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]><b>&c;&d;</b\
                """;
        var said = reported.client(Format.XML).body("requests", key.secret(), type, bomb);

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.text("description"))
                .contains("application/x-www-form-urlencoded")
                .doesNotContain("root:");
    }

    @Test
    void aKeyThatPostsTooOftenWaits() {
        var limit = limits.of("open311-post", Callers.POSTS_MAX, Duration.ofMinutes(10));
        for (int at = 0; at < Callers.POSTS_MAX; at++) {
            limit.take(key.key().id().toString());
        }
        var said = reported.client(Format.JSON).post("requests", Reported.lamp(key, place));

        assertThat(said.status()).isEqualTo(429);
        assertThat(said.text("code")).isEqualTo("429");
    }

    @Test
    void anAdministratorMakesAKeyThatIsShownOnceAndEndsIt() {
        var security = staff.as(Role.SECURITY, place.county());
        security.get("/admin/open311");
        var made =
                security.post(
                        "/admin/open311",
                        "name",
                        "市平台" + place.village().code(),
                        "unit",
                        place.township().code());
        var secret = made.body().replaceFirst("(?s).*(wh-[0-9a-f]{48}).*", "$1");

        assertThat(keys.find(Reported.COUNTY, secret)).isPresent();
        var list = security.get("/admin/open311");
        assertThat(list.body()).contains("市平台" + place.village().code()).doesNotContain(secret);
        var id = keys.find(Reported.COUNTY, secret).orElseThrow().id();
        assertThat(security.post("/admin/open311/" + id + "/end").status()).isEqualTo(303);
        assertThat(keys.find(Reported.COUNTY, secret)).isEmpty();
    }
}
