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
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.factor.SecondFactors;
import wanhu.shell.OwnPath;
import wanhu.shell.Screen;

/** Setting up one's own second factor, its recovery codes, and giving it up for a new phone. */
@Controller
@For(withoutPost = true)
class FactorPages {
    private final Audit audit;
    private final SecondFactors factors;
    private final Sessions sessions;

    FactorPages(SecondFactors factors, Sessions sessions, Audit audit) {
        this.audit = audit;
        this.factors = factors;
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
        var own = OwnPath.or(back, "");
        try {
            refuseDemo(request);
            var codes = factors.confirm(person.account(), code);
            sessions.prove(request);
            record(person, "set");
            return Html.page("people/recovery", new RecoveryPage(codes, own));
        } catch (Refused no) {
            return Html.page(
                    "people/factor",
                    page(request, person, new Typed(own, false, no)),
                    HttpStatus.valueOf(no.kind().status()));
        }
    }

    /** New codes on paper; the old ones are void. */
    @For(withoutPost = true, proof = true)
    @PostMapping(Doorkeeper.FACTOR_PATH + "/recovery")
    ModelAndView renew(SignedIn person, HttpServletRequest request) {
        refuseDemo(request);
        var codes = factors.renewRecovery(person.account());
        record(person, "codes renewed");
        return Html.page("people/recovery", new RecoveryPage(codes, ""));
    }

    @For(withoutPost = true, proof = true)
    @PostMapping(Doorkeeper.FACTOR_PATH + "/remove")
    ModelAndView remove(SignedIn person, HttpServletRequest request) {
        refuseDemo(request);
        factors.remove(person.account());
        record(person, "removed");
        return Html.redirect(Doorkeeper.FACTOR_PATH + "?said=people.said.factor-removed");
    }

    private void record(SignedIn person, String what) {
        audit.record(
                person.county(),
                person.person(),
                Act.of(Verb.SECOND_FACTOR_CHANGED, person.account()).with("what", what));
    }

    private void refuseDemo(HttpServletRequest request) {
        if (sessions.proof(request) == Proof.DEMO) {
            throw new Refused(Refused.Kind.RULE, "people.refused.factor-demo");
        }
    }

    /** What led to the page. */
    private record Typed(String back, boolean needed, @Nullable Refused no) {}

    private FactorPage page(HttpServletRequest request, SignedIn person, Typed typed) {
        var account = person.account();
        boolean demo = sessions.proof(request) == Proof.DEMO;
        boolean has = !demo && factors.has(account);
        return new FactorPage(
                demo || has ? null : factors.offer(account, person.login()),
                demo,
                has ? factors.recoveryLeft(account) : 0,
                typed.back(),
                typed.needed(),
                typed.no());
    }
}

/**
 * One's own second factor.
 *
 * @param offer what the app must read; null when there is a second factor, or in a demonstration
 * @param demo whether this is a post of the demonstration, which has no second factor
 * @param left recovery codes that are left
 * @param back own path to go to afterwards, or empty
 * @param needed whether something that was asked for needs it
 * @param no why it was refused, or null
 */
record FactorPage(
        SecondFactors.@Nullable Offer offer,
        boolean demo,
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
