package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.shell.OwnPath;
import wanhu.shell.Screen;

/**
 * Asks for the second factor again before an act that needs it. What the person had sent travels
 * along in the form and is sent on by the browser itself (307), so nothing is typed twice.
 */
@Controller
@For(withoutPost = true)
class ProvePages {
    static final String PATH = "/prove";

    /** Where the request was going when {@link Doorkeeper} led it here. */
    static final String TO = ProvePages.class.getName();

    private final SecondStep second;

    ProvePages(SecondStep second) {
        this.second = second;
    }

    @GetMapping(PATH)
    ModelAndView askBeforePage(SignedIn person, HttpServletRequest request) {
        return Html.page(
                "people/prove",
                page(person, new ProvePage.To(target(request), "GET", List.of()), null));
    }

    /** What the form sends beside what travels along. */
    record Given(
            @BindParam("prove-to") @Nullable String to,
            @BindParam("prove-method") @Nullable String method,
            @BindParam("prove-code") @Nullable String code,
            @BindParam("prove-passkey") @Nullable String passkey) {
        String target() {
            return OwnPath.or(to == null ? "" : to, Doorkeeper.POSTS_PATH);
        }

        String way() {
            return method == null ? "POST" : method;
        }

        String text() {
            return code == null ? "" : code;
        }
    }

    /** Both the form itself and what comes back from it. */
    @PostMapping(PATH)
    Object prove(SignedIn person, @ModelAttribute Given given, HttpServletRequest request) {
        if (request.getAttribute(TO) != null) {
            return Html.page(
                    "people/prove",
                    page(person, new ProvePage.To(target(request), "POST", sent(request)), null));
        }
        var target = given.target();
        try {
            if (given.passkey() == null) {
                second.again(request, person, given.text());
            } else {
                second.againByPasskey(request, person, given.passkey());
            }
        } catch (Refused no) {
            return Html.page(
                    "people/prove",
                    page(person, new ProvePage.To(target, given.way(), sent(request)), no),
                    HttpStatus.valueOf(no.kind().status()));
        }
        var next = given.way().equals("GET") ? HttpStatus.SEE_OTHER : HttpStatus.TEMPORARY_REDIRECT;
        return ResponseEntity.status(next).header(HttpHeaders.LOCATION, target).build();
    }

    private ProvePage page(SignedIn person, ProvePage.To to, @Nullable Refused no) {
        return new ProvePage(to, second.hasPasskey(person), no);
    }

    private static String target(HttpServletRequest request) {
        return request.getAttribute(TO) instanceof String path
                ? OwnPath.or(path, Doorkeeper.POSTS_PATH)
                : Doorkeeper.POSTS_PATH;
    }

    private static List<Map.Entry<String, String>> sent(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals("_csrf"))
                .filter(field -> !field.getKey().startsWith("prove-"))
                .flatMap(field ->
                        Arrays.stream(field.getValue())
                                .map(value -> Map.entry(field.getKey(), value)))
                .toList();
    }
}

/**
 * The form for the code before an act.
 *
 * @param to where the request goes on
 * @param passkey whether the person may sign with a passkey instead
 * @param no why the code was refused, or null
 */
record ProvePage(To to, boolean passkey, @Nullable Refused no) {
    /** Where a request goes on, how, and what it had sent. */
    record To(String path, String method, List<Map.Entry<String, String>> sent) {}

    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}
