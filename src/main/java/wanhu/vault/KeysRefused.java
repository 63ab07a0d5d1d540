package wanhu.vault;

import java.io.Serial;

/**
 * The vault's keys are missing, weak or not the ones that sealed the data: the start is refused.
 */
final class KeysRefused extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    KeysRefused(String message) {
        super(message);
    }

    KeysRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
