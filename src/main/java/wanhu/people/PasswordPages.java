package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
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
import wanhu.shell.Screen;

/** Changing one's own password. */
@Controller
@For(withoutPost = true)
class PasswordPages {
    private final SignIn signIn;

    PasswordPages(SignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping(Doorkeeper.PASSWORD_PATH)
    ModelAndView form(SignedIn person) {
        return Html.page(
                "people/password", new PasswordPage(person.login(), person.mustChange(), null));
    }

    @PostMapping(Doorkeeper.PASSWORD_PATH)
    ModelAndView change(
            SignedIn person,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String wish,
            HttpServletRequest request) {
        try {
            signIn.change(request, person, new SignIn.Change(password, wish));
            return Html.redirect("/posts?said=people.said.password-changed");
        } catch (Refused no) {
            return Html.page(
                    "people/password",
                    new PasswordPage(person.login(), person.mustChange(), no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }
}

/**
 * The form for a new password.
 *
 * @param login whose password it is, for password managers
 * @param mustChange whether nothing else may be done before
 * @param no why it was refused, or null
 */
record PasswordPage(String login, boolean mustChange, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}
