package wanhu.org;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.Days;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** Dated acts on the tree, for the administrator: form, preview, approval, the book of acts. */
@Controller
@For(Role.ADMIN)
class ActPages {
    /** Units that a select offers. */
    private static final int CHOICES_MAX = 2_000;

    private final Units units;
    private final Acts acts;

    ActPages(Units units, Acts acts) {
        this.units = units;
        this.acts = acts;
    }

    @GetMapping("/org/acts")
    ModelAndView list(Actor actor) {
        var tree = units.tree(actor.county());
        var lines =
                acts.list(actor).stream()
                        .map(act -> new ActsPage.Line(act, tree.get(act.change().unit())))
                        .toList();
        return Html.page("org/acts", new ActsPage(lines));
    }

    @PostMapping("/org/acts/{act}/withdraw")
    ModelAndView withdraw(Actor actor, @PathVariable UUID act) {
        acts.withdraw(actor, act);
        return Html.redirect("/org/acts?said=org.said.withdrawn");
    }

    @GetMapping("/org/units/{unit}/act")
    ModelAndView form(Actor actor, @PathVariable UUID unit) {
        return form(actor, unit, new ActForm(), null);
    }

    /** Shows what the act would do; nothing is written. */
    @PostMapping("/org/units/{unit}/act")
    ModelAndView preview(Actor actor, @PathVariable UUID unit, @ModelAttribute ActForm form) {
        try {
            var preview = acts.preview(actor, form.change(own(actor, unit)));
            if (preview.no() != null) {
                return form(actor, unit, form, preview.no());
            }
            var page = new ActPreviewPage(own(actor, unit), form, preview);
            return Html.page("org/actPreview", page);
        } catch (Refused no) {
            return form(actor, unit, form, no);
        }
    }

    @PostMapping("/org/units/{unit}/act/approve")
    ModelAndView approve(Actor actor, @PathVariable UUID unit, @ModelAttribute ActForm form) {
        try {
            acts.approve(actor, form.change(own(actor, unit)), form.day(), form.document());
        } catch (Refused no) {
            return form(actor, unit, form, no);
        }
        return Html.redirect("/org/acts?said=org.said.approved");
    }

    private ModelAndView form(Actor actor, UUID id, ActForm form, @Nullable Refused no) {
        var tree = units.tree(actor.county());
        var unit = own(actor, id);
        var others =
                tree.subtree(actor.path()).stream()
                        .filter(each -> !each.id().equals(id) && each.kind() != UnitKind.GRID)
                        .limit(CHOICES_MAX)
                        .toList();
        var page = new ActFormPage(unit, form, others, tree.children(id), no);
        var status = no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status());
        return Html.page("org/act", page, status);
    }

    private Unit own(Actor actor, UUID unit) {
        return units.tree(actor.county())
                .find(unit)
                .filter(each -> actor.covers(each.path()) && each.county() == actor.county())
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "org.refused.missing"));
    }
}

/**
 * The form of an act as typed.
 *
 * @param kind sort of the act
 * @param name new name
 * @param unitKind new kind
 * @param code new code, or empty
 * @param target other unit
 * @param children units that a split takes along
 * @param effective day on which it takes effect
 * @param documentNumber number of the document
 */
record ActForm(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String unitKind,
        @Nullable String code,
        @Nullable String target,
        @Nullable List<String> children,
        @Nullable String effective,
        @Nullable String documentNumber) {
    ActForm() {
        this(null, null, null, null, null, null, null, null);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    String document() {
        return text(documentNumber);
    }

    LocalDate day() {
        try {
            return Days.read(text(effective));
        } catch (DateTimeException _) {
            throw new Refused(Refused.Kind.INVALID, "org.act.refused.day");
        }
    }

    UnitChange change(Unit unit) {
        var newName = text(name);
        return switch (text(kind)) {
            case "FOUND" -> new UnitChange.Found(unit.id(), newKind(unit), newName, newCode());
            case "RENAME" -> new UnitChange.Rename(unit.id(), newKind(unit), newName);
            case "MOVE" -> new UnitChange.Move(unit.id(), other());
            case "MERGE" -> new UnitChange.Merge(unit.id(), other());
            case "SPLIT" -> new UnitChange.Split(unit.id(), newName, newCode(), chosenChildren());
            case "CLOSE" -> new UnitChange.Close(unit.id());
            default -> throw new Refused(Refused.Kind.INVALID, "org.act.refused.none");
        };
    }

    private @Nullable String newCode() {
        return text(code).isEmpty() ? null : text(code);
    }

    private UnitKind newKind(Unit unit) {
        return text(unitKind).isEmpty()
                ? unit.kind()
                : KindWords.kind(text(unitKind)).orElseThrow(ActForm::invalid);
    }

    private List<UUID> chosenChildren() {
        return children == null ? List.of() : children.stream().map(ActForm::id).toList();
    }

    private UUID other() {
        return id(text(target));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    private static Refused invalid() {
        return new Refused(Refused.Kind.INVALID, "org.act.refused.other");
    }
}

/** The form of an act with its choices. */
record ActFormPage(
        Unit unit, ActForm form, List<Unit> others, List<Unit> children, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }

    List<Choice> sorts(Screen screen) {
        return Stream.of("FOUND", "RENAME", "MOVE", "MERGE", "SPLIT", "CLOSE")
                .map(kind ->
                        new Choice(
                                kind,
                                screen.t("org.act." + kind),
                                screen.t("org.act." + kind + ".hint")))
                .toList();
    }

    List<Choice> kinds(Screen screen) {
        return Stream.of(UnitKind.values())
                .filter(kind -> kind.fitsUnder(unit.kind()) || alike(kind))
                .map(kind -> new Choice(kind.name(), screen.t("org.kind." + kind.name())))
                .toList();
    }

    private boolean alike(UnitKind kind) {
        return kind.territorial() && unit.kind().territorial() && kind.level() == unit.level();
    }

    List<Choice> targets() {
        return others.stream()
                .map(each ->
                        new Choice(
                                each.id().toString(), each.name(), null, Initials.of(each.name())))
                .toList();
    }

    boolean chosen(Unit child) {
        return form.children() != null && form.children().contains(child.id().toString());
    }
}

/** What an act would do, before it is approved. */
record ActPreviewPage(Unit unit, ActForm form, ActPreview preview) {
    /** Units that are listed by name. */
    static final int SHOWN_MAX = 30;

    List<Unit> shown() {
        return preview.moving().subList(0, Math.min(SHOWN_MAX, preview.moving().size()));
    }

    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", ActForm.text(form.kind()));
        fields.put("name", ActForm.text(form.name()));
        fields.put("unitKind", ActForm.text(form.unitKind()));
        fields.put("code", ActForm.text(form.code()));
        fields.put("target", ActForm.text(form.target()));
        fields.put("children", form.children() == null ? "" : String.join(",", form.children()));
        fields.put("effective", ActForm.text(form.effective()));
        fields.put("documentNumber", form.document());
        return fields;
    }
}

/** The book of acts. */
record ActsPage(List<Line> lines) {
    ActsPage {
        lines = List.copyOf(lines);
    }

    /** An act with its unit. */
    record Line(UnitAct act, Unit unit) {
        String look() {
            return switch (act.state()) {
                case APPROVED -> "act";
                case APPLIED -> "done";
                case WITHDRAWN -> "quiet";
                case FAILED -> "overdue";
            };
        }

        boolean waiting() {
            return act.state() == UnitAct.State.APPROVED;
        }
    }
}
