package wanhu.shell;

import java.util.List;

/**
 * How a room adds its pages to the staff menu: a bean of this type, and no other room is edited.
 */
public interface MenuSource {
    /** The lines of the room, in any order; asked once, at the start. */
    List<MenuEntry> menu();
}
