package wanhu.reply;

import java.util.List;

/**
 * Something that a person should look at before an answer goes out. Its text is the word {@code
 * reply.finding.SORT}, its ground {@code reply.source.SORT}.
 *
 * @param arguments of the text
 */
public record Finding(Sort sort, List<Object> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(Sort sort, Object... arguments) {
        return new Finding(sort, List.of(arguments));
    }

    /** What is to be looked at, the heaviest first. */
    public enum Sort {
        /** It names who told the matter. */
        NAMES_RESIDENT,
        /** It holds a number of a person: identity card, telephone, bank card. */
        PERSONAL_DATA,
        /** Nothing of what was told is mentioned. */
        OFF_TOPIC,
        /** When was asked and no time is told. */
        ASKED_WHEN,
        /** How much was asked and no figure is told. */
        ASKED_HOW_MUCH,
        /** Why was asked and no reason is told. */
        ASKED_WHY,
        /** Who was asked and nobody is named. */
        ASKED_WHO,
        /** How was asked and no way is told. */
        ASKED_HOW,
        /** Whether was asked and neither yes nor no is told. */
        ASKED_WHETHER,
        /** It tells neither what was done nor what comes next. */
        NO_STEP,
        /** No unit or person is named who does it. */
        NO_WHO,
        /** No day or time is named. */
        NO_DATE,
        /** A word that promises nothing, such as 尽快. */
        EMPTY_WORD,
        /** A word of offices that people do not use. */
        OFFICE_WORD,
        /** A sentence longer than people read. */
        LONG_SENTENCE
    }

    /** Whether it should be put right in any case. */
    public boolean grave() {
        return sort == Sort.NAMES_RESIDENT || sort == Sort.PERSONAL_DATA;
    }
}
