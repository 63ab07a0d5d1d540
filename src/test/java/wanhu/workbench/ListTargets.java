package wanhu.workbench;

import java.util.List;
import java.util.Set;
import wanhu.fuzz.Target;
import wanhu.org.Trees;

/** The address of a list, which anybody may write. */
public final class ListTargets {
    private ListTargets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(Target.text("lists", ListTargets::read));
    }

    private static void read(String address) {
        var form = new ListForm(ListPages.parameters(address));
        form.query(Trees.EMPTY, Set.of());
        form.address(ListForm.PATH);
        form.saved();
    }
}
