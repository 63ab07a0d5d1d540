package wanhu.workbench;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.matter.Lens;
import wanhu.matter.MatterLists;
import wanhu.shell.MenuEntry;
import wanhu.shell.Screen;
import wanhu.shell.WorkSource;

/**
 * The start page of staff.
 *
 * @param todo the first rows of the to-do list, with the sizes of the other lists
 * @param tiles the lists whose sizes are shown
 * @param meeting the next one; null when there is none
 * @param cards work of other rooms
 */
record DeskPage(
        Actor actor,
        ListPage todo,
        List<Lens> tiles,
        NextMeeting.@Nullable Meeting meeting,
        List<WorkSource.Card> cards) {
    private static final int DAILY_GROUPS_END = 400;

    int count(Lens lens) {
        return todo.badges().getOrDefault(lens, 0);
    }

    String figure(Screen screen, Lens lens) {
        int most = MatterLists.TILE_ROWS_MAX;
        return count(lens) > most ? screen.number(most) + "+" : screen.number(count(lens));
    }

    /** Red only for what is late or went wrong, and only when there is some. */
    String look(Lens lens) {
        if (count(lens) == 0) {
            return "plain";
        }
        return switch (lens) {
            case TODO -> "act";
            case SOON -> "soon";
            case OVERDUE, UNHAPPY -> "overdue";
            case BELOW, PART, AREA, WAITING, HANDLED -> "plain";
        };
    }

    boolean administrator() {
        return actor.role().apart();
    }

    /** The form for what residents tell, when this post registers. */
    Optional<MenuEntry> register(Screen screen) {
        return screen.menu().stream().filter(entry -> entry.href().equals("/desk/new")).findFirst();
    }

    /** What this post opens day by day. */
    List<MenuEntry> shortcuts(Screen screen) {
        return screen.menu().stream()
                .filter(entry -> entry.order() < DAILY_GROUPS_END && !entry.href().equals("/desk"))
                .toList();
    }
}
