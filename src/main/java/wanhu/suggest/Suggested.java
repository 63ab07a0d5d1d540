package wanhu.suggest;

import java.util.List;

/**
 * One suggestion; a person takes it or chooses otherwise.
 *
 * @param value code of a category, or id of a unit
 * @param why its reasons, the strongest first; at least one
 */
public record Suggested(String value, List<Why> why) {
    /** Most suggestions that are made at once. */
    public static final int MOST = 3;

    public Suggested {
        why = List.copyOf(why);
    }

    /** The same with one more reason. */
    Suggested also(Why more) {
        var all = new java.util.ArrayList<>(why);
        all.add(more);
        return new Suggested(value, all);
    }
}
