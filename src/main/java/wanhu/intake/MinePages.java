package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.life.By;
import wanhu.life.Grade;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;

/** What somebody does with her own matter: add, take back, rate. */
@Controller
@RequestMapping("/m/{code}")
class MinePages {
    /** Longest text that is added or said with a rating, in characters. */
    static final int TEXT_CHARACTERS_MAX = 2_000;

    private final Followed followed;
    private final Mine mine;
    private final Matters matters;

    MinePages(Followed followed, Mine mine, Matters matters) {
        this.followed = followed;
        this.mine = mine;
        this.matters = matters;
    }

    /** Adds what was asked for. */
    @PostMapping("/supplement")
    ModelAndView supplement(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String command,
            HttpServletRequest request) {
        var follower = followed.get(code, request);
        if (text.isBlank()) {
            throw new Refused(Refused.Kind.INVALID, "intake.fault.text");
        }
        take(follower, command, new Step.Supplement(bounded(text)));
        return back(follower, "intake.said.supplemented");
    }

    /** Asks before a matter is taken back. */
    @GetMapping("/withdraw")
    ModelAndView askWithdraw(@PathVariable String code, HttpServletRequest request, Locale locale) {
        return Html.page("intake/mineWithdraw", mine.page(followed.get(code, request), locale));
    }

    /** Takes the matter back, while nobody else stands behind it, also not in this moment. */
    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String command,
            HttpServletRequest request) {
        var follower = followed.own(code, request);
        var matter = follower.matter();
        if (matter.open() && matter.tally().supporters() > 1) {
            throw new Refused(Refused.Kind.RULE, "intake.refused.withdraw");
        }
        take(follower, command, new Step.Withdraw(""), matter.version());
        return back(follower, "intake.said.withdrawn");
    }

    /** What the form of a rating sends. */
    record Rating(@Nullable String grade, @Nullable String solved, @Nullable String text) {
        Step.Rate step() {
            var given =
                    MinePages.grade(grade)
                            .orElseThrow(
                                    () -> new Refused(Refused.Kind.INVALID, "intake.fault.grade"));
            if (!"true".equals(solved) && !"false".equals(solved)) {
                throw new Refused(Refused.Kind.INVALID, "intake.fault.solved");
            }
            return new Step.Rate(given, "true".equals(solved), bounded(text == null ? "" : text));
        }
    }

    /** Rates the result, once. */
    @PostMapping("/rate")
    ModelAndView rate(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String command,
            @ModelAttribute Rating rating,
            HttpServletRequest request) {
        var follower = followed.own(code, request);
        take(follower, command, rating.step());
        return back(follower, "intake.said.rated");
    }

    private void take(Followed.Follower follower, String command, Step step) {
        take(follower, command, step, Taking.ANY_VERSION);
    }

    private void take(Followed.Follower follower, String command, Step step, int version) {
        var matter = follower.matter();
        var taking =
                new Taking(
                        matter.county(), matter.id(), version, command(command), step, null, null);
        matters.take(new By.Requester(follower.requester().id()), taking);
    }

    static UUID command(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Refused(Refused.Kind.INVALID, "intake.fault.command");
        }
    }

    private static Optional<Grade> grade(@Nullable String name) {
        for (Grade each : Grade.values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static String bounded(String text) {
        if (text.codePointCount(0, text.length()) > TEXT_CHARACTERS_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "intake.refused.text-long", TEXT_CHARACTERS_MAX);
        }
        return text.strip();
    }

    private static ModelAndView back(Followed.Follower follower, String said) {
        return Html.redirect("/m/" + follower.code() + "?said=" + said);
    }
}
