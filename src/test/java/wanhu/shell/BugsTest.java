package wanhu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;
import wanhu.Heard;
import wanhu.WanhuTest;

/** What the log says of a bug. */
@WanhuTest
class BugsTest {
    private static final String CODE = "847201559313";

    @Autowired Answers answers;

    @Test
    void theLogNamesTheRouteAndNotTheCodeThatStoodInThePath() {
        var request = new MockHttpServletRequest("GET", "/m/" + CODE);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/m/{code}");
        try (var log = new Heard("wanhu.shell")) {
            answers.bug(new IllegalStateException("test"), request);

            assertThat(log.text()).contains("GET /m/{code}").doesNotContain(CODE);
        }
    }

    @Test
    void whatFailedInTheServerIsKnownByTheFirstWordOfItsPath() {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/m/" + CODE + "/data");
        try (var log = new Heard("wanhu.shell")) {
            answers.bug(new IllegalStateException("test"), request);

            assertThat(log.text()).contains("GET /m/...").doesNotContain(CODE);
        }
    }
}
