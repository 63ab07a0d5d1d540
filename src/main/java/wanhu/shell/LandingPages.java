package wanhu.shell;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;

/** The residents' first page. */
@Controller
class LandingPages {
    private static final int RESULTS_MAX = 5;

    private static final int PROJECTS_MAX = 4;

    private final ObjectProvider<LandingSource> sources;
    private final ObjectProvider<ProjectSource> projects;

    LandingPages(ObjectProvider<LandingSource> sources, ObjectProvider<ProjectSource> projects) {
        this.sources = sources;
        this.projects = projects;
    }

    @GetMapping("/")
    ModelAndView landing() {
        var results =
                sources.orderedStream()
                        .flatMap(each -> each.latest(RESULTS_MAX).stream())
                        .limit(RESULTS_MAX)
                        .toList();
        var promised =
                projects.orderedStream()
                        .flatMap(each -> each.latest(PROJECTS_MAX).stream())
                        .toList();
        return Html.page("shell/landing", new LandingPage(results, promised));
    }
}

/** What the residents' first page shows besides its fixed parts. */
record LandingPage(List<LandingSource.Result> results, List<ProjectSource.Line> projects) {}
