package wanhu.base;

import java.util.List;

/**
 * A text to be said in the reader's language, as an argument of another text: a stage, a term, a
 * kind.
 *
 * @param key key of the text
 * @param arguments its own arguments
 */
public record Word(String key, List<Object> arguments) {
    public Word {
        arguments = List.copyOf(arguments);
    }

    /** The word of a key. */
    public static Word of(String key, Object... arguments) {
        return new Word(key, List.of(arguments));
    }
}
