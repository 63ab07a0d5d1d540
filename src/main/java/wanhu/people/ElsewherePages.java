package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.oidc.Begun;
import wanhu.oidc.Elsewhere;
import wanhu.shell.OwnPath;

/** Signing in at the county's provider, there and back; closed unless one is set up. */
@Controller
class ElsewherePages {
    static final String PATH = "/sign-in/elsewhere";

    /** So many sign-ins a minute from one address; an office may share one. */
    static final int BEGUN_PER_MINUTE_MAX = 60;

    private final Elsewhere elsewhere;
    private final ElsewhereTrip trips;
    private final SignIn signIn;
    private final SignInPages pages;
    private final OwnOrigin origin;
    private final RateLimit rate;

    ElsewherePages(
            Elsewhere elsewhere,
            ElsewhereTrip trips,
            SignIn signIn,
            SignInPages pages,
            OwnOrigin origin,
            RateLimits limits) {
        this.elsewhere = elsewhere;
        this.trips = trips;
        this.signIn = signIn;
        this.pages = pages;
        this.origin = origin;
        this.rate = limits.of("elsewhere", BEGUN_PER_MINUTE_MAX, Duration.ofMinutes(1));
    }

    @GetMapping(PATH)
    Object leave(@RequestParam(defaultValue = "") String back, HttpServletRequest request) {
        needOn();
        try {
            rate.take(request.getRemoteAddr());
            var begun = Begun.to(origin.of(request) + PATH + "/return");
            var where = elsewhere.where(begun);
            trips.keep(request, begun, OwnPath.or(back, ""));
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, where)
                    .build();
        } catch (Refused no) {
            return refused(no, OwnPath.or(back, ""));
        }
    }

    /** With what the browser comes back. */
    record Answer(
            @Nullable String code,
            @Nullable String state,
            @BindParam("iss") @Nullable String issuer) {
        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    @GetMapping(PATH + "/return")
    ModelAndView comeBack(@ModelAttribute Answer answer, HttpServletRequest request) {
        needOn();
        var back = "";
        try {
            var trip = trips.take(request);
            back = trip.back();
            var code = code(trip.begun(), answer);
            var person = elsewhere.person(trip.begun(), code);
            return pages.next(request, signIn.enterElsewhere(request, person), trip.back());
        } catch (Refused no) {
            return refused(no, back);
        }
    }

    /** The code, when the answer is to what this browser asked. */
    private String code(Begun begun, Answer answer) {
        var state = answer.state() == null ? "" : answer.state();
        boolean same =
                MessageDigest.isEqual(
                        begun.state().getBytes(StandardCharsets.UTF_8),
                        state.getBytes(StandardCharsets.UTF_8));
        if (!same || !elsewhere.issued(answer.issuer())) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.elsewhere-state");
        }
        if (answer.code() == null || answer.code().isBlank()) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.elsewhere-denied");
        }
        return answer.code();
    }

    private ModelAndView refused(Refused no, String back) {
        return Html.page(
                "people/signIn",
                pages.page(back, false, "", no),
                HttpStatus.valueOf(no.kind().status()));
    }

    private void needOn() {
        Refused.unless(Refused.Kind.MISSING, elsewhere.on(), "people.refused.elsewhere-off");
    }
}
