package wanhu.supervise;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
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
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.Rule;
import wanhu.law.RuleKey;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.org.Units;
import wanhu.shell.Screen;

/** One order of supervision: how it is given, where it stands, what one may do with it. */
@Controller
@ForMatters
class SupervisionPages {
    private final Supervisions supervisions;
    private final Prompts prompts;
    private final Matters matters;
    private final Units units;
    private final Laws laws;
    private final Lines views;

    SupervisionPages(
            Supervisions supervisions,
            Prompts prompts,
            Matters matters,
            Units units,
            Laws laws,
            Lines views) {
        this.supervisions = supervisions;
        this.prompts = prompts;
        this.matters = matters;
        this.units = units;
        this.laws = laws;
        this.views = views;
    }

    /**
     * The form of a new order.
     *
     * @param to the unit that will get it
     * @param usual the last day for an answer by the rule
     * @param rule which rule says so
     */
    record IssuePage(
            IssueForm form,
            Matter matter,
            @Nullable Prompt prompt,
            String to,
            Rank rank,
            LocalDate usual,
            Rule rule,
            @Nullable Refused refused) {
        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }

        String until() {
            var typed = IssueForm.text(form.until());
            return typed.isEmpty() ? usual.toString() : typed;
        }

        String ground() {
            var found = prompt == null ? "" : prompt.rule().ground().name();
            return form.ground() == null ? found : form.ground().name();
        }
    }

    @GetMapping("/supervise/new")
    ModelAndView form(Actor actor, @ModelAttribute IssueForm form) {
        return Html.page("supervise/issue", page(actor, form, null));
    }

    @PostMapping("/supervise/new")
    ModelAndView issue(Actor actor, @ModelAttribute IssueForm form) {
        try {
            var order = supervisions.issue(actor, form.read());
            return Html.redirect("/supervise/" + order.id() + "?said=supervise.said.issue");
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("supervise/issue", page(actor, form, no), status);
        }
    }

    private IssuePage page(Actor actor, IssueForm form, @Nullable Refused no) {
        var matter = matters.get(actor, IssueForm.text(form.matter()));
        var rank = Rank.of(actor, units.tree(actor.county()));
        if (rank.isEmpty() || !supervisions.mayIssue(actor, matter)) {
            throw new Refused(Refused.Kind.FORBIDDEN, "supervise.refused.issue");
        }
        var usual = supervisions.usualDay(actor.county());
        return new IssuePage(
                form,
                matter,
                form.prompt() == null || no != null ? null : prompts.get(actor, form.prompt()),
                views.unit(actor.county(), matter.parties().handlerOrHolder().unit()),
                rank.get(),
                usual,
                laws.rule(actor.county(), RuleKey.SUPERVISE_REPLY, Zones.day(supervisions.now())),
                no);
    }

    /**
     * An order.
     *
     * @param allowed names of the acts that this post may take now
     * @param usual the last day for an answer by the rule
     */
    record ShowPage(
            Lines.Line line,
            List<Event> events,
            Set<String> allowed,
            LocalDate usual,
            ActForm form,
            @Nullable Refused refused) {
        Supervision order() {
            return line.order();
        }

        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }

        String until(String act) {
            var typed = form.shown(act, form.until());
            return typed.isEmpty() ? usual.toString() : typed;
        }

        static boolean dated(String act) {
            return Set.of("SendBack", "Extend", "Raise").contains(act);
        }
    }

    @GetMapping("/supervise/{supervision}")
    ModelAndView show(Actor actor, @PathVariable UUID supervision) {
        return Html.page("supervise/show", page(actor, supervision, ActForm.EMPTY, null));
    }

    @PostMapping("/supervise/{supervision}")
    ModelAndView act(Actor actor, @PathVariable UUID supervision, @ModelAttribute ActForm form) {
        try {
            var act = form.read();
            supervisions.take(actor, supervision, form.seen(), act);
            return Html.redirect(
                    "/supervise/"
                            + supervision
                            + "?said=supervise.said."
                            + act.name().toLowerCase(Locale.ROOT));
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("supervise/show", page(actor, supervision, form, no), status);
        }
    }

    private ShowPage page(Actor actor, UUID id, ActForm form, @Nullable Refused no) {
        var order = supervisions.get(actor, id);
        return new ShowPage(
                views.line(actor, order),
                supervisions.events(order),
                supervisions.allowed(actor, order),
                supervisions.usualDay(actor.county()),
                form,
                no);
    }
}
