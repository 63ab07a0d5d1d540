package wanhu.open311;

import java.io.Serial;
import java.util.List;
import org.springframework.http.HttpStatus;
import wanhu.base.Word;

/**
 * A no to a program, with one or several reasons (GeoReport v2, errors): 404 for what does not
 * exist, 403 for a key, 400 for anything else.
 */
final class Denied extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private static final int SHOWN_CHARACTERS_MAX = 60;

    private final HttpStatus status;
    private final transient List<Fault> faults;

    /**
     * One reason.
     *
     * @param field name of the argument that is wrong; empty when it is none alone
     */
    record Fault(String field, Word word) {
        static Fault of(String field, String word, Object... arguments) {
            return new Fault(field, Word.of(word, arguments));
        }
    }

    Denied(HttpStatus status, List<Fault> faults) {
        super("Denied " + status + ": " + faults, null, false, false);
        this.status = status;
        this.faults = List.copyOf(faults);
    }

    static Denied invalid(String field, String word, Object... arguments) {
        return new Denied(HttpStatus.BAD_REQUEST, List.of(Fault.of(field, word, arguments)));
    }

    static Denied missing(String field, String word, Object... arguments) {
        return new Denied(HttpStatus.NOT_FOUND, List.of(Fault.of(field, word, arguments)));
    }

    static Denied key(String word, Object... arguments) {
        return new Denied(HttpStatus.FORBIDDEN, List.of(Fault.of("api_key", word, arguments)));
    }

    HttpStatus status() {
        return status;
    }

    List<Fault> faults() {
        return faults;
    }

    /** What somebody sent, short enough to be said again. */
    static String shown(String text) {
        return text.length() <= SHOWN_CHARACTERS_MAX
                ? text
                : text.substring(0, SHOWN_CHARACTERS_MAX) + "…";
    }
}
