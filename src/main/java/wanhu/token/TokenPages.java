package wanhu.token;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;

/** Tokens: made and ended by who holds the post, let in by the security administrator. */
@Controller
class TokenPages implements MenuSource {
    private static final int OWN_MENU = 860;
    private static final int ADMIN_MENU = 941;

    private final Tokens tokens;
    private final Clock clock;

    TokenPages(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "token.own.title", "/tokens", OWN_MENU, actor -> !actor.role().apart()),
                new MenuEntry(
                        "token.all.title",
                        "/admin/tokens",
                        ADMIN_MENU,
                        actor -> actor.is(Role.SECURITY)));
    }

    @ForMatters
    @GetMapping("/tokens")
    ModelAndView own(Actor actor) {
        return page(actor, TokensPage.Entry.NONE, null);
    }

    /** The one time that the secret is shown: as the answer to the form, not kept anywhere. */
    @ForMatters(proof = true)
    @PostMapping("/tokens")
    ModelAndView make(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> reach,
            @RequestParam(defaultValue = "0") int days) {
        try {
            var made = tokens.make(actor, new Tokens.Wish(name, reach, days));
            return page(actor, TokensPage.Entry.NONE, made.secret());
        } catch (Refused no) {
            return page(actor, new TokensPage.Entry(name, reach, days, no), null);
        }
    }

    @ForMatters
    @PostMapping("/tokens/{token}/end")
    ModelAndView end(Actor actor, @PathVariable UUID token) {
        tokens.end(actor, token);
        return Html.redirect("/tokens?said=token.said.ended");
    }

    private ModelAndView page(Actor actor, TokensPage.Entry entry, @Nullable String secret) {
        var refused = entry.refused();
        var status = refused == null ? HttpStatus.OK : HttpStatus.valueOf(refused.kind().status());
        return Html.page(
                "token/own",
                new TokensPage(lines(tokens.own(actor)), entry, actor.title(), secret),
                status);
    }

    @For(Role.SECURITY)
    @GetMapping("/admin/tokens")
    ModelAndView all(Actor actor) {
        var lines = lines(tokens.all(actor));
        return Html.page("token/all", new TokensPage(lines, TokensPage.Entry.NONE, "", null));
    }

    @For(value = Role.SECURITY, proof = true)
    @PostMapping("/admin/tokens/{token}/release")
    ModelAndView release(Actor actor, @PathVariable UUID token) {
        tokens.release(actor, token);
        return Html.redirect("/admin/tokens?said=token.said.released");
    }

    @For(value = Role.SECURITY, proof = true)
    @PostMapping("/admin/tokens/{token}/end")
    ModelAndView shut(Actor actor, @PathVariable UUID token) {
        tokens.end(actor, token);
        return Html.redirect("/admin/tokens?said=token.said.ended");
    }

    private List<TokensPage.Line> lines(List<Token> all) {
        var now = clock.instant();
        return all.stream()
                .map(token ->
                        new TokensPage.Line(
                                token.id(),
                                token.name(),
                                token.holder().name(),
                                token.reach().stream().map(Reach::text).sorted().toList(),
                                token.state(now),
                                token.span().until(),
                                token.used()))
                .toList();
    }
}

/**
 * Page of tokens.
 *
 * @param lines the newest first
 * @param post as which the tokens act that are made here
 * @param secret the secret that was just made; null when none was
 */
record TokensPage(List<Line> lines, Entry entry, String post, @Nullable String secret) {
    /** A token; {@code used} is null before its first use. */
    record Line(
            UUID id,
            String name,
            String holder,
            List<String> reach,
            Token.State state,
            Instant until,
            @Nullable LocalDate used) {
        /** Whether it can still be ended. */
        boolean live() {
            return state == Token.State.GOOD || state == Token.State.WAITING;
        }

        /** How its state looks. */
        String look() {
            return switch (state) {
                case GOOD -> "done";
                case WAITING -> "soon";
                case EXPIRED, ENDED -> "plain";
            };
        }
    }

    /** What was typed, and why it was refused. */
    record Entry(String name, Set<String> reach, int days, @Nullable Refused refused) {
        static final Entry NONE =
                new Entry("", Set.of(Reach.MATTERS_READ.text()), Tokens.DAYS.getFirst(), null);
    }

    /** What can be chosen. */
    List<Reach> reaches() {
        return Arrays.stream(Reach.values()).filter(each -> each != Reach.ANYBODY).toList();
    }

    List<Choice> days(Screen screen) {
        return Tokens.DAYS.stream()
                .map(each -> new Choice(each.toString(), screen.t("token.days", each)))
                .toList();
    }

    /** How many can be used or wait. */
    long live() {
        return lines.stream().filter(Line::live).count();
    }

    /** How many wait to be let in. */
    long waiting() {
        return lines.stream().filter(line -> line.state() == Token.State.WAITING).count();
    }

    /** What was wrong with the form; null when nothing was. */
    @Nullable String fault(Screen screen) {
        var refused = entry.refused();
        return refused == null ? null : screen.t(refused.word(), refused.arguments().toArray());
    }
}
