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

    private final ObjectProvider<LandingSource> sources;

    LandingPages(ObjectProvider<LandingSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/")
    ModelAndView landing() {
        var results =
                sources.orderedStream()
                        .flatMap(each -> each.latest(RESULTS_MAX).stream())
                        .limit(RESULTS_MAX)
                        .toList();
        return Html.page("shell/landing", new LandingPage(results));
    }
}

/** What the residents' first page shows besides its fixed parts. */
record LandingPage(List<LandingSource.Result> results) {}
