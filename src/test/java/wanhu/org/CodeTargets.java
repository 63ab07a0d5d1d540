package wanhu.org;

import java.util.List;
import wanhu.fuzz.Target;

/** Codes of units as people write them. */
public final class CodeTargets {
    private CodeTargets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(Target.text("units", CodeTargets::read));
    }

    private static void read(String text) {
        for (Level level : Level.values()) {
            DivisionCode.find(text, level).ifPresent(DivisionCode::padded);
        }
        DivisionCode.find(text)
                .ifPresent(code -> {
                    code.level();
                    code.parent();
                    code.county();
                    code.padded();
                });
        Initials.of(text);
    }
}
