package wanhu.base;

import java.io.Serial;

/**
 * The machine, the settings or the keys do not let the product start; the message is for the person
 * there.
 */
public final class CannotStart extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    /** One sentence that says what is wrong and what to do. */
    public CannotStart(String sentence) {
        super(sentence);
    }

    /** As {@link #CannotStart(String)}, because of something else. */
    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
