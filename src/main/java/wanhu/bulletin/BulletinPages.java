package wanhu.bulletin;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The pages on which staff read, release and correct bulletins. */
@Controller
@ForMatters
class BulletinPages implements MenuSource {
    static final String PATH = "/bulletins";
    private static final int MENU_ORDER = 430;

    private final Bulletins bulletins;
    private final BulletinLists lists;
    private final Chosen chosen;
    private final Units units;

    BulletinPages(Bulletins bulletins, BulletinLists lists, Chosen chosen, Units units) {
        this.bulletins = bulletins;
        this.lists = lists;
        this.chosen = chosen;
        this.units = units;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("bulletin.title", PATH, MENU_ORDER, actor -> !actor.role().apart()));
    }

    /**
     * The list.
     *
     * @param missing periods of which the post's own unit has none
     */
    record ListPage(
            Asked asked,
            Page<Bulletin> rows,
            Map<UUID, String> names,
            List<Period> missing,
            boolean writes) {
        String unit(Bulletin bulletin) {
            return names.getOrDefault(bulletin.unit(), "");
        }

        List<Choice> choices() {
            return names.entrySet().stream()
                    .map(each -> new Choice(each.getKey().toString(), each.getValue()))
                    .toList();
        }

        @Nullable String next() {
            return rows.next() == null ? null : asked.address() + "&after=" + rows.next();
        }
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @ModelAttribute Asked asked) {
        var names =
                lists.readable(actor).stream()
                        .collect(
                                Collectors.toMap(
                                        Unit::id,
                                        Unit::name,
                                        (one, _) -> one,
                                        java.util.LinkedHashMap::new));
        boolean writes = Rights.writes(actor);
        if (writes) {
            bulletins.prepare(actor);
        }
        return Html.page(
                "bulletin/list",
                new ListPage(
                        asked,
                        lists.page(actor, asked),
                        names,
                        lists.missing(actor, bulletins.today()),
                        writes));
    }

    @GetMapping(PATH + "/{bulletin}")
    ModelAndView show(Actor actor, @PathVariable UUID bulletin) {
        return Html.page("bulletin/bulletin", page(actor, bulletin, null));
    }

    BulletinPage page(Actor actor, UUID id, @Nullable Refused no) {
        var bulletin = bulletins.get(actor, id);
        var versions = bulletins.versions(actor, bulletin);
        var path = bulletins.path(bulletin);
        boolean writes = Rights.writes(actor, path);
        boolean second = !bulletin.written().persons().contains(actor.person());
        boolean last = versions.getFirst().id().equals(id) && !bulletin.pending();
        return new BulletinPage(
                bulletin,
                units.get(bulletin.county(), bulletin.unit()).name(),
                versions,
                chosen.of(bulletin),
                new BulletinPage.May(
                        writes && bulletin.state() == Bulletin.State.DRAFT,
                        Rights.releases(actor, path)
                                && second
                                && bulletin.state() == Bulletin.State.REVIEW,
                        writes && last),
                no);
    }

    /** What is done with a bulletin: a word of its form, and the fields that go with it. */
    record Act(
            @Nullable String act,
            @Nullable Integer edit,
            @Nullable String reason,
            @Nullable Boolean open) {
        int shown() {
            var known = edit;
            return known == null ? 0 : known;
        }
    }

    @PostMapping(PATH + "/{bulletin}")
    ModelAndView act(Actor actor, @PathVariable UUID bulletin, @ModelAttribute Act asked) {
        try {
            var shown = carryOut(actor, bulletin, asked);
            var said = "?said=bulletin.said." + Asked.said(asked.act());
            return Html.redirect(PATH + "/" + shown + said);
        } catch (Refused no) {
            return switch (no.kind()) {
                case MISSING, FORBIDDEN -> throw no;
                case INVALID, CONFLICT, TOO_LARGE, RULE, TOO_MANY, BUSY ->
                        Html.page(
                                "bulletin/bulletin",
                                page(actor, bulletin, no),
                                HttpStatus.valueOf(no.kind().status()));
            };
        }
    }

    private UUID carryOut(Actor actor, UUID id, Act asked) {
        int edit = asked.shown();
        switch (Asked.said(asked.act())) {
            case "retake" -> bulletins.retake(actor, id, edit);
            case "submit" -> bulletins.submit(actor, id, edit);
            case "back" -> bulletins.giveBack(actor, id, edit, Asked.said(asked.reason()));
            case "release" -> bulletins.release(actor, id, edit, Boolean.TRUE.equals(asked.open()));
            case "correct" -> {
                return bulletins.correct(actor, id);
            }
            default -> throw new Refused(Refused.Kind.INVALID, "bulletin.refused.form");
        }
        return id;
    }
}
