package wanhu.export;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** Large exports: what one has asked for, and what others wait for. */
@Controller
@For
class ApprovalPages implements MenuSource {
    static final String PATH = "/exports";
    private static final int MENU_ORDER = 930;

    private final Exports exports;
    private final Jobs jobs;

    ApprovalPages(Exports exports, Jobs jobs) {
        this.exports = exports;
        this.jobs = jobs;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "export.title",
                        PATH,
                        MENU_ORDER,
                        actor -> actor.is(Role.LEADER, Role.SECURITY)));
    }

    /**
     * All lists.
     *
     * @param decides whether the post decides on others' wishes
     */
    record ListPage(
            List<Job> jobs, List<Asked> own, List<Asked> others, boolean decides, Instant now) {
        /** What the post decides on, what lapses first before. */
        List<Asked> waiting() {
            return others.stream()
                    .filter(each -> each.state(now) == Asked.State.WAITING)
                    .sorted(Comparator.comparing(Asked::lapses))
                    .toList();
        }

        /** What others asked for and nobody has to decide on any more. */
        List<Asked> past() {
            return others.stream().filter(each -> each.state(now) != Asked.State.WAITING).toList();
        }

        /** Whether something goes on, so that the page looks again by itself. */
        boolean live() {
            return jobs.stream().anyMatch(job -> job.state().live());
        }
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return Html.page("export/list", page(actor));
    }

    /** How far the files are; the same piece that the list includes. */
    @GetMapping("/exports/jobs")
    ModelAndView jobs(Actor actor) {
        return Html.page("export/jobs", page(actor));
    }

    private ListPage page(Actor actor) {
        return new ListPage(
                jobs.own(actor),
                exports.own(actor),
                exports.others(actor),
                actor.is(Role.LEADER, Role.SECURITY),
                exports.now());
    }

    @PostMapping("/exports/{export}/decision")
    @For({Role.LEADER, Role.SECURITY})
    ModelAndView decide(
            Actor actor,
            @PathVariable UUID export,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String answer) {
        exports.decide(actor, export, "grant".equals(decision), answer);
        return Html.redirect("/exports?said=export.said.decided");
    }

    /** The look of its tag. */
    static String look(Asked.State state) {
        return switch (state) {
            case WAITING -> "soon";
            case GRANTED -> "done";
            case REFUSED, LAPSED, TAKEN -> "plain";
        };
    }
}
