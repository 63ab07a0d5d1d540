package wanhu.status;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.base.Vital;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** How the product is, for the system administrator: what has to be mended stands first. */
@Controller
@For(Role.ADMIN)
class StatusPages implements MenuSource {
    private static final int MENU = 905;

    private final AllVitals vitals;
    private final Clock clock;

    StatusPages(AllVitals vitals, Clock clock) {
        this.vitals = vitals;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("status.title", "/status", MENU, actor -> actor.is(Role.ADMIN)));
    }

    @GetMapping("/status")
    ModelAndView show(Actor actor) {
        return Html.page("status/status", new StatusPage(vitals.now(), clock.instant()));
    }
}

/**
 * How the product is.
 *
 * @param vitals what has to be mended first
 * @param at when it was asked
 */
record StatusPage(List<Vital> vitals, Instant at) {
    long count(Vital.State state) {
        return vitals.stream().filter(vital -> vital.state() == state).count();
    }

    /** Look of a state in tags and tiles. */
    static String look(Vital.State state) {
        return switch (state) {
            case GOOD -> "done";
            case WATCH -> "soon";
            case BAD -> "overdue";
        };
    }
}
