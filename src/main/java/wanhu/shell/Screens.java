package wanhu.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Words;

/** Makes the screen of a request from what the rooms contribute. */
@Component
class Screens {
    private static final String HELD = Screens.class.getName();
    private static final String APART = HELD + ".apart";

    private final Words words;
    private final Clock clock;
    private final Assets assets;
    private final boolean demo;
    private final ObjectProvider<ActorSource> actors;
    private final ObjectProvider<MenuSource> menus;
    private final ObjectProvider<BannerSource> banners;
    private final ObjectProvider<HomeSource> homes;
    private final ObjectProvider<UnreadSource> unread;
    private volatile @Nullable List<MenuEntry> menu;

    Screens(Words words, Clock clock, Assets assets, Sources sources) {
        this.words = words;
        this.clock = clock;
        this.assets = assets;
        this.demo = sources.settings().demo();
        this.actors = sources.actors();
        this.menus = sources.menus();
        this.banners = sources.banners();
        this.homes = sources.homes();
        this.unread = sources.unread();
    }

    /** The screen of this request, the same one each time. */
    Screen of(HttpServletRequest request) {
        if (request.getAttribute(HELD) instanceof Screen held) {
            return held;
        }
        var made = new Screen(request, this, actor(request), Preferences.locale(request));
        request.setAttribute(HELD, made);
        return made;
    }

    /**
     * A screen that can be shown while the database is away: nobody acts, and nothing is read. From
     * here on it is the one of this request.
     */
    void apart(HttpServletRequest request) {
        request.setAttribute(APART, true);
        request.setAttribute(HELD, new Screen(request, this, null, Preferences.locale(request)));
    }

    Words words() {
        return words;
    }

    Clock clock() {
        return clock;
    }

    boolean demo() {
        return demo;
    }

    Assets assets() {
        return assets;
    }

    List<MenuEntry> menu(Actor actor) {
        return menu().stream().filter(entry -> entry.visible().test(actor)).toList();
    }

    List<Banner> banners(Actor actor, LocalDate today) {
        return banners.orderedStream()
                .flatMap(each -> each.banners(actor, today).stream())
                .toList();
    }

    int unread(Actor actor) {
        return unread.orderedStream().mapToInt(each -> each.unread(actor)).sum();
    }

    @Nullable String home(HttpServletRequest request) {
        if (request.getAttribute(APART) != null) {
            return null;
        }
        return homes.orderedStream().flatMap(each -> each.name().stream()).findFirst().orElse(null);
    }

    private @Nullable Actor actor(HttpServletRequest request) {
        return actors.orderedStream()
                .flatMap(each -> each.actor(request).stream())
                .findFirst()
                .orElse(null);
    }

    private List<MenuEntry> menu() {
        var known = menu;
        if (known == null) {
            known =
                    menus.orderedStream()
                            .flatMap(each -> each.menu().stream())
                            .sorted(Comparator.comparingInt(MenuEntry::order))
                            .toList();
            menu = known;
        }
        return known;
    }
}
