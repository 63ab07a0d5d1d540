package wanhu.workbench;

import java.util.Arrays;
import java.util.List;

/**
 * Something that a step asks for.
 *
 * @param name name of the field within its step; its label is the word workbench.field.NAME
 * @param type what sort of answer
 * @param required whether it may not be empty
 * @param max longest text in characters
 * @param options values that may be picked
 * @param words what stands before an option in the key of its label
 */
public record StepInput(
        String name, Type type, boolean required, int max, List<String> options, String words) {
    private static final int TEXT_CHARACTERS_MAX = 2_000;
    private static final int LINE_CHARACTERS_MAX = 100;
    private static final int VALUE_CHARACTERS_MAX = 40;

    /** What sort of answer. */
    public enum Type {
        /** Some sentences. */
        AREA,
        /** A few words. */
        LINE,
        /** A day. */
        DATE,
        /** A length of time: amount and unit. */
        TERM,
        /** A unit at or below the one that holds the matter. */
        UNIT,
        /** Co-handlers, each with a term. */
        UNITS,
        /** A category that can be chosen. */
        CATEGORY,
        /** One of some options. */
        PICK,
        /** Yes or no. */
        YES_NO,
        /** Yuan. */
        MONEY,
        /** The number of another matter. */
        MATTER
    }

    static StepInput area(String name) {
        return new StepInput(name, Type.AREA, true, TEXT_CHARACTERS_MAX, List.of(), "");
    }

    static StepInput line(String name) {
        return new StepInput(name, Type.LINE, true, LINE_CHARACTERS_MAX, List.of(), "");
    }

    static StepInput ask(String name, Type type) {
        return new StepInput(name, type, true, VALUE_CHARACTERS_MAX, List.of(), "");
    }

    static StepInput pick(String name, String words, Enum<?>[] values) {
        var options = Arrays.stream(values).map(Enum::name).toList();
        return new StepInput(name, Type.PICK, true, VALUE_CHARACTERS_MAX, options, words);
    }

    StepInput optional() {
        return new StepInput(name, type, false, max, options, words);
    }

    StepInput upTo(int characters) {
        return new StepInput(name, type, required, characters, options, words);
    }
}
