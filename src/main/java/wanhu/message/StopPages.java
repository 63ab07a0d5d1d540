package wanhu.message;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;

/**
 * 退订: who got a mail ends it without signing in. Opening the page ends nothing, since programs that
 * carry mail open links; the button does, and so does a mail program that knows RFC 8058, whose
 * post carries no token of a form.
 */
@Controller
class StopPages {
    private final StopWords words;
    private final Addresses addresses;

    StopPages(StopWords words, Addresses addresses) {
        this.words = words;
        this.addresses = addresses;
    }

    /** The page, before or after. */
    record StopPage(String word, boolean done) {
        String href() {
            return StopWords.PATH + word;
        }
    }

    @GetMapping("/mail/stop/{word}")
    ModelAndView ask(@PathVariable String word) {
        reader(word);
        return Html.page("message/stop", new StopPage(word, false));
    }

    @PostMapping("/mail/stop/{word}")
    ModelAndView stop(@PathVariable String word) {
        addresses.stop(reader(word));
        return Html.page("message/stop", new StopPage(word, true), HttpStatus.OK);
    }

    private StopWords.Reader reader(String word) {
        return words.read(word)
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "message.refused.stop"));
    }
}
