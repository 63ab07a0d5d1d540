package wanhu.base;

import java.util.List;

/**
 * One thing that whoever runs the product watches.
 *
 * @param name word that names it, as {@code "audit.vital.unsealed-rows"}; what is so now is said by
 *     the same word with {@code ".said"}; the last part ends with the unit
 * @param value in that unit, as it goes to the watching system
 * @param state whether somebody has to act
 * @param arguments of what is said
 */
public record Vital(String name, double value, State state, List<Object> arguments) {
    private static final String MIDDLE = ".vital.";

    /** Whether somebody has to act. */
    public enum State {
        /** As it should be. */
        GOOD,
        /** Should be looked at within the day. */
        WATCH,
        /** Has to be mended now. */
        BAD
    }

    public Vital {
        if (!name.contains(MIDDLE)) {
            throw new IllegalArgumentException("Expected room.vital.what but got " + name);
        }
        arguments = List.copyOf(arguments);
    }

    /** The room that says it. */
    public String room() {
        return name.substring(0, name.indexOf('.'));
    }

    /** What of the room it is. */
    public String what() {
        return name.substring(name.indexOf(MIDDLE) + MIDDLE.length());
    }

    /** One whose value is better when it is lower. */
    public static Vital below(String name, long value, long watch, long bad) {
        var state = value >= bad ? State.BAD : value >= watch ? State.WATCH : State.GOOD;
        return new Vital(name, (double) value, state, List.of(value));
    }

    /** The same with other arguments. */
    public Vital saying(Object... said) {
        return new Vital(name, value, state, List.of(said));
    }
}
