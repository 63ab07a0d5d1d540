package wanhu.api;

import java.util.Arrays;
import java.util.List;

/**
 * Something that can be asked for in the address of a list.
 *
 * @param type how its answer is written
 * @param options values of a choice; empty for others
 */
record Question(String name, Type type, List<String> options) {
    /** How it is written. */
    enum Type {
        /** Some words. */
        TEXT,
        /** A day, 2026-08-03. */
        DAY,
        /** A number from 0 on. */
        NUMBER,
        /** true or false. */
        YES_NO,
        /** Code of a unit. */
        UNIT,
        /** One of some names. */
        CHOICE,
        /** From where a list goes on, as the piece before said. */
        CURSOR
    }

    Question {
        options = List.copyOf(options);
    }

    static Question of(String name, Type type) {
        return new Question(name, type, List.of());
    }

    static Question choice(String name, Enum<?>[] values) {
        return new Question(name, Type.CHOICE, Arrays.stream(values).map(Enum::name).toList());
    }
}
