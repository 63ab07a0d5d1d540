package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.OwnPath;

/** Signing in and out. */
@Controller
class SignInPages {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Acting acting;
    private final FirstRun firstRun;
    private final Demo demo;

    SignInPages(SignIn signIn, Sessions sessions, Acting acting, FirstRun firstRun, Demo demo) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.acting = acting;
        this.firstRun = firstRun;
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
            return Html.redirect(OwnPath.or(back, home(request)));
        }
        return Html.page("people/signIn", page(OwnPath.or(back, ""), lost));
    }

    private SignInPage page(String back, boolean lost) {
        return new SignInPage(back, lost, "", null, demo.posts());
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
            var person = signIn.enter(request, entry.login(), entry.password());
            return Html.redirect(
                    person.mustChange()
                            ? Doorkeeper.PASSWORD_PATH
                            : OwnPath.or(entry.back(), home(request)));
        } catch (Refused no) {
            var page = new SignInPage(entry.back(), false, entry.login(), no, demo.posts());
            return Html.page("people/signIn", page, HttpStatus.valueOf(no.kind().status()));
        }
    }

    @PostMapping("/sign-in/demo")
    ModelAndView enterDemo(
            @RequestParam UUID post,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        var button = demo.get(post);
        var person = signIn.enterAs(request, button.account());
        acting.choose(request, person, button.post());
        return Html.redirect(OwnPath.or(back, home(request)));
    }

    @For(withoutPost = true)
    @PostMapping("/sign-out")
    ModelAndView leave(HttpServletRequest request) {
        sessions.close(request);
        return Html.redirect("/sign-in?said=people.said.signed-out");
    }

    /** Where the day begins for the acting post. */
    private String home(HttpServletRequest request) {
        return acting.actor(request)
                .map(actor -> actor.is(Role.ADMIN) ? "/accounts" : "/desk")
                .orElse(Doorkeeper.POSTS_PATH);
    }
}
