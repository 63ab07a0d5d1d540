package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.shell.OwnPath;
import wanhu.shell.Screen;

/** One's own passkeys: making, naming and removing them. */
@Controller
@For(withoutPost = true)
class PasskeyPages {
    private static final String BASE = Doorkeeper.FACTOR_PATH + "/passkeys";

    private final PasskeyStep step;
    private final OwnFactor own;
    private final SecondStep second;
    private final Sessions sessions;

    PasskeyPages(PasskeyStep step, OwnFactor own, SecondStep second, Sessions sessions) {
        this.step = step;
        this.own = own;
        this.second = second;
        this.sessions = sessions;
    }

    /** Who has a second factor gives it before adding another. */
    @For(withoutPost = true, proof = true)
    @GetMapping(BASE + "/new")
    ModelAndView form() {
        return Html.page("people/passkeyNew", new PasskeyNewPage("", null));
    }

    @PostMapping(BASE + "/options")
    ResponseEntity<String> options(SignedIn person, HttpServletRequest request) {
        refuse(request, person);
        return json(step.toMake(request, person));
    }

    static ResponseEntity<String> json(String text) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
    }

    /** What the browser has made, how its owner calls it, and where to go then. */
    record Entry(@Nullable String credential, @Nullable String name, @Nullable String back) {
        String answer() {
            return credential == null ? "" : credential;
        }

        String called() {
            return name == null ? "" : name;
        }

        String after() {
            return OwnPath.or(back == null ? "" : back, "");
        }

        @Override
        public String toString() {
            return "Entry[]";
        }
    }

    @PostMapping(BASE)
    ModelAndView add(SignedIn person, @ModelAttribute Entry entry, HttpServletRequest request) {
        try {
            refuse(request, person);
            var made = new OwnFactor.Made(step.asked(request), entry.answer(), entry.called());
            var codes = own.add(person, made);
            sessions.prove(request);
            return codes.isEmpty()
                    ? Html.redirect(Doorkeeper.FACTOR_PATH + "?said=people.said.passkey-added")
                    : Html.page("people/recovery", new RecoveryPage(codes, entry.after()));
        } catch (Refused no) {
            return Html.page(
                    "people/passkeyNew",
                    new PasskeyNewPage(entry.after(), no),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }

    @PostMapping(BASE + "/name")
    ModelAndView rename(
            SignedIn person,
            @RequestParam UUID passkey,
            @RequestParam(defaultValue = "") String name) {
        own.rename(person, passkey, name);
        return Html.redirect(Doorkeeper.FACTOR_PATH + "?said=people.said.passkey-named");
    }

    @For(withoutPost = true, proof = true)
    @PostMapping(BASE + "/remove")
    ModelAndView remove(SignedIn person, @RequestParam UUID passkey) {
        own.remove(person, passkey);
        return Html.redirect(Doorkeeper.FACTOR_PATH + "?said=people.said.passkey-removed");
    }

    private void refuse(HttpServletRequest request, SignedIn person) {
        second.mayAdd(request, person);
    }
}

/**
 * The form that makes a passkey.
 *
 * @param back own path to go to afterwards, or empty
 * @param no why it was refused, or null
 */
record PasskeyNewPage(String back, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}
