package wanhu.wording;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.Days;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The texts that a county may adapt: list, history, preview, and a new dated version. */
@Controller
@For(Role.ADMIN)
class WordingPages implements MenuSource {
    static final String PATH = "/admin/texts";
    private static final int MENU_ORDER = 575;

    private final Wordings texts;

    WordingPages(Wordings texts) {
        this.texts = texts;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("wording.title", PATH, MENU_ORDER, actor -> actor.is(Role.ADMIN)));
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return Html.page("wording/list", ListPage.of(texts, actor.county()));
    }

    @GetMapping(PATH + "/{key}")
    ModelAndView text(Actor actor, @PathVariable String key) {
        known(key);
        var now = texts.now(actor.county(), key);
        var form = new Form(now.zh(), now.en(), texts.today().toString(), "");
        return page(actor, key, form, Result.NONE);
    }

    /** Shows how it would read, saves it as a new version, or brings back the shipped text. */
    @PostMapping(PATH + "/{key}")
    ModelAndView change(
            Actor actor,
            @PathVariable String key,
            Form form,
            @RequestParam(defaultValue = "preview") String act) {
        known(key);
        try {
            var wish = act.equals("shipped") ? form.shipped(key) : form.wish(key);
            if (act.equals("preview")) {
                texts.check(actor, wish);
                return page(actor, key, form, new Result(true, null));
            }
            texts.change(actor, wish);
            return Html.redirect(PATH + "/" + key + "?said=wording.said.changed");
        } catch (Refused no) {
            return page(actor, key, form, new Result(false, no));
        }
    }

    /** What came of the last try. */
    private record Result(boolean preview, @Nullable Refused no) {
        static final Result NONE = new Result(false, null);
    }

    private ModelAndView page(Actor actor, String key, Form form, Result result) {
        var no = result.no();
        var status = no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status());
        var page =
                new TextPage(
                        key,
                        texts.shipped(key),
                        texts.now(actor.county(), key),
                        texts.held(actor.county(), key, texts.today()).orElse(null),
                        texts.versions(actor.county(), key).reversed(),
                        form,
                        result.preview(),
                        no);
        return Html.page("wording/text", page, status);
    }

    private void known(String key) {
        if (Group.of(key).filter(group -> texts.keys(group).contains(key)).isEmpty()) {
            throw new Refused(Refused.Kind.MISSING, "wording.refused.missing");
        }
    }
}

/** The form of a text, as typed. */
record Form(
        @Nullable String zh,
        @Nullable String en,
        @Nullable String validFrom,
        @Nullable String reason) {
    Wish wish(String key) {
        if (plain(zh).isEmpty() || plain(en).isEmpty()) {
            throw new Refused(Refused.Kind.INVALID, "wording.refused.both");
        }
        return new Wish(key, plain(zh), plain(en), day(), plain(reason));
    }

    Wish shipped(String key) {
        return new Wish(key, "", "", day(), plain(reason));
    }

    private LocalDate day() {
        try {
            return Days.read(plain(validFrom));
        } catch (DateTimeParseException _) {
            throw new Refused(Refused.Kind.INVALID, "wording.refused.date");
        }
    }

    static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
