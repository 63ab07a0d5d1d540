package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import wanhu.vault.View;

/** What somebody does with her own matter: add, take back, rate, see and delete her data. */
@Controller
@RequestMapping("/m/{code}")
class MinePages {
    /** Longest text that is added or said with a rating, in characters. */
    static final int TEXT_CHARACTERS_MAX = 2_000;

    private final Followed followed;
    private final Mine mine;
    private final OwnData data;
    private final Matters matters;

    MinePages(Followed followed, Mine mine, OwnData data, Matters matters) {
        this.followed = followed;
        this.mine = mine;
        this.data = data;
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

    /** Takes the matter back, while nobody else stands behind it. */
    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String command,
            HttpServletRequest request) {
        var follower = followed.get(code, request);
        if (follower.matter().tally().supporters() > 1) {
            throw new Refused(Refused.Kind.RULE, "intake.refused.withdraw");
        }
        take(follower, command, new Step.Withdraw(""));
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
        var follower = followed.get(code, request);
        take(follower, command, rating.step());
        return back(follower, "intake.said.rated");
    }

    /** What we hold of her. */
    @GetMapping("/data")
    ModelAndView data(@PathVariable String code, HttpServletRequest request, Locale locale) {
        var follower = followed.get(code, request);
        return Html.page(
                "intake/mineData",
                new DataPage(mine.page(follower, locale), data.of(follower), data.views(follower)));
    }

    /** A copy of it for machines; with a phone among it only for who knows its last digits. */
    @PostMapping("/data")
    ResponseEntity<String> copy(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String tail,
            HttpServletRequest request,
            Locale locale) {
        var follower = followed.get(code, request);
        return ResponseEntity.status(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"wanhu-my-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(data.json(mine.page(follower, locale), tail, request));
    }

    /** Deletes her name and phone; the matter goes on without them. */
    @PostMapping("/forget")
    ModelAndView forget(@PathVariable String code, HttpServletRequest request) {
        var follower = followed.get(code, request);
        data.forget(follower);
        return Html.redirect("/m/" + follower.code() + "/data?said=intake.said.forgotten");
    }

    private void take(Followed.Follower follower, String command, Step step) {
        var matter = follower.matter();
        var taking =
                new Taking(
                        matter.county(),
                        matter.id(),
                        Taking.ANY_VERSION,
                        command(command),
                        step,
                        null,
                        null);
        matters.take(new By.Requester(follower.requester().id()), taking);
    }

    private static UUID command(String text) {
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

/** Page of what we hold of her. */
record DataPage(MinePage mine, OwnData.Held held, List<View> views) {}
