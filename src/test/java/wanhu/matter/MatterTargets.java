package wanhu.matter;

import java.util.List;
import wanhu.fuzz.Target;

/** Words that are looked for, and the marks between the rows of a list. */
public final class MatterTargets {
    private MatterTargets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(
                Target.text("terms-of-text", MatterTargets::terms),
                Target.text("marks", MatterTargets::marks));
    }

    private static void terms(String text) {
        Terms.of(text);
        Terms.keys(text);
    }

    private static void marks(String text) {
        MatterMark.parse(text)
                .ifPresent(mark -> {
                    mark.instant();
                    mark.number();
                    mark.text();
                });
    }
}
