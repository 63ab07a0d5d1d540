package wanhu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.life.Channel;

/** GeoReport v2, clause by clause, each in both formats and over HTTP. */
@WanhuTest
class GeoReportTest {
    private static final String NUMBER = "150998-20260803-\\d{4,}";

    @Autowired Reported reported;
    @Autowired TestClock clock;
    @Autowired Web web;

    private Reported.Place place;
    private ApiKeys.Made key;

    @BeforeEach
    void make() {
        place = reported.place();
        key = reported.key(place.township());
    }

    private String post(GeoReport client, String... others) {
        return client.post("requests", Reported.lamp(key, place, others))
                .text("service_request_id");
    }

    @ParameterizedTest
    @EnumSource
    void discoveryNamesTheEndpointAndItsFormats(Format format) {
        var client = reported.client(format);
        var said = client.plain("/open311/discovery" + client.ending());

        assertThat(said.row())
                .containsKeys("changeset", "contact", "key_service", "endpoints")
                .extractingByKey("endpoints")
                .asString()
                .contains(
                        "http://wiki.open311.org/GeoReport_v2",
                        web.address() + "/open311/v2",
                        "production",
                        "text/xml",
                        "application/json");
    }

    @ParameterizedTest
    @EnumSource
    void allIsUtf8OfTheTypeOfItsEnding(Format format) {
        var said = reported.client(format).get("services");

        assertThat(said.type())
                .isEqualToIgnoringCase(
                        format == Format.XML
                                ? "text/xml;charset=utf-8"
                                : "application/json;charset=utf-8");
        assertThat(said.body()).contains("路灯");
    }

    @ParameterizedTest
    @EnumSource
    void servicesHaveTheFieldsOfTheStandard(Format format) {
        var said = reported.client(format).get("services");

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.rows())
                .hasSizeGreaterThan(20)
                .allSatisfy(row ->
                        assertThat(row)
                                .containsOnlyKeys(
                                        "service_code",
                                        "service_name",
                                        "description",
                                        "metadata",
                                        "type",
                                        "keywords",
                                        "group")
                                .containsEntry("metadata", "true")
                                .containsEntry("type", "realtime"));
    }

    @ParameterizedTest
    @EnumSource
    void aDefinitionAsksTheQuestionToStopAt(Format format) {
        var said = reported.client(format).get("services/water.power");

        assertThat(said.text("service_code")).isEqualTo("water.power");
        assertThat(said.text("attributes"))
                .contains("danger", "singlevaluelist", "电线掉落或有人触电", "kind", "string")
                .doesNotContain("REPORT");
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotExistIs404(Format format) {
        var client = reported.client(format);

        assertThat(client.get("services/no.such").status()).isEqualTo(404);
        assertThat(client.get("requests/150998-20260803-9999").status()).isEqualTo(404);
        assertThat(client.get("tokens/never-posted-at-all").status()).isEqualTo(404);
        assertThat(client.get("nothing/here").status()).isEqualTo(404);
        assertThat(client.get("requests", "service_code", "no.such").status()).isEqualTo(404);
        assertThat(
                        client.plain(
                                        "/open311/v2/services" + client.ending(),
                                        "jurisdiction_id",
                                        "999999")
                                .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void aMissingJurisdictionIs400AndSaysSo(Format format) {
        var client = reported.client(format);
        var said = client.plain("/open311/v2/services" + client.ending());

        assertThat(said.status()).isEqualTo(400);
        assertThat(said.rows()).hasSize(1);
        assertThat(said.text("code")).isEqualTo("400");
        assertThat(said.text("description")).startsWith("jurisdiction_id: ");
    }

    @ParameterizedTest
    @EnumSource
    void aPostBecomesAMatterWithAChannelOfItsOwn(Format format) {
        var said =
                reported.client(format)
                        .post(
                                "requests",
                                Reported.lamp(
                                        key,
                                        place,
                                        "address_string",
                                        "老井旁",
                                        "lat",
                                        "43.5",
                                        "long",
                                        "120.25"));

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.row())
                .containsOnlyKeys("service_request_id", "service_notice", "account_id");
        assertThat(said.text("service_request_id")).matches(NUMBER);
        assertThat(said.text("service_notice")).contains("查询码", web.address() + "/m/", "2026-");
        var about = reported.matter(place, said.text("service_request_id")).about();
        assertThat(about.channel()).isEqualTo(Channel.API);
        assertThat(about.placeUnit()).isEqualTo(place.village().id());
        assertThat(about.placeNote()).isEqualTo("老井旁 (43.5, 120.25)");
        assertThat(about.privacy().publishable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theCodeOpensTheResidentsPage(Format format) {
        var said =
                reported.client(format)
                        .post("requests", Reported.lamp(key, place, "extensions", "true"));
        var code = said.text("extended_attributes").replaceFirst("(?s)\\D*(\\d{12}).*", "$1");

        assertThat(web.resident(code, "8000").get("/m/" + code).body())
                .contains(said.text("service_request_id"));
    }

    @ParameterizedTest
    @EnumSource
    void aPlaceIsFoundByItsNames(Format format) {
        var address = place.township().name() + place.village().name() + "老井旁";
        var number = post(reported.client(format), "address_id", "", "address_string", address);

        assertThat(reported.matter(place, number).about().placeUnit())
                .isEqualTo(place.village().id());
    }

    @ParameterizedTest
    @EnumSource
    void withoutAGoodKeyIs403(Format format) {
        var client = reported.client(format);
        var ended = reported.key(place.township());
        reported.end(ended);

        assertThat(client.post("requests", Reported.lamp(key, place, "api_key", "")).status())
                .isEqualTo(403);
        var wrong = client.post("requests", Reported.lamp(key, place, "api_key", "wh-1"));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text("code")).isEqualTo("403");
        assertThat(client.post("requests", Reported.lamp(ended, place)).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void theSameAgainIsTheSameRequest(Format format) {
        var client = reported.client(format);
        var fields = Reported.lamp(key, place);
        var first = client.post("requests", fields);

        assertThat(client.post("requests", fields).body()).isEqualTo(first.body());
        clock.advance(Posting.SAME.plusSeconds(1));
        assertThat(client.post("requests", fields).text("service_request_id"))
                .isNotEqualTo(first.text("service_request_id"));
    }

    @ParameterizedTest
    @EnumSource
    void aTokenFindsItsRequestForEver(Format format) {
        var client = reported.client(format);
        var token = Ids.next().toString();
        var fields = Reported.lamp(key, place, "token", token);
        var number = client.post("requests", fields).text("service_request_id");
        clock.advance(Posting.SAME.multipliedBy(9));

        assertThat(client.post("requests", fields).text("service_request_id")).isEqualTo(number);
        assertThat(client.get("tokens/" + token).row())
                .isEqualTo(Map.of("service_request_id", number, "token", token));
        assertThat(client.post("requests", Reported.lamp(key, place, "token", token)).status())
                .isEqualTo(400);
    }
}
