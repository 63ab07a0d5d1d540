package wanhu.base;

import java.time.Instant;

/**
 * Something that has happened, told to other rooms in the same transaction; past tense and
 * complete.
 */
public interface Fact {
    /** The county in which it happened, six digits. */
    int county();

    /** When it happened. */
    Instant at();
}
