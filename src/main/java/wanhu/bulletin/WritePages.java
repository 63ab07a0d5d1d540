package wanhu.bulletin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.Days;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.matter.PublicMatter;
import wanhu.org.Units;
import wanhu.shell.Choice;

/** The pages on which clerks begin and write bulletins. */
@Controller
@For({Role.COUNTY_CLERK, Role.TOWNSHIP_CLERK})
class WritePages {
    private final Bulletins bulletins;
    private final BulletinLists lists;
    private final Chosen chosen;
    private final Units units;

    WritePages(Bulletins bulletins, BulletinLists lists, Chosen chosen, Units units) {
        this.bulletins = bulletins;
        this.lists = lists;
        this.chosen = chosen;
        this.units = units;
    }

    /** What was typed to begin one: for which unit, of which kind, with which day in it. */
    record Begun(
            @Nullable String unit,
            @Nullable String kind,
            @Nullable String day,
            @Nullable String command) {
        Period.Kind length() {
            return "MONTH".equals(kind) ? Period.Kind.MONTH : Period.Kind.WEEK;
        }

        UUID of() {
            return id(unit, "bulletin.refused.unit");
        }

        UUID made() {
            return command == null || command.isEmpty()
                    ? Ids.next()
                    : id(command, "bulletin.refused.form");
        }

        private static UUID id(@Nullable String typed, String word) {
            try {
                return UUID.fromString(Asked.said(typed));
            } catch (IllegalArgumentException _) {
                throw new Refused(Refused.Kind.INVALID, word);
            }
        }

        LocalDate date() {
            try {
                return Days.read(Asked.said(day));
            } catch (DateTimeException _) {
                throw new Refused(Refused.Kind.INVALID, "bulletin.refused.day");
            }
        }
    }

    /**
     * The form to begin one.
     *
     * @param no what was refused
     */
    record BeginPage(
            List<Choice> choices,
            String unit,
            Period.Kind kind,
            String day,
            @Nullable Refused no) {}

    @GetMapping(BulletinPages.PATH + "/new")
    ModelAndView form(Actor actor, @ModelAttribute Begun typed) {
        return form(actor, typed, null);
    }

    private ModelAndView form(Actor actor, Begun typed, @Nullable Refused no) {
        var choices =
                lists.writable(actor).stream()
                        .map(each -> new Choice(each.id().toString(), each.name()))
                        .toList();
        var day = Asked.said(typed.day());
        var last = Period.last(typed.length(), bulletins.today()).from().toString();
        var unit = Asked.said(typed.unit());
        return Html.page(
                "bulletin/begin",
                new BeginPage(
                        choices,
                        unit.isEmpty() ? actor.unit().toString() : unit,
                        typed.length(),
                        day.isEmpty() ? last : day,
                        no),
                no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status()));
    }

    @PostMapping(BulletinPages.PATH + "/new")
    ModelAndView begin(Actor actor, @ModelAttribute Begun typed) {
        try {
            var period = Period.of(typed.length(), typed.date());
            var id = bulletins.begin(actor, new Bulletins.Wish(typed.made(), typed.of(), period));
            return Html.redirect(BulletinPages.PATH + "/" + id + "/edit?said=bulletin.said.begun");
        } catch (Refused no) {
            return form(actor, typed, no);
        }
    }

    /**
     * The form of a draft.
     *
     * @param texts as typed, or as they are kept
     * @param no what was refused
     */
    record EditPage(
            Bulletin bulletin,
            String unit,
            Texts texts,
            List<PublicMatter> offered,
            @Nullable Refused no) {
        String path() {
            return BulletinPages.PATH + "/" + bulletin.id();
        }
    }

    @GetMapping(BulletinPages.PATH + "/{bulletin}/edit")
    ModelAndView edit(Actor actor, @PathVariable UUID bulletin) {
        var known = bulletins.get(actor, bulletin);
        boolean draft = known.state() == Bulletin.State.DRAFT;
        Refused.unless(Refused.Kind.CONFLICT, draft, "bulletin.refused.stale");
        return edit(known, known.texts(), null);
    }

    private ModelAndView edit(Bulletin bulletin, Texts texts, @Nullable Refused no) {
        var unit = units.get(bulletin.county(), bulletin.unit());
        return Html.page(
                "bulletin/edit",
                new EditPage(
                        bulletin, unit.name(), texts, chosen.offered(unit, bulletin.period()), no),
                no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status()));
    }

    @PostMapping(BulletinPages.PATH + "/{bulletin}/edit")
    ModelAndView save(
            Actor actor,
            @PathVariable UUID bulletin,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "0") int edit) {
        var known = bulletins.get(actor, bulletin);
        var texts = texts(typed);
        try {
            bulletins.save(actor, bulletin, edit, texts);
            return Html.redirect(BulletinPages.PATH + "/" + bulletin + "?said=bulletin.said.saved");
        } catch (Refused no) {
            return edit(known, texts, no);
        }
    }

    private static Texts texts(MultiValueMap<String, String> typed) {
        var comments = new EnumMap<Section, String>(Section.class);
        for (Section each : Section.values()) {
            var said = text(typed, each.field());
            if (!said.isEmpty()) {
                comments.put(each, said);
            }
        }
        return new Texts(
                text(typed, "title"),
                text(typed, "lead"),
                comments,
                typed.getOrDefault("chosen", List.of()).stream()
                        .filter(each -> !each.isBlank())
                        .distinct()
                        .toList(),
                text(typed, "changes"));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "").replace("\r\n", "\n").strip();
    }
}
