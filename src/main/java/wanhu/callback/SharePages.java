package wanhu.callback;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.Days;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** Shares of follow-up calls by category: all versions, and a new one. */
@Controller
@For(Role.ADMIN)
class SharePages implements MenuSource {
    private static final String PATH = "/admin/call-shares";
    private static final int MENU_ORDER = 572;

    private final Shares shares;
    private final Categories categories;
    private final Clock clock;

    SharePages(Shares shares, Categories categories, Clock clock) {
        this.shares = shares;
        this.categories = categories;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("callback.shares", PATH, MENU_ORDER, actor -> actor.is(Role.ADMIN)));
    }

    /** A version with the name of its category. */
    record Row(Share share, String category) {}

    /** The page. */
    record SharesPage(List<Row> rows, List<Choice> categories, Form form, @Nullable Refused no) {}

    /** As typed. */
    record Form(
            @Nullable String category,
            @Nullable String percent,
            @Nullable String from,
            @Nullable String source) {
        /** What is meant; no share given means that what is stated above holds again. */
        Share share() {
            return new Share(plain(category), day(), number(), plain(source));
        }

        private LocalDate day() {
            try {
                return Days.read(plain(from));
            } catch (DateTimeParseException _) {
                throw new Refused(Kind.INVALID, "callback.refused.day");
            }
        }

        private @Nullable Integer number() {
            try {
                return plain(percent).isEmpty() ? null : Integer.valueOf(plain(percent));
            } catch (NumberFormatException _) {
                throw new Refused(
                        Kind.INVALID,
                        "callback.refused.percent",
                        Share.PERCENT_MIN,
                        Lot.ALL_PERCENT);
            }
        }

        static String plain(@Nullable String text) {
            return Objects.toString(text, "").strip();
        }
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, Locale locale) {
        var today = Zones.day(clock.instant());
        return page(actor, new Form("", "", today.toString(), ""), null, locale);
    }

    @PostMapping(PATH)
    ModelAndView state(Actor actor, @ModelAttribute Form form, Locale locale) {
        try {
            shares.state(actor, form.share());
            return Html.redirect(PATH + "?said=callback.said.share");
        } catch (Refused no) {
            return page(actor, form, no, locale);
        }
    }

    private ModelAndView page(Actor actor, Form form, @Nullable Refused no, Locale locale) {
        int county = actor.county();
        var rows =
                shares.list(county).stream()
                        .map(each ->
                                new Row(each, categories.name(county, each.category(), locale)))
                        .toList();
        var choices =
                categories.tree(county).values().stream()
                        .filter(Category::live)
                        .map(each -> choice(county, each, locale))
                        .toList();
        return Html.page(
                "callback/shares",
                new SharesPage(rows, choices, form, no),
                no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status()));
    }

    private Choice choice(int county, Category each, Locale locale) {
        var name = categories.name(county, each.code(), locale);
        return new Choice(each.code(), name, null, each.keywords());
    }
}
