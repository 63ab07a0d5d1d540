package wanhu.open311;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;

/** The keys of other systems, for the security administrator, who opens and shuts all doors. */
@Controller
@RequestMapping("/admin/open311")
@For(Role.SECURITY)
class ApiKeyPages implements MenuSource {
    private static final int MENU = 940;

    private final ApiKeys keys;
    private final Units units;

    ApiKeyPages(ApiKeys keys, Units units) {
        this.keys = keys;
        this.units = units;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "open311.keys.title",
                        "/admin/open311",
                        MENU,
                        actor -> actor.is(Role.SECURITY)));
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return page(actor, new ApiKeysPage.Entry("", "", null), null);
    }

    /** The one time that the key is shown: as the answer to the form, not kept anywhere. */
    @For(value = Role.SECURITY, proof = true)
    @PostMapping
    ModelAndView make(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String unit) {
        try {
            var made = keys.make(actor, name, unit);
            return page(actor, new ApiKeysPage.Entry("", "", null), made.secret());
        } catch (Refused no) {
            return page(actor, new ApiKeysPage.Entry(name, unit, no), null);
        }
    }

    @For(value = Role.SECURITY, proof = true)
    @PostMapping("/{key}/end")
    ModelAndView end(Actor actor, @PathVariable UUID key) {
        keys.end(actor, key);
        return Html.redirect("/admin/open311?said=open311.said.ended");
    }

    private ModelAndView page(Actor actor, ApiKeysPage.Entry entry, @Nullable String secret) {
        var tree = units.tree(actor.county());
        var lines =
                keys.list(actor).stream()
                        .map(key ->
                                new ApiKeysPage.Line(
                                        key.id(),
                                        key.name(),
                                        tree.find(key.unit()).map(Unit::name).orElse(""),
                                        key.made(),
                                        key.ended()))
                        .toList();
        var refused = entry.refused();
        var status = refused == null ? HttpStatus.OK : HttpStatus.valueOf(refused.kind().status());
        return Html.page(
                "open311/keys", new ApiKeysPage(lines, territories(actor), entry, secret), status);
    }

    /** County and townships, or what of them lies within the actor's own unit. */
    private List<Choice> territories(Actor actor) {
        var tree = units.tree(actor.county());
        var choices = new ArrayList<Choice>();
        tree.root().map(root -> tree.subtree(root.path())).orElse(List.of()).stream()
                .filter(unit -> unit.kind().territorial() && actor.covers(unit.path()))
                .filter(unit -> !Level.TOWNSHIP.above(unit.level()))
                .forEach(unit -> choices.add(new Choice(unit.code(), unit.name())));
        return choices;
    }
}

/**
 * Page of the keys.
 *
 * @param lines good ones and ended ones, the newest first
 * @param secret the key that was just made; null when none was
 */
record ApiKeysPage(
        List<Line> lines, List<Choice> territories, Entry entry, @Nullable String secret) {
    /** A key; {@code ended} is null while it is good. */
    record Line(UUID id, String name, String unit, Instant made, @Nullable Instant ended) {}

    /** What was typed, and why it was refused. */
    record Entry(String name, String unit, @Nullable Refused refused) {}

    /** How many are good. */
    long good() {
        return lines.stream().filter(line -> line.ended() == null).count();
    }

    /** What was wrong with the form; null when nothing was. */
    @Nullable String fault(Screen screen) {
        var refused = entry.refused();
        return refused == null ? null : screen.t(refused.word(), refused.arguments().toArray());
    }
}
