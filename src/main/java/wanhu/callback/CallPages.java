package wanhu.callback;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
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
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.Grade;
import wanhu.matter.Requesters;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/**
 * The warm list of calls, one call, and what the lots have come to. Departments and villages don't
 * open it: who handles must not know which of its answers are asked about.
 */
@Controller
@For({Role.FOLLOW_UP, Role.PHONE_DESK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER})
class CallPages implements MenuSource {
    private static final int MENU_ORDER = 125;

    private final Calls calls;
    private final CallList list;
    private final CallStore store;
    private final Requesters requesters;
    private final Units units;
    private final Laws laws;
    private final Clock clock;

    CallPages(
            Calls calls,
            CallList list,
            CallStore store,
            Requesters requesters,
            Units units,
            Laws laws,
            Clock clock) {
        this.calls = calls;
        this.list = list;
        this.store = store;
        this.requesters = requesters;
        this.units = units;
        this.laws = laws;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "callback.title",
                        "/callbacks",
                        MENU_ORDER,
                        actor ->
                                actor.is(
                                        Role.FOLLOW_UP,
                                        Role.PHONE_DESK,
                                        Role.TOWNSHIP_CLERK,
                                        Role.COUNTY_CLERK,
                                        Role.LEADER)));
    }

    /** The list. */
    record ListPage(Wanted wanted, Page<CallList.Line> rows, int today, int attempts, Tree tree) {
        @Nullable String next() {
            return rows.next() == null
                    ? null
                    : "/callbacks?" + wanted.address() + "&after=" + rows.next();
        }

        String handler(Owed call) {
            return tree.find(call.handler()).map(Unit::name).orElse("");
        }
    }

    @GetMapping("/callbacks")
    ModelAndView list(Actor actor, @ModelAttribute Wanted wanted) {
        return Html.page(
                "callback/list",
                new ListPage(
                        wanted,
                        list.page(actor, wanted),
                        list.today(actor),
                        attempts(actor),
                        units.tree(actor.county())));
    }

    private int attempts(Actor actor) {
        return laws.number(actor.county(), RuleKey.FOLLOW_UP_ATTEMPTS, today());
    }

    /** One call, what was typed, and what was refused. */
    record OnePage(
            Calls.Shown shown,
            List<Requesters.Masked> people,
            String handler,
            int attempts,
            Form form,
            @Nullable Refused no) {}

    /** What was typed. */
    record Form(
            @Nullable String result,
            @Nullable Boolean solved,
            @Nullable Grade grade,
            @Nullable String note) {
        static final Form EMPTY = new Form(null, null, null, null);

        String said() {
            return Objects.toString(note, "").strip();
        }
    }

    @GetMapping("/callbacks/{callback}")
    ModelAndView one(Actor actor, @PathVariable UUID callback) {
        return page(actor, callback, Form.EMPTY, null);
    }

    private ModelAndView page(Actor actor, UUID id, Form form, @Nullable Refused no) {
        var shown = calls.get(actor, id);
        var tree = units.tree(actor.county());
        return Html.page(
                "callback/one",
                new OnePage(
                        shown,
                        requesters.list(actor, shown.matter()),
                        tree.find(shown.call().handler()).map(Unit::name).orElse(""),
                        attempts(actor),
                        form,
                        no),
                no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status()));
    }

    /** Writes down what came of it, and goes on with the next one of the list. */
    @PostMapping("/callbacks/{callback}")
    ModelAndView done(Actor actor, @PathVariable UUID callback, @ModelAttribute Form form) {
        try {
            switch (Objects.toString(form.result(), "")) {
                case "reached" -> calls.reached(actor, callback, said(form));
                case "missed" -> calls.missed(actor, callback, form.said());
                default -> throw new Refused(Refused.Kind.INVALID, "callback.refused.result");
            }
            return Html.redirect("/callbacks?view=TODAY&said=callback.said." + form.result());
        } catch (Refused no) {
            return switch (no.kind()) {
                case MISSING, FORBIDDEN -> throw no;
                case INVALID, CONFLICT, TOO_LARGE, RULE, TOO_MANY, BUSY ->
                        page(actor, callback, form, no);
            };
        }
    }

    private Calls.Said said(Form form) {
        var solved = form.solved();
        if (solved == null) {
            throw new Refused(Refused.Kind.INVALID, "callback.refused.solved");
        }
        return new Calls.Said(solved, form.grade(), form.said());
    }

    /**
     * The figures of a month.
     *
     * @param seed of its lots; null until the month has ended, or when nothing was drawn
     */
    record FiguresPage(
            YearMonth month, List<CallList.Figures> rows, @Nullable String seed, boolean ended) {}

    @GetMapping("/callbacks/figures")
    ModelAndView figures(Actor actor, @RequestParam(defaultValue = "") String month) {
        var chosen = month(month);
        var first = chosen.atDay(1);
        boolean ended = chosen.isBefore(YearMonth.from(today()));
        var seed = ended ? store.seed(actor.county(), first).orElse(null) : null;
        return Html.page(
                "callback/figures",
                new FiguresPage(chosen, list.figures(actor, first), seed, ended));
    }

    private YearMonth month(String typed) {
        try {
            return typed.isBlank() ? YearMonth.from(today()) : YearMonth.parse(typed.strip());
        } catch (DateTimeException _) {
            return YearMonth.from(today());
        }
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }
}
