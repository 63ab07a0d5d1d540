package wanhu.org;

import java.util.List;

/** Trees for tests of other rooms. */
public final class Trees {
    /** One without units. */
    public static final Tree EMPTY = new Tree(150_962, List.of());

    private Trees() {}
}
