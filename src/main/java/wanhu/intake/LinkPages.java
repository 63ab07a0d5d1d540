package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;

/**
 * Where a one-time link leads. It is used up by a button and not by being read, because programs
 * that carry messages read each link in them.
 */
@Controller
@RequestMapping("/track/link/{word}")
class LinkPages {
    private final Door door;

    LinkPages(Door door) {
        this.door = door;
    }

    /** Page before and after; {@code shut} when the link opened nothing. */
    record LinkPage(String word, boolean shut) {}

    /** Asks for the one press; looks nothing up. */
    @GetMapping
    ModelAndView ask(@PathVariable String word) {
        return Html.page("intake/link", new LinkPage(word, false));
    }

    /** Opens the matter, once; says the same of every link that opens nothing. */
    @PostMapping
    ModelAndView open(
            @PathVariable String word, HttpServletRequest request, HttpServletResponse response) {
        return switch (door.link(word, request)) {
            case Door.Answer.Linked linked -> {
                response.addHeader("Set-Cookie", linked.header());
                yield Html.redirect("/m/" + linked.code());
            }
            case Door.Answer.Open _, Door.Answer.Wrong _, Door.Answer.TooMany _ ->
                    Html.page(
                            "intake/link",
                            new LinkPage(word, true),
                            HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
