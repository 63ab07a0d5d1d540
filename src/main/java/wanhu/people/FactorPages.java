package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import wanhu.factor.Passkey;
import wanhu.factor.Passkeys;
import wanhu.factor.SecondFactors;
import wanhu.shell.OwnPath;
import wanhu.shell.Screen;

/** Setting up one's own second factor, its recovery codes, and giving it up for a new phone. */
@Controller
@For(withoutPost = true)
class FactorPages {
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final OwnFactor own;
    private final SecondStep second;
    private final Sessions sessions;

    FactorPages(
            SecondFactors factors,
            Passkeys passkeys,
            OwnFactor own,
            SecondStep second,
            Sessions sessions) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.own = own;
        this.second = second;
        this.sessions = sessions;
    }

    @GetMapping(Doorkeeper.FACTOR_PATH)
    ModelAndView show(
            SignedIn person,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "false") boolean needed,
            HttpServletRequest request) {
        return Html.page(
                "people/factor",
                page(request, person, new Typed(OwnPath.or(back, ""), needed, null)));
    }

    @PostMapping(Doorkeeper.FACTOR_PATH)
    ModelAndView confirm(
            SignedIn person,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        var after = OwnPath.or(back, "");
        try {
            second.mayAdd(request, person);
            var codes = own.confirm(person, code);
            sessions.prove(request);
            return Html.page("people/recovery", new RecoveryPage(codes, after));
        } catch (Refused no) {
            return Html.page(
                    "people/factor",
                    page(request, person, new Typed(after, false, no)),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }

    /** New codes on paper; the old ones are void. */
    @For(withoutPost = true, proof = true)
    @PostMapping(Doorkeeper.FACTOR_PATH + "/recovery")
    ModelAndView renew(SignedIn person, HttpServletRequest request) {
        second.refuseDemo(request);
        return Html.page("people/recovery", new RecoveryPage(own.renew(person), ""));
    }

    @For(withoutPost = true, proof = true)
    @PostMapping(Doorkeeper.FACTOR_PATH + "/remove")
    ModelAndView remove(SignedIn person, HttpServletRequest request) {
        second.refuseDemo(request);
        own.removeApp(person);
        return Html.redirect(Doorkeeper.FACTOR_PATH + "?said=people.said.factor-removed");
    }

    /** What led to the page. */
    private record Typed(String back, boolean needed, @Nullable Refused no) {}

    private FactorPage page(HttpServletRequest request, SignedIn person, Typed typed) {
        var account = person.account();
        boolean demo = sessions.proof(request) == Proof.DEMO;
        boolean has = !demo && factors.has(account);
        boolean app = !demo && factors.app(account);
        return new FactorPage(
                demo || app ? null : factors.offer(account, person.login()),
                demo,
                has,
                app,
                demo ? List.of() : passkeys.list(account),
                has ? factors.recoveryLeft(account) : 0,
                typed.back(),
                typed.needed(),
                typed.no());
    }
}

/**
 * One's own second factor.
 *
 * @param offer what the app must read; null when there is an app, or in a demonstration
 * @param demo whether this is a post of the demonstration, which has no second factor
 * @param has whether there is a second factor
 * @param app whether it is, or one of them is, an app
 * @param passkeys the others
 * @param left recovery codes that are left
 * @param back own path to go to afterwards, or empty
 * @param needed whether something that was asked for needs it
 * @param no why it was refused, or null
 */
record FactorPage(
        SecondFactors.@Nullable Offer offer,
        boolean demo,
        boolean has,
        boolean app,
        List<Passkey> passkeys,
        int left,
        String back,
        boolean needed,
        @Nullable Refused no) {
    /** From so few recovery codes on the page advises new ones. */
    private static final int FEW = 3;

    boolean few() {
        return left <= FEW;
    }

    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}

/**
 * New recovery codes, shown now and never again.
 *
 * @param codes the codes
 * @param back own path to go to afterwards, or empty
 */
record RecoveryPage(List<String> codes, String back) {}
