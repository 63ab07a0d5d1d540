package wanhu.intake;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import wanhu.base.Ids;
import wanhu.matter.Requester;
import wanhu.vault.Vault;

/**
 * What a browser keeps that was let in to a matter: a signed word for that requester alone, sent
 * with the pages of that matter alone. It opens for two hours; for half a year it still says that
 * the browser is no stranger, so that strangers' guesses do not shut her out.
 */
@Component
class Admissions {
    /** So long the pages of the matter open without asking again. */
    static final Duration OPEN = Duration.ofHours(2);

    /** So long the browser is known. */
    static final Duration KNOWN = Duration.ofDays(180);

    private static final String COOKIE = "mine";
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,11})\\.([A-Z]{4,8})\\.([0-9a-f]{32})");

    private final Vault vault;
    private final Clock clock;

    Admissions(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** How somebody was let in. */
    enum How {
        /** She told it in this browser just now. */
        SENT,
        /** By the code, with the last digits of the phone where one is held. */
        CODE,
        /** By a link that an office made for her. */
        LINK,
        /** By a link of the office that handles the matter: it must not rate itself. */
        HANDLER,
        /** She went out again: known, but shut. */
        LEFT
    }

    /**
     * A browser that was let in once.
     *
     * @param browser by which its own wrong guesses are counted
     */
    record Admission(String browser, Instant at, How how) {}

    /** What the browser shows, when it was let in to this requester's matter not too long ago. */
    Optional<Admission> of(Requester requester, HttpServletRequest request) {
        return shown(request)
                .flatMap(text -> read(requester, text))
                .filter(each -> runs(each, KNOWN));
    }

    /** The same, while it opens the pages. */
    Optional<Admission> open(Requester requester, HttpServletRequest request) {
        return of(requester, request).filter(each -> each.how() != How.LEFT && runs(each, OPEN));
    }

    /** Whether the browser shows anything at all. */
    static boolean shows(HttpServletRequest request) {
        return shown(request).isPresent();
    }

    private static Optional<String> shown(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }

    private boolean runs(Admission admission, Duration time) {
        var now = clock.instant();
        return !admission.at().isAfter(now) && admission.at().plus(time).isAfter(now);
    }

    private Optional<Admission> read(Requester requester, String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var admission =
                new Admission(
                        parts.group(1),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(2))),
                        how(parts.group(3)));
        return same(signature(requester, admission), parts.group(4))
                ? Optional.of(admission)
                : Optional.empty();
    }

    private static How how(String name) {
        for (How each : How.values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return How.LEFT;
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(Requester requester, Admission admission) {
        return vault.index(
                "intake admission",
                requester.county() + "|" + requester.id() + "|" + text(admission));
    }

    private static String text(Admission admission) {
        return admission.browser() + "." + admission.at().getEpochSecond() + "." + admission.how();
    }

    /** A door that somebody passes, and from where. */
    record Passing(Requester requester, String code, How how) {}

    /**
     * What the browser keeps from now on; one that is known keeps its name.
     *
     * @param known as which it came; null for a stranger
     */
    String header(Passing passing, @Nullable Admission known, HttpServletRequest request) {
        var browser = known == null ? Ids.next().toString() : known.browser();
        var at = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        var admission = new Admission(browser, at, passing.how());
        return ResponseCookie.from(
                        COOKIE, text(admission) + "." + signature(passing.requester(), admission))
                .path("/m/" + passing.code())
                .maxAge(KNOWN)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build()
                .toString();
    }
}
