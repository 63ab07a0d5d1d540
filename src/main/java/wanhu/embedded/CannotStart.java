package wanhu.embedded;

import java.io.Serial;

/**
 * The machine or the settings do not let the product start; the message is for the person there.
 */
public final class CannotStart extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    /** One sentence that says what is wrong and what to do. */
    public CannotStart(String sentence) {
        super(sentence);
    }
}
