package wanhu.overview;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.rate.RateFigures;
import wanhu.shell.Screen;

/** 大屏: the county's figures on the wall of a hall; renews itself each minute. */
@Controller
@For({Role.COUNTY_CLERK, Role.LEADER})
class WallBoardPages {
    static final String PATH = "/wall";

    private final WallBoards boards;

    WallBoardPages(WallBoards boards) {
        this.boards = boards;
    }

    /** What hangs there now. */
    record WallBoardPage(WallBoard on) {
        /** Seconds from one renewal to the next. */
        static final int RENEWED_SECONDS = 60;

        String told(Screen screen, OptionalLong count) {
            return count.isPresent()
                    ? screen.number(count.getAsLong())
                    : screen.t("overview.wall.few", on.least());
        }

        /** Of a column with its total a second count is hidden, which need not be small. */
        static String hidden(Screen screen, OptionalLong count) {
            return count.isPresent() ? screen.number(count.getAsLong()) : "–";
        }

        static String told(Screen screen, OptionalInt median) {
            return median.isPresent() ? screen.t("overview.median.days", median.getAsInt()) : "–";
        }

        static String told(Screen screen, RateFigures.Share share) {
            return share.shown() ? screen.percent(share.value()) : "–";
        }
    }

    /** Whether the post may open it, being on the page of this unit. */
    static boolean opens(Actor actor, Unit unit) {
        return actor.is(Role.COUNTY_CLERK, Role.LEADER) && unit.level() == Level.COUNTY;
    }

    @GetMapping(PATH)
    ModelAndView wall(Actor actor) {
        return Html.page("overview/wall", new WallBoardPage(boards.board(actor)));
    }
}
