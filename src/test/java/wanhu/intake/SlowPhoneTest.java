package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * The pages of a resident on an old phone with a bad line: 400 kbit/s, 300 ms from her to us and
 * back, a processor that needs four times as long. What she came for is to be seen, and can be
 * touched, within three seconds of her first visit.
 */
@BrowserTest
class SlowPhoneTest {
    private static final int COUNTY = 150474;
    private static final int BYTES_A_SECOND = 400_000 / 8;
    private static final int LATENCY_MILLIS = 300;
    private static final int SLOWER = 4;
    private static final double MILLIS_MAX = 3_000;
    private static final String PAINTED = "performance.getEntriesByName('first-contentful-paint')";

    @Autowired Staff staff;

    @BeforeEach
    void aCounty() {
        var county = staff.county(COUNTY);
        staff.below(staff.below(county, UnitKind.TOWNSHIP, "水泉乡"), UnitKind.VILLAGE, "大榆树村");
    }

    private static Tab slow(Tab tab) {
        var tools = tab.page().context().newCDPSession(tab.page());
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", LATENCY_MILLIS);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        tools.send("Network.enable");
        tools.send("Network.emulateNetworkConditions", line);
        var processor = new JsonObject();
        processor.addProperty("rate", SLOWER);
        tools.send("Emulation.setCPUThrottlingRate", processor);
        return tab;
    }

    @Test
    void whatSheCameForIsThereWithinThreeSeconds(Browsers browsers) {
        for (var path : List.of("/?county=" + COUNTY, "/report?at=" + COUNTY, "/track")) {
            var phone = slow(browsers.phone()).open(path);

            phone.page().waitForFunction(PAINTED + ".length > 0");
            double painted = millis(phone, PAINTED + "[0].startTime");
            double ready =
                    millis(phone, "performance.getEntriesByType('navigation')[0].domInteractive");

            System.out.printf(
                    "old phone, %-22s painted %5.0f ms, ready %5.0f ms%n", path, painted, ready);
            assertThat(painted).as(path).isLessThan(MILLIS_MAX);
            assertThat(ready).as(path).isLessThan(MILLIS_MAX);
        }
    }

    private static double millis(Tab tab, String expression) {
        return ((Number) tab.page().evaluate(expression)).doubleValue();
    }
}
