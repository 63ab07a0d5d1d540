package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.oidc.Elsewhere;
import wanhu.shell.OwnPath;

/** Signing in and out. */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Acting acting;
    private final FirstRun firstRun;
    private final Home home;
    private final Demo demo;
    private final CodePages codes;
    private final Elsewhere elsewhere;

    SignInPages(
            SignIn signIn,
            Sessions sessions,
            Acting acting,
            FirstRun firstRun,
            Home home,
            Demo demo,
            CodePages codes,
            Elsewhere elsewhere) {
        this.elsewhere = elsewhere;
        this.codes = codes;
        this.signIn = signIn;
        this.sessions = sessions;
        this.acting = acting;
        this.firstRun = firstRun;
        this.home = home;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    ModelAndView form(
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "false") boolean lost,
            HttpServletRequest request) {
        if (firstRun.open()) {
            return Html.redirect("/setup");
        }
        if (!lost && sessions.signedIn(request).isPresent()) {
            return Html.redirect(OwnPath.or(back, home.of(request)));
        }
        return Html.page("people/signIn", page(OwnPath.or(back, ""), lost, "", null));
    }

    /** The form, empty or with what was typed and why it was refused. */
    SignInPage page(String back, boolean lost, String login, @Nullable Refused no) {
        var other = elsewhere.on() ? elsewhere.name() : null;
        return new SignInPage(back, lost, login, no, other, demo.posts());
    }

    /** What was typed. */
    record Entry(String login, String password, String back) {
        Entry {
            back = OwnPath.or(back, "");
        }

        @Override
        public String toString() {
            return "Entry[]";
        }
    }

    @PostMapping("/sign-in")
    ModelAndView enter(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        var entry = new Entry(login, password, back);
        try {
            var entered = signIn.enter(request, entry.login(), entry.password());
            return next(request, entered, entry.back());
        } catch (Refused no) {
            var page = page(entry.back(), false, entry.login(), no);
            return Html.page("people/signIn", page, HttpStatus.valueOf(no.kind().status()));
        }
    }

    /** Where it goes on: to work, or to the second factor. */
    ModelAndView next(HttpServletRequest request, SignIn.Entered entered, String back) {
        return switch (entered) {
            case SignIn.Entered.Whole(var person) ->
                    Html.redirect(home.after(request, person, back));
            case SignIn.Entered.Half(var person) ->
                    Html.page("people/code", codes.page(person, back, null));
        };
    }

    @PostMapping("/sign-in/demo")
    ModelAndView enterDemo(
            @RequestParam UUID post,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        var button = demo.get(post);
        var person = signIn.enterAs(request, button.account(), Proof.DEMO);
        acting.choose(request, person, button.post());
        return Html.redirect(OwnPath.or(back, home.of(request)));
    }

    @For(withoutPost = true)
    @PostMapping("/sign-out")
    ModelAndView leave(HttpServletRequest request) {
        signIn.leave(request);
        return Html.redirect("/sign-in?said=people.said.signed-out");
    }
}
