package wanhu.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.life.Step;

/** What programs read of requests (GeoReport v2), in both formats and over HTTP. */
@WanhuTest
class GeoReportListTest {
    @Autowired Reported reported;
    @Autowired TestClock clock;

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
    void aPublishedMatterHasTheFieldsOfTheStandard(Format format) {
        var client = reported.client(format);
        var number = post(client, "attribute[publish]", "yes");
        var matter = reported.published(place, number);
        var row = client.get("requests/" + number).row();

        assertThat(row)
                .containsOnlyKeys(
                        "service_request_id",
                        "status",
                        "status_notes",
                        "service_name",
                        "service_code",
                        "description",
                        "agency_responsible",
                        "service_notice",
                        "requested_datetime",
                        "updated_datetime",
                        "expected_datetime",
                        "address",
                        "address_id",
                        "zipcode",
                        "lat",
                        "long",
                        "media_url")
                .containsEntry("status", "closed")
                .containsEntry("status_notes", "已换灯头。")
                .containsEntry("description", "一处路灯不亮\n\n村口路灯 <不> 亮 & 很暗。")
                .containsEntry("agency_responsible", place.village().name())
                .containsEntry("address", place.township().name() + place.village().name())
                .containsEntry("address_id", place.village().code())
                .containsEntry("requested_datetime", Value.w3c(matter.times().reported()))
                .containsEntry("lat", "");
        assertThat(client.get("requests/" + number, "extensions", "true").row())
                .containsKey("extended_attributes");
    }

    @ParameterizedTest
    @EnumSource
    void theFiltersOfAListFit(Format format) {
        var client = reported.client(format);
        var number = post(client, "attribute[publish]", "yes");
        var other = post(client, "attribute[publish]", "yes", "service_code", "farm.power");
        reported.published(place, number);
        reported.published(place, other);

        assertThat(numbers(client)).contains(number, other);
        assertThat(numbers(client, "service_code", "road.lamp"))
                .contains(number)
                .doesNotContain(other);
        assertThat(numbers(client, "status", "open")).isEmpty();
        assertThat(numbers(client, "status", "open,closed")).contains(number);
        assertThat(numbers(client, "start_date", "2026-08-03", "end_date", "2026-08-03"))
                .contains(number);
        assertThat(numbers(client, "end_date", "2026-08-02T23:59:59+08:00")).doesNotContain(number);
        assertThat(numbers(client, "updated_after", "2026-08-03T00:00:00Z")).contains(number);
        assertThat(numbers(client, "updated_before", "2026-08-01T00:00:00Z"))
                .doesNotContain(number);
        assertThat(
                        numbers(
                                client,
                                "service_request_id",
                                number + ", " + other + ",150998-20200101-0001",
                                "status",
                                "open"))
                .containsExactlyInAnyOrder(number, other);
        assertThat(numbers(client, "page_size", "1")).containsExactly(other);
        assertThat(numbers(client, "page_size", "1", "page", "2")).containsExactly(number);
        clock.advance(Duration.ofDays(91));
        assertThat(numbers(client)).isEmpty();
    }

    private static List<String> numbers(GeoReport client, String... arguments) {
        var said = client.get("requests", arguments);
        assertThat(said.status()).isEqualTo(200);
        return said.column("service_request_id");
    }

    @ParameterizedTest
    @EnumSource
    void wrongFiltersAre400(Format format) {
        var client = reported.client(format);

        assertThat(client.get("requests", "start_date", "yesterday").status()).isEqualTo(400);
        assertThat(client.get("requests", "start_date", "2026-08-03T09:00:00").status())
                .isEqualTo(400);
        assertThat(client.get("requests", "status", "new").status()).isEqualTo(400);
        assertThat(client.get("requests", "page", "0").status()).isEqualTo(400);
        assertThat(client.get("requests", "page", "9999999").status()).isEqualTo(400);
        var range = client.get("requests", "start_date", "2026-01-01", "end_date", "2026-06-01");
        assertThat(range.status()).isEqualTo(400);
        assertThat(range.text("description")).contains("90");
    }

    @ParameterizedTest
    @EnumSource
    void theSenderSeesThePromiseThatThePageShows(Format format) {
        var client = reported.client(format);
        var number = post(client);
        var due = reported.matter(place, number).times().due();
        var row = client.get("requests/" + number, "api_key", key.secret()).row();

        assertThat(row)
                .containsEntry("status", "open")
                .containsEntry("status_notes", "待受理")
                .containsEntry("description", "")
                .containsEntry("expected_datetime", due == null ? "" : Value.w3c(due));
    }

    @ParameterizedTest
    @EnumSource
    void theSenderListsItsOwnAndFollowsThem(Format format) {
        var client = reported.client(format);
        var open = post(client);
        var closed = post(client);
        clock.advance(Duration.ofMinutes(5));
        reported.closed(place, closed);
        var secret = key.secret();

        assertThat(numbers(client, "own", "true", "api_key", secret))
                .containsExactlyInAnyOrder(open, closed);
        assertThat(numbers(client, "own", "true", "api_key", secret, "status", "open"))
                .containsExactly(open);
        assertThat(
                        client.get("servicerequestupdates", "api_key", secret).rows().stream()
                                .filter(row -> closed.equals(row.get("service_request_id")))
                                .map(row -> row.get("status") + " " + row.get("description")))
                .startsWith("closed 已办结")
                .endsWith("open 待受理");
    }

    @ParameterizedTest
    @EnumSource
    void theSenderAddsWhatIsAskedFor(Format format) {
        var client = reported.client(format);
        var number = post(client);
        var update =
                new String[] {
                    "api_key", key.secret(), "service_request_id", number, "description", "在老井旁。"
                };
        assertThat(client.post("servicerequestupdates", update).status()).isEqualTo(400);
        reported.take(
                Role.VILLAGE_CLERK,
                place.village(),
                reported.matter(place, number),
                new Step.AskSupplement("在哪里？"));

        var said = client.post("servicerequestupdates", update);
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.text("update_id")).isNotEmpty();
        assertThat(client.post("servicerequestupdates", update).body()).isEqualTo(said.body());
    }

    @ParameterizedTest
    @EnumSource
    void everybodyReadsPublishedResultsAsUpdates(Format format) {
        var client = reported.client(format);
        var number = post(client, "attribute[publish]", "yes");
        reported.published(place, number);

        assertThat(client.get("servicerequestupdates").rows())
                .filteredOn(row -> number.equals(row.get("service_request_id")))
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .containsEntry("status", "closed")
                                .containsEntry("description", "已换灯头。"));
    }
}
