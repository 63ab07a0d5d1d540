package wanhu.duty;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Zones;

/** The duty lists of today for everybody: what gates dispatch has to be public. */
@Controller
class OpenDutyPages {
    private final DutyLists lists;
    private final Clock clock;

    OpenDutyPages(DutyLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/open/duty/{county}")
    ModelAndView open(
            @PathVariable int county,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable DutyKind kind,
            @RequestParam(defaultValue = "0") int start) {
        var day = Zones.day(clock.instant());
        var asked = new DutyPage.Asked(county, q, kind, day, start);
        return Html.page("duty/open", DutyPage.of(lists, asked));
    }
}
