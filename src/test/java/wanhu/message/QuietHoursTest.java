package wanhu.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.base.Refused;

/** When messages may go out, and where to. */
class QuietHoursTest {
    private static final QuietHours QUIET = new QuietHours(22, 7);

    private static Instant china(String time) {
        return Instant.parse(time + ":00+08:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-17T12:00, 2026-08-17T12:00",
        "2026-08-17T21:59, 2026-08-17T21:59",
        "2026-08-17T22:00, 2026-08-18T07:00",
        "2026-08-18T03:00, 2026-08-18T07:00",
        "2026-08-18T07:00, 2026-08-18T07:00",
    })
    void nobodyIsWokenByAMessage(String now, String next) {
        assertThat(QUIET.next(china(now), false)).isEqualTo(china(next));
    }

    @Test
    void dangerWakes() {
        assertThat(QUIET.next(china("2026-08-18T03:00"), true))
                .isEqualTo(china("2026-08-18T03:00"));
    }

    @Test
    void theCollectionGoesOutAtEightInTheMorning() {
        assertThat(QuietHours.digest(china("2026-08-18T07:59")))
                .isEqualTo(china("2026-08-18T08:00"));
        assertThat(QuietHours.digest(china("2026-08-18T08:00")))
                .isEqualTo(china("2026-08-19T08:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost:8080/",
                "http://10.1.2.3/",
                "http://192.168.1.1/",
                "http://172.16.0.9/",
                "http://169.254.169.254/latest",
                "http://100.64.0.1/",
                "http://[::1]/",
                "http://[fd00::1]/",
                "http://0.0.0.0/",
                "smtp://127.0.0.1:25",
                "http://2130706433/",
            })
    void closedNetworksAreNotReached(String address) {
        assertThatThrownBy(() -> new Outbound("").check(address)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "gopher://a/", "http://u:p@a.example/", "http:", ""})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> new Outbound("").check(address))
                .hasMessageContaining("message.refused.endpoint");
    }

    @Test
    void whoRunsTheMachineNamesTheGateway() {
        assertThat(new Outbound("10.1.2.3").check("http://10.1.2.3/sms").getHost())
                .isEqualTo("10.1.2.3");
    }
}
