package wanhu.token;

import java.io.Serial;
import java.util.List;
import org.springframework.http.HttpStatus;
import wanhu.base.Word;

/** Says no to a program: one status, and every fault with the field in which it is. */
public final class Problem extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private static final int SHOWN_CHARACTERS_MAX = 60;

    /** What is wrong, and in which field; the field is empty when it is none. */
    public record Fault(String field, Word word) {
        /** A fault with the arguments of its text. */
        public static Fault of(String field, String word, Object... arguments) {
            return new Fault(field, new Word(word, List.of(arguments)));
        }
    }

    private final HttpStatus status;
    private final transient List<Fault> faults;

    /** With all that is wrong. */
    public Problem(HttpStatus status, List<Fault> faults) {
        super("Problem " + status + ": " + faults, null, false, false);
        this.status = status;
        this.faults = List.copyOf(faults);
    }

    /** 400 because of one field. */
    public static Problem invalid(String field, String word, Object... arguments) {
        return of(HttpStatus.BAD_REQUEST, field, word, arguments);
    }

    /** With one fault. */
    public static Problem of(HttpStatus status, String field, String word, Object... arguments) {
        return new Problem(status, List.of(Fault.of(field, word, arguments)));
    }

    HttpStatus status() {
        return status;
    }

    List<Fault> faults() {
        return faults;
    }

    /** What somebody sent, short enough to be said again. */
    public static String shown(String text) {
        return text.length() <= SHOWN_CHARACTERS_MAX
                ? text
                : text.substring(0, SHOWN_CHARACTERS_MAX) + "…";
    }
}
