package wanhu.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import wanhu.matter.Taking;
import wanhu.token.Problem;

/** The version of a matter as an entity tag (RFC 9110, 8.8.3). */
final class Version {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private Version() {}

    static String tag(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a program saw; {@link Taking#ANY_VERSION} when it says "*".
     *
     * @throws Problem 428 when it does not say, 400 when it is none
     */
    static int seen(HttpServletRequest request) {
        var said = request.getHeader(HttpHeaders.IF_MATCH);
        if (said == null) {
            throw Problem.of(
                    HttpStatus.PRECONDITION_REQUIRED, HttpHeaders.IF_MATCH, "api.fault.version");
        }
        if (said.strip().equals("*")) {
            return Taking.ANY_VERSION;
        }
        var tag = TAG.matcher(said.strip());
        if (!tag.matches()) {
            throw Problem.invalid(HttpHeaders.IF_MATCH, "api.fault.version");
        }
        return Integer.parseInt(tag.group(1));
    }
}
