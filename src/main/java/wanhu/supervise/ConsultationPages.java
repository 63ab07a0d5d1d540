package wanhu.supervise;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.org.Level;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** 会商: called, spoken in, concluded. */
@Controller
@ForMatters
class ConsultationPages {
    private static final String HOME = "/supervise/consultations/";

    private final Consultations consultations;
    private final Matters matters;
    private final Units units;
    private final Lines names;

    ConsultationPages(Consultations consultations, Matters matters, Units units, Lines names) {
        this.consultations = consultations;
        this.matters = matters;
        this.units = units;
        this.names = names;
    }

    /** A consultation as a line. */
    record Row(Consultation on, String title, String convener) {
        String look() {
            return switch (on.state()) {
                case CALLED -> "act";
                case HELD -> "done";
                case CANCELLED -> "quiet";
            };
        }
    }

    /** The list. */
    record ListPage(List<Row> rows, @Nullable String next) {}

    @GetMapping("/supervise/consultations")
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable String after) {
        var piece = consultations.page(actor, Key.of(after));
        return Html.page(
                "supervise/consultations", new ListPage(rows(actor, piece.rows()), piece.next()));
    }

    private List<Row> rows(Actor actor, List<Consultation> all) {
        var titles = names.titles(actor, all.stream().map(each -> each.of().matter()).toList());
        return all.stream()
                .map(each ->
                        new Row(
                                each,
                                titles.getOrDefault(each.of().matter(), ""),
                                names.unit(actor.county(), each.call().convener())))
                .toList();
    }

    /** The form of a call. */
    record CallPage(CallForm form, Matter matter, List<Choice> units, @Nullable Refused refused) {
        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }

        boolean chosen(Choice unit) {
            return form.chosen().stream().anyMatch(each -> each.toString().equals(unit.value()));
        }
    }

    @GetMapping("/supervise/consultations/new")
    ModelAndView form(Actor actor, @ModelAttribute CallForm form) {
        return Html.page("supervise/call", page(actor, form, null));
    }

    @PostMapping("/supervise/consultations/new")
    ModelAndView call(Actor actor, @ModelAttribute CallForm form) {
        try {
            var made = consultations.call(actor, form.read());
            return Html.redirect(HOME + made.id() + "?said=supervise.said.called");
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("supervise/call", page(actor, form, no), status);
        }
    }

    private CallPage page(Actor actor, CallForm form, @Nullable Refused no) {
        var matter = matters.get(actor, IssueForm.text(form.matter()));
        if (!consultations.mayCall(actor, matter)) {
            throw new Refused(Refused.Kind.FORBIDDEN, "supervise.refused.call");
        }
        return new CallPage(form, matter, invitable(matter), no);
    }

    /** Departments, townships and teams, and the village where it happened. */
    private List<Choice> invitable(Matter matter) {
        var tree = units.tree(matter.county());
        return tree.root().map(root -> tree.subtree(root.path())).orElse(List.of()).stream()
                .filter(unit ->
                        unit.kind() == UnitKind.DEPARTMENT
                                || unit.kind() == UnitKind.TEAM
                                || (unit.kind().territorial() && unit.level() == Level.TOWNSHIP)
                                || unit.path().contains(matter.about().placePath()))
                .filter(unit -> unit.kind() != UnitKind.COUNTY && unit.kind() != UnitKind.GRID)
                .filter(unit -> !matter.about().privacy().shutTo(unit.path()))
                .map(unit -> new Choice(unit.id().toString(), Lines.name(tree, unit)))
                .toList();
    }

    /** An invited unit and what it said. */
    record Voice(String unit, Consultation.Voice said) {}

    /**
     * A consultation.
     *
     * @param lead name of the unit that shall lead; empty when none was named
     */
    record ShowPage(
            Row row,
            List<Voice> voices,
            List<Choice> units,
            String lead,
            boolean maySay,
            boolean mayEnd) {}

    @GetMapping("/supervise/consultations/{consultation}")
    ModelAndView show(Actor actor, @PathVariable UUID consultation) {
        var on = consultations.get(actor, consultation);
        var voices = consultations.voices(on);
        var ended = on.ended();
        var lead = ended == null ? null : ended.lead();
        return Html.page(
                "supervise/consultation",
                new ShowPage(
                        rows(actor, List.of(on)).getFirst(),
                        voices.stream()
                                .map(each -> new Voice(names.unit(on.county(), each.unit()), each))
                                .toList(),
                        voices.stream()
                                .map(each ->
                                        new Choice(
                                                each.unit().toString(),
                                                names.unit(on.county(), each.unit())))
                                .toList(),
                        lead == null ? "" : names.unit(on.county(), lead),
                        consultations.maySay(actor, on),
                        consultations.mayEnd(actor, on)));
    }

    @PostMapping("/supervise/consultations/{consultation}/opinion")
    ModelAndView say(
            Actor actor,
            @PathVariable UUID consultation,
            @RequestParam(defaultValue = "") String text) {
        consultations.say(actor, consultation, text);
        return Html.redirect(HOME + consultation + "?said=supervise.said.said");
    }

    /** The outcome that somebody types. */
    record OutcomeForm(@Nullable String text, @Nullable UUID lead, @Nullable String doneBy) {
        Consultations.Outcome read() {
            var day = IssueForm.text(doneBy);
            return new Consultations.Outcome(
                    IssueForm.text(text), lead, day.isEmpty() ? null : IssueForm.day(day));
        }
    }

    @PostMapping("/supervise/consultations/{consultation}/outcome")
    ModelAndView conclude(
            Actor actor, @PathVariable UUID consultation, @ModelAttribute OutcomeForm form) {
        consultations.conclude(actor, consultation, form.read());
        return Html.redirect(HOME + consultation + "?said=supervise.said.concluded");
    }

    @PostMapping("/supervise/consultations/{consultation}/cancel")
    ModelAndView cancel(
            Actor actor,
            @PathVariable UUID consultation,
            @RequestParam(defaultValue = "") String text) {
        consultations.cancel(actor, consultation, text);
        return Html.redirect(HOME + consultation + "?said=supervise.said.cancelled");
    }
}
