package wanhu.calendar;

/**
 * A day that a county sets by itself, such as a festival of its minority (放假办法, article 4).
 *
 * @param day the day, over whatever the national notice says
 * @param source the document by which it was decided, 1 to 200 characters
 */
public record OwnDay(SpecialDay day, String source) {
    /** Longest source, in characters. */
    public static final int SOURCE_LENGTH_MAX = 200;

    public OwnDay {
        if (source.isBlank() || source.length() > SOURCE_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "Expected a source of 1 to " + SOURCE_LENGTH_MAX + " characters");
        }
    }
}
