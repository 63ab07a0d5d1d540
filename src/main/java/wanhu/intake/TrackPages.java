package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;

/** Where the code of a receipt is entered, and what stands behind it. */
@Controller
class TrackPages {
    private final Followed followed;
    private final Mine mine;

    TrackPages(Followed followed, Mine mine) {
        this.followed = followed;
        this.mine = mine;
    }

    /** Asks for the code. */
    @GetMapping("/track")
    ModelAndView track() {
        return Html.page("intake/track", new TrackPage("", false));
    }

    /** Leads to the door of the matter, whether the twelve digits are anybody's or not. */
    @PostMapping("/track")
    ModelAndView enter(@RequestParam(defaultValue = "") String code) {
        var typed = Codes.digits(code);
        if (typed.isEmpty()) {
            var shown = code.length() > 40 ? "" : code;
            return Html.page(
                    "intake/track", new TrackPage(shown, true), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Html.redirect("/m/" + typed);
    }

    /** A short address for messages that ask for a rating. */
    @GetMapping("/rate/{code}")
    ModelAndView rate(@PathVariable String code) {
        var digits = Codes.digits(code);
        return Html.redirect(digits.isEmpty() ? "/track" : "/m/" + digits + "#rate");
    }

    /** Where the matter stands, for one of those who told it. */
    @GetMapping("/m/{code}")
    ModelAndView matter(@PathVariable String code, HttpServletRequest request, Locale locale) {
        return Html.page("intake/mine", mine.page(followed.get(code, request), locale));
    }

    /** The receipt: the same however often it is loaded. */
    @GetMapping("/m/{code}/receipt")
    ModelAndView receipt(@PathVariable String code, HttpServletRequest request, Locale locale) {
        return Html.page("intake/receipt", mine.page(followed.get(code, request), locale));
    }
}

/** Page that asks for the code; {@code wrong} when the last one led nowhere. */
record TrackPage(String code, boolean wrong) {}
