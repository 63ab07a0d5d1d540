package wanhu.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Language and elder mode, kept in two cookies of the reader and nowhere else. */
final class Preferences {
    static final String LANGUAGE = "lang";
    static final String ELDER = "elder";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final String YES = "1";

    private Preferences() {}

    /** Chinese, unless English was chosen or the browser asks for English and never for Chinese. */
    static Locale locale(HttpServletRequest request) {
        return cookie(request, LANGUAGE)
                .map(chosen -> "en".equals(chosen) ? Locale.ENGLISH : Locale.CHINESE)
                .orElseGet(() -> asked(request));
    }

    static boolean elder(HttpServletRequest request) {
        return cookie(request, ELDER).filter(YES::equals).isPresent();
    }

    static ResponseCookie language(Locale locale) {
        return kept(LANGUAGE, locale.getLanguage());
    }

    static ResponseCookie elder(boolean on) {
        return kept(ELDER, on ? YES : "0");
    }

    private static Locale asked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.CHINESE;
        }
        var wanted = Collections.list(request.getLocales());
        boolean english = wanted.getFirst().getLanguage().equals("en");
        boolean chinese = wanted.stream().anyMatch(each -> each.getLanguage().equals("zh"));
        return english && !chinese ? Locale.ENGLISH : Locale.CHINESE;
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    private static ResponseCookie kept(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }
}
