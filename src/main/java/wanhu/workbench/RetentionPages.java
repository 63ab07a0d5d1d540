package wanhu.workbench;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.matter.Erasure;
import wanhu.matter.Retention;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** What the retention rule would remove next, and what it has removed. */
@Controller
@For({Role.ADMIN, Role.AUDITOR})
class RetentionPages implements MenuSource {
    private static final String PATH = "/admin/retention";
    private static final int MENU_ORDER = 645;

    private final Retention retention;

    RetentionPages(Retention retention) {
        this.retention = retention;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "workbench.retention.title",
                        PATH,
                        MENU_ORDER,
                        actor -> actor.is(Role.ADMIN, Role.AUDITOR)));
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor) {
        return Html.page(
                "workbench/retention",
                new RetentionPage(retention.due(actor.county()), retention.list(actor.county())));
    }
}

/** What is due, and what was removed. */
record RetentionPage(Retention.Due due, List<Erasure> done) {}
