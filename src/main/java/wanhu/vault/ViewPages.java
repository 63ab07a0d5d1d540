package wanhu.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;

/** The log of plain views, for auditors. */
@Controller
@For(Role.AUDITOR)
class ViewPages implements MenuSource {
    private static final String PATH = "/admin/views";
    private static final int MENU_ORDER = 640;
    private static final int DAYS_SHOWN = 90;
    private static final UUID NEWEST = new UUID(-1, -1);

    private final Views views;
    private final Clock clock;

    ViewPages(Views views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "vault.views.title", PATH, MENU_ORDER, actor -> actor.is(Role.AUDITOR)));
    }

    /** What is asked of the log; what is left open means the last weeks, the newest first. */
    record Wish(
            @Nullable String who,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable UUID before) {
        Views.Asked asked(LocalDate today) {
            return new Views.Asked(
                    who == null ? "" : who.strip(),
                    from == null ? today.minusDays(DAYS_SHOWN) : from,
                    until == null ? today : until,
                    before == null ? NEWEST : before);
        }
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @ModelAttribute Wish wish) {
        var asked = wish.asked(Zones.day(clock.instant()));
        return Html.page("vault/views", new ViewsPage(asked, views.list(actor, asked)));
    }
}

/**
 * The log, a page of it.
 *
 * @param found one line more than a page when there are older ones
 */
record ViewsPage(Views.Asked asked, List<View> found) {
    List<View> shown() {
        return found.stream().limit(Views.VIEW_ROWS).toList();
    }

    /** Address of the next page; null on the last. */
    @Nullable String next() {
        return found.size() <= Views.VIEW_ROWS
                ? null
                : UriComponentsBuilder.fromPath("/admin/views")
                        .queryParam("who", "{who}")
                        .queryParam("from", asked.from())
                        .queryParam("until", asked.until())
                        .queryParam("before", shown().getLast().id())
                        .encode()
                        .buildAndExpand(asked.who())
                        .toUriString();
    }

    String field(Screen screen, View view) {
        var word = "vault.field." + view.field();
        return screen.has(word) ? screen.t(word) : view.field();
    }
}
