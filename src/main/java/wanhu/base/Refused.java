package wanhu.base;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;

/**
 * An answer to a person that says no and why, in their words; not a bug. The transaction is rolled
 * back. The text is a word of the refusing room; arguments never carry a name, phone or address.
 */
public final class Refused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    /** What sort of no it is; decides the HTTP status. */
    public enum Kind {
        /** 400: the input has a fault. */
        INVALID(400),
        /** 403: this post may not. */
        FORBIDDEN(403),
        /** 404: there is no such thing, or not for you. */
        MISSING(404),
        /** 409: somebody else was faster, or the state does not allow it. */
        CONFLICT(409),
        /** 413: too large. */
        TOO_LARGE(413),
        /** 422: understood, and against a rule; the rule is named. */
        RULE(422),
        /** 429: too many; try later. */
        TOO_MANY(429),
        /** 503: we have too much to do at this moment; nothing was lost, and soon it works. */
        BUSY(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String word;
    private final transient List<Object> arguments;

    /** A refusal with a word key and the arguments of its text. */
    public Refused(Kind kind, String word, Object... arguments) {
        super(
                "Refused " + kind + ": " + word + " " + Arrays.toString(arguments),
                null,
                false,
                false);
        this.kind = kind;
        this.word = word;
        this.arguments = List.of(arguments);
    }

    /** Refuses unless something holds. */
    public static void unless(Kind kind, boolean holds, String word, Object... arguments) {
        if (!holds) {
            throw new Refused(kind, word, arguments);
        }
    }

    /** What sort of no. */
    public Kind kind() {
        return kind;
    }

    /** Key of the text in the words of the room. */
    public String word() {
        return word;
    }

    /** Arguments of the text. */
    public List<Object> arguments() {
        return arguments;
    }
}
