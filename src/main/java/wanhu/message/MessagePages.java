package wanhu.message;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;

/** 消息: what the unit of a post is told, and whether somebody wants it by e-mail too. */
@Controller
@ForMatters
class MessagePages implements MenuSource {
    private static final int MENU_ORDER = 190;

    private final Notices notices;
    private final Addresses addresses;
    private final Texts texts;

    MessagePages(Notices notices, Addresses addresses, Texts texts) {
        this.notices = notices;
        this.addresses = addresses;
        this.texts = texts;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "message.title", "/messages", MENU_ORDER, actor -> !actor.role().apart()));
    }

    /** A notice in words. */
    record Row(Notices.Line line, String text) {}

    /** The list. */
    record ListPage(List<Row> rows, boolean fresh, @Nullable String next) {}

    @GetMapping("/messages")
    ModelAndView list(Actor actor, Locale locale, @RequestParam(defaultValue = "") String before) {
        var piece = notices.page(actor, Before.read(before));
        var rows =
                piece.rows().stream()
                        .map(each ->
                                new Row(each, texts.text(actor.county(), locale, each.notice())))
                        .toList();
        boolean fresh = piece.rows().stream().anyMatch(Notices.Line::fresh);
        return Html.page("message/list", new ListPage(rows, fresh, piece.next()));
    }

    @PostMapping("/messages/read")
    ModelAndView read(Actor actor) {
        notices.read(actor.county(), actor.person(), actor.unit());
        return Html.redirect("/messages?said=message.said.read");
    }

    /** The own wishes. */
    record WishPage(String email, boolean digest, @Nullable Refused refused) {
        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }
    }

    @GetMapping("/messages/settings")
    ModelAndView settings(Actor actor) {
        var known = addresses.find(actor.county(), actor.person());
        return Html.page(
                "message/settings",
                new WishPage(
                        known.map(addresses::plain).orElse(""),
                        known.map(Addresses.Address::digest).orElse(false),
                        null));
    }

    @PostMapping("/messages/settings")
    ModelAndView save(
            Actor actor,
            Locale locale,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "false") boolean digest) {
        try {
            var language = locale.getLanguage().equals("en") ? "en" : "zh";
            addresses.save(actor, email, digest, language);
            return Html.redirect("/messages/settings?said=message.said.saved");
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("message/settings", new WishPage(email, digest, no), status);
        }
    }
}
