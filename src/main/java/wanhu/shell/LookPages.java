package wanhu.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;

/** Shows a sample of each part of a page; only in a demonstration. */
@Controller
@For
class LookPages {
    private final Screens screens;

    LookPages(Screens screens) {
        this.screens = screens;
    }

    @GetMapping("/look")
    ModelAndView look(HttpServletRequest request) {
        return Html.page("shell/look", sample(request));
    }

    /** The question before an act that can't be taken back. */
    @GetMapping("/look/confirm")
    ModelAndView confirm(HttpServletRequest request) {
        return Html.page("shell/lookConfirm", sample(request));
    }

    private LookPage sample(HttpServletRequest request) {
        var screen = screens.of(request);
        if (!screen.demo()) {
            throw new Refused(Refused.Kind.MISSING, "shell.refused.missing");
        }
        return LookPage.of(screen);
    }
}

/** Invented figures for the samples. */
record LookPage(
        Instant soon, Instant late, Instant past, List<Choice> places, Chart months, Chart units) {

    static LookPage of(Screen screen) {
        var now = screen.now();
        var places = List.of(screen.t("shell.look.places").split(" ", -1));
        return new LookPage(
                now.plus(Duration.ofHours(26)),
                now.minus(Duration.ofDays(3)),
                now.minus(Duration.ofDays(9)),
                places.stream().map(name -> new Choice(name, name)).toList(),
                chart(screen, "shell.look.finished", List.of("1", "2", "3", "4", "5", "6")),
                chart(screen, "shell.look.open", places));
    }

    private static Chart chart(Screen screen, String title, List<String> labels) {
        int[] values = {42, 31, 58, 64, 49, 71};
        var points =
                IntStream.range(0, labels.size())
                        .mapToObj(at -> point(labels.get(at), values[at]))
                        .toList();
        return new Chart(screen.t(title), screen.t("shell.look.matters"), points);
    }

    private static Chart.Point point(String label, int value) {
        return new Chart.Point(label, value, String.valueOf(value));
    }
}
