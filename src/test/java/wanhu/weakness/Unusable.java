package wanhu.weakness;

/** Nothing can be compared; the message says to a person why. */
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
        super(message);
    }
}
