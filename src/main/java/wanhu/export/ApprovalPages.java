package wanhu.export;

import java.time.Instant;
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
    private static final int MENU_ORDER = 930;

    private final Exports exports;

    ApprovalPages(Exports exports) {
        this.exports = exports;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "export.title",
                        "/exports",
                        MENU_ORDER,
                        actor -> actor.is(Role.LEADER, Role.SECURITY)));
    }

    /**
     * Both lists.
     *
     * @param decides whether the post decides on others' wishes
     */
    record ListPage(List<Asked> own, List<Asked> others, boolean decides, Instant now) {}

    @GetMapping("/exports")
    ModelAndView list(Actor actor) {
        return Html.page(
                "export/list",
                new ListPage(
                        exports.own(actor),
                        exports.others(actor),
                        actor.is(Role.LEADER, Role.SECURITY),
                        exports.now()));
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
