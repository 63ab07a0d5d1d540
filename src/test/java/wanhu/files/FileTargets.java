package wanhu.files;

import java.util.List;
import wanhu.fuzz.Target;

/** Pictures and voices by their first bytes. */
public final class FileTargets {
    private FileTargets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(Target.of("pictures", FileTargets::look));
    }

    private static void look(byte[] bytes) {
        Sniff.type(bytes);
        Orientation.of(bytes);
    }
}
