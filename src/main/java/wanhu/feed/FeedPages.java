package wanhu.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Wall;
import wanhu.people.OwnOrigin;
import wanhu.people.RateLimit;
import wanhu.people.RateLimits;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The link to one's own calendar, and the calendar behind it. */
@Controller
class FeedPages implements MenuSource {
    private static final int MENU = 850;

    /** Wrong links from one network in ten minutes. */
    private static final int WRONG_MAX = 30;

    private final FeedLinks links;
    private final CalendarText calendar;
    private final OwnOrigin origin;
    private final RateLimit wrong;

    FeedPages(FeedLinks links, CalendarText calendar, OwnOrigin origin, RateLimits limits) {
        this.links = links;
        this.calendar = calendar;
        this.origin = origin;
        wrong = limits.of("feed-wrong", WRONG_MAX, Duration.ofMinutes(10));
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "feed.title", "/calendar-feed", MENU, actor -> !actor.role().apart()));
    }

    @ForMatters
    @GetMapping("/calendar-feed")
    ModelAndView show(Actor actor) {
        return page(actor, null);
    }

    /** The one time that the link is shown. */
    @ForMatters
    @PostMapping("/calendar-feed")
    ModelAndView make(Actor actor, HttpServletRequest request) {
        return page(actor, origin.of(request) + "/ics/" + links.make(actor) + ".ics");
    }

    @ForMatters
    @PostMapping("/calendar-feed/end")
    ModelAndView end(Actor actor) {
        links.end(actor);
        return Html.redirect("/calendar-feed?said=feed.said.ended");
    }

    private ModelAndView page(Actor actor, @Nullable String address) {
        return Html.page(
                "feed/link",
                new FeedPage(
                        actor.title(),
                        links.own(actor).map(FeedLinks.Link::made).orElse(null),
                        address));
    }

    /** Behind the wall of the post, whoever asks. */
    @GetMapping("/ics/{secret}.ics")
    ResponseEntity<byte[]> calendar(
            @PathVariable String secret, HttpServletRequest request, Locale locale) {
        wrong.check(request.getRemoteAddr());
        var actor = links.actor(secret).orElse(null);
        if (actor == null) {
            wrong.counted(request.getRemoteAddr());
            throw new Refused(Refused.Kind.MISSING, "feed.refused.missing");
        }
        var text = Wall.of(actor).behind(() -> calendar.of(actor, origin.of(request), locale));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}

/**
 * Page of the link.
 *
 * @param made since when there is one; null when there is none
 * @param address of the one that was just made; null when none was
 */
record FeedPage(String post, @Nullable Instant made, @Nullable String address) {}
