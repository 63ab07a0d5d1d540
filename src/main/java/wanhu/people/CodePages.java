package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.shell.OwnPath;
import wanhu.shell.Screen;

/** The second page of the sign-in: the code of the authenticator app. */
@Controller
class CodePages {
    static final String PATH = "/sign-in/code";

    private final SecondStep second;
    private final Sessions sessions;
    private final Home home;

    CodePages(SecondStep second, Sessions sessions, Home home) {
        this.second = second;
        this.sessions = sessions;
        this.home = home;
    }

    @GetMapping(PATH)
    ModelAndView form(@RequestParam(defaultValue = "") String back, HttpServletRequest request) {
        return sessions.half(request).isEmpty()
                ? Html.redirect("/sign-in")
                : Html.page("people/code", new CodePage(OwnPath.or(back, ""), null));
    }

    @PostMapping(PATH)
    ModelAndView enter(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        try {
            var person = second.enter(request, code);
            return Html.redirect(home.after(request, person, back));
        } catch (Refused no) {
            return Html.page(
                    "people/code",
                    new CodePage(OwnPath.or(back, ""), no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }
}

/**
 * The form for the code.
 *
 * @param back own path to go to afterwards, or empty
 * @param no why it was refused, or null
 */
record CodePage(String back, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}
