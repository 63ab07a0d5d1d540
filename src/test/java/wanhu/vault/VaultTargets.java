package wanhu.vault;

import java.util.List;
import wanhu.fuzz.Target;

/** Names and phones as people write them. */
public final class VaultTargets {
    private VaultTargets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(
                Target.text("phones", text -> Phone.find(text).ifPresent(Phone::masked)),
                Target.text("names", text -> PersonName.of(text).masked()));
    }
}
