package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.shell.Screen;

/** The page of the first run; gone as soon as there is an account. */
@Controller
class SetupPages {
    private final FirstRun firstRun;
    private final SignIn signIn;

    SetupPages(FirstRun firstRun, SignIn signIn) {
        this.firstRun = firstRun;
        this.signIn = signIn;
    }

    @GetMapping("/setup")
    ModelAndView form() {
        refuseWhenOver();
        return Html.page("people/setup", new SetupPage(FirstRun.Wish.NONE, null));
    }

    @PostMapping("/setup")
    ModelAndView begin(@ModelAttribute FirstRun.Wish wish, HttpServletRequest request) {
        refuseWhenOver();
        try {
            UUID account = firstRun.begin(wish, request.getRemoteAddr());
            signIn.enterAs(request, account, Proof.PASSWORD);
            return Html.redirect(TrioPages.PATH + "?said=people.said.begun");
        } catch (Refused no) {
            return Html.page(
                    "people/setup",
                    new SetupPage(wish, no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }

    private void refuseWhenOver() {
        if (!firstRun.open()) {
            throw new Refused(Refused.Kind.MISSING, "people.refused.setup-over");
        }
    }
}

/**
 * The form of the first run.
 *
 * @param typed what was typed before; its secrets are not shown again
 * @param no why it was refused, or null
 */
record SetupPage(FirstRun.Wish typed, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}
