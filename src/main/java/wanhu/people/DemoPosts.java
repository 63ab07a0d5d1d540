package wanhu.people;

import java.util.List;
import java.util.UUID;

/**
 * The posts of the demonstration as which one enters by a button; the demo room is the bean. Asked
 * only when the demonstration was asked for at the start.
 */
public interface DemoPosts {
    /** The buttons, in their order. */
    List<DemoPost> list();

    /**
     * One button.
     *
     * @param account with which one enters
     * @param post as which one acts then
     * @param group what stands above its like: the level, such as "嘎查村（社区）"
     * @param name name of the person
     * @param title the post with its unit
     */
    record DemoPost(UUID account, UUID post, String group, String name, String title) {}
}
