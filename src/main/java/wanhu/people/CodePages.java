package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.shell.OwnPath;
import wanhu.shell.Screen;

/** The second page of the sign-in: a passkey, or the code of the authenticator app. */
@Controller
class CodePages {
    static final String PATH = "/sign-in/code";
    static final String PASSKEY_PATH = "/sign-in/passkey";

    private final SecondStep second;
    private final PasskeyStep passkeys;
    private final Sessions sessions;
    private final Home home;

    CodePages(SecondStep second, PasskeyStep passkeys, Sessions sessions, Home home) {
        this.second = second;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.home = home;
    }

    @GetMapping(PATH)
    ModelAndView form(@RequestParam(defaultValue = "") String back, HttpServletRequest request) {
        return sessions.half(request)
                .map(person -> Html.page("people/code", page(person, OwnPath.or(back, ""), null)))
                .orElseGet(() -> Html.redirect("/sign-in"));
    }

    /** The page for who gave the right password. */
    CodePage page(SignedIn person, String back, @Nullable Refused no) {
        return new CodePage(back, second.hasPasskey(person), no);
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
            boolean passkey = sessions.half(request).filter(second::hasPasskey).isPresent();
            return Html.page(
                    "people/code",
                    new CodePage(OwnPath.or(back, ""), passkey, no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }

    /** What a passkey has to sign: before the sign-in, at its second step, or before an act. */
    @PostMapping(PASSKEY_PATH + "/options")
    ResponseEntity<String> options(HttpServletRequest request) {
        return PasskeyPages.json(passkeys.toSign(request));
    }

    @PostMapping(PASSKEY_PATH)
    ModelAndView enterByPasskey(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        try {
            var person = second.enterByPasskey(request, credential);
            return Html.redirect(home.after(request, person, back));
        } catch (Refused no) {
            return Html.page(
                    "people/code",
                    new CodePage(OwnPath.or(back, ""), true, no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }
}

/**
 * The form for the code.
 *
 * @param back own path to go to afterwards, or empty
 * @param passkey whether the person may sign with a passkey instead
 * @param no why it was refused, or null
 */
record CodePage(String back, boolean passkey, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}
