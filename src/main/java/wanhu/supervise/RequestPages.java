package wanhu.supervise;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import wanhu.base.Zones;
import wanhu.calendar.Term;
import wanhu.law.Laws;
import wanhu.law.Rule;
import wanhu.law.RuleKey;
import wanhu.org.Units;
import wanhu.shell.Screen;

/** 退单审定台、延期审批台 and 阶段报告: what waits for a decision, and what must be told. */
@Controller
@ForMatters
class RequestPages {
    private final Requests requests;
    private final StageReports reports;
    private final Lines names;
    private final Units units;
    private final Laws laws;
    private final Clock clock;

    RequestPages(
            Requests requests,
            StageReports reports,
            Lines names,
            Units units,
            Laws laws,
            Clock clock) {
        this.requests = requests;
        this.reports = reports;
        this.names = names;
        this.units = units;
        this.laws = laws;
        this.clock = clock;
    }

    /** What is asked for, as a line. */
    record Asked(Request request, String title, String asked, String to, boolean may) {
        /** How much more time is asked for; empty for a return. */
        String more(Screen screen) {
            return request.term().isEmpty() ? "" : term(screen, Term.parse(request.term()));
        }
    }

    /**
     * The desk.
     *
     * @param limits the rules that bound what may be granted
     */
    record DeskPage(
            Request.@Nullable Kind kind,
            List<Asked> rows,
            @Nullable String next,
            List<Rule> limits) {
        /** The value of a rule as people read it. */
        static String value(Screen screen, Rule rule) {
            return rule.key() == RuleKey.EXTENSION_TERM_MAX
                    ? term(screen, rule.term())
                    : screen.t("law.value.TIMES", rule.number());
        }

        String kindName() {
            return kind == null ? "" : kind.name();
        }

        String nextHref() {
            return "/supervise/desk?kind=" + kindName() + "&after=" + next;
        }
    }

    /** 10 个工作日: a length of time as people read it. */
    static String term(Screen screen, Term term) {
        var unit = term.unit().name().toLowerCase(Locale.ROOT);
        return screen.t("law.term." + unit, term.amount());
    }

    @GetMapping("/supervise/desk")
    ModelAndView desk(
            Actor actor,
            @RequestParam(required = false) Request.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String after) {
        var piece = requests.page(actor, kind, Key.of(after));
        var titles =
                names.titles(actor, piece.rows().stream().map(each -> each.of().matter()).toList());
        var rows =
                piece.rows().stream()
                        .map(each ->
                                new Asked(
                                        each,
                                        titles.getOrDefault(each.of().matter(), ""),
                                        names.unit(actor.county(), each.asked()),
                                        names.unit(actor.county(), each.to()),
                                        decides(actor, each)))
                        .toList();
        return Html.page("supervise/desk", new DeskPage(kind, rows, piece.next(), limits(actor)));
    }

    private boolean decides(Actor actor, Request request) {
        var to = units.tree(actor.county()).find(request.to());
        return to.filter(unit -> actor.covers(unit.path())).isPresent();
    }

    private List<Rule> limits(Actor actor) {
        var today = Zones.day(clock.instant());
        return List.of(
                laws.rule(actor.county(), RuleKey.RETURN_COUNT_MAX, today),
                laws.rule(actor.county(), RuleKey.EXTENSION_COUNT_MAX, today),
                laws.rule(actor.county(), RuleKey.EXTENSION_TERM_MAX, today));
    }

    /** A report as a line. */
    record Told(StageReport report, String title, String unit, String first, boolean may) {}

    /** The reports that are owed and those that were given last. */
    record ReportsPage(List<Told> owed, @Nullable String next, List<Told> given) {}

    @GetMapping("/supervise/reports")
    ModelAndView reports(Actor actor, @RequestParam(required = false) @Nullable String after) {
        var piece = reports.owed(actor, Key.of(after));
        return Html.page(
                "supervise/reports",
                new ReportsPage(
                        told(actor, piece.rows()),
                        piece.next(),
                        told(actor, reports.given(actor))));
    }

    List<Told> told(Actor actor, List<StageReport> all) {
        var titles = names.titles(actor, all.stream().map(each -> each.of().matter()).toList());
        return all.stream()
                .map(each ->
                        new Told(
                                each,
                                titles.getOrDefault(each.of().matter(), ""),
                                names.unit(actor.county(), each.unit()),
                                names.unit(actor.county(), each.first()),
                                reports.mayGive(actor, each)))
                .toList();
    }

    /** The report that somebody types. */
    record ReportForm(@Nullable String text, @Nullable String next, @Nullable String expected) {
        StageReports.Said read() {
            var day = IssueForm.text(expected);
            return new StageReports.Said(
                    IssueForm.text(text),
                    IssueForm.text(next),
                    day.isEmpty() ? null : IssueForm.day(day));
        }
    }

    @PostMapping("/supervise/reports/{stageReport}")
    ModelAndView give(
            Actor actor, @PathVariable UUID stageReport, @ModelAttribute ReportForm form) {
        reports.give(actor, stageReport, form.read());
        return Html.redirect("/supervise/reports?said=supervise.said.reported");
    }
}
