package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;

/** Asks who follows a matter for the last digits of her phone, and lets her in. */
@Controller
class DoorPages {
    private final Door door;
    private final Followed followed;

    DoorPages(Door door, Followed followed) {
        this.door = door;
        this.followed = followed;
    }

    /**
     * The form of the door.
     *
     * @param tail the last digits of the phone; empty from who left none
     * @param to where she wanted to go behind the door
     */
    record Typed(@Nullable String tail, @Nullable String to) {
        @Override
        public String toString() {
            return "Typed[hidden]";
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * Lets in, or asks again.
     *
     * @param typed what she typed
     */
    @PostMapping("/m/{code}")
    ModelAndView open(
            @PathVariable String code,
            @ModelAttribute Typed typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var digits = Codes.digits(code);
        var way = DoorPage.way(text(typed.to()));
        return switch (door.knock(digits, text(typed.tail()), request)) {
            case Door.Answer.Open open -> {
                response.addHeader("Set-Cookie", open.header());
                yield Html.redirect("/m/" + digits + way);
            }
            case Door.Answer.Linked _, Door.Answer.Wrong _ ->
                    page(
                            new DoorPage(digits, way, DoorPage.Said.WRONG),
                            HttpStatus.UNPROCESSABLE_CONTENT);
            case Door.Answer.TooMany _ ->
                    page(
                            new DoorPage(digits, way, DoorPage.Said.TOO_MANY),
                            HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    /** Shuts the door behind her, for a device that others use too. */
    @PostMapping("/m/{code}/leave")
    ModelAndView leave(
            @PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        var follower = followed.get(code, request);
        response.addHeader("Set-Cookie", door.left(follower, request));
        return Html.redirect("/track?said=intake.said.left");
    }

    static ModelAndView page(DoorPage page, HttpStatus status) {
        return page.code().isEmpty()
                ? Html.redirect("/track")
                : Html.page("intake/door", page, status);
    }
}

/** Shows the door wherever a page of a matter is asked for by a browser that was not let in. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ShutDoors {
    private static final Pattern PAGE = Pattern.compile("/m/([^/]+)(/[a-z]+)?(?:[/.].*)?");

    @ExceptionHandler
    ModelAndView shut(Followed.Shut shut, HttpServletRequest request) {
        var path = PAGE.matcher(request.getRequestURI());
        if (!path.matches()) {
            return Html.redirect("/track");
        }
        var to = path.group(2) == null ? "" : path.group(2);
        boolean front = to.isEmpty() && request.getMethod().equals("GET");
        return DoorPages.page(
                new DoorPage(Codes.digits(path.group(1)), DoorPage.way(to), DoorPage.Said.NOTHING),
                front ? HttpStatus.OK : HttpStatus.FORBIDDEN);
    }
}

/**
 * Page that asks for the last digits of the phone.
 *
 * @param code twelve digits, whether they are anybody's or not
 * @param to the page behind the door: empty, or with a slash before it
 */
record DoorPage(String code, String to, Said said) {
    private static final Pattern WAY = Pattern.compile("/(receipt|photos|data|withdraw|proof)");

    /** What came of the last try. */
    enum Said {
        /** There was none. */
        NOTHING,
        /** Code and digits do not belong together. */
        WRONG,
        /** Too many were wrong. */
        TOO_MANY
    }

    /** A page that can be asked for; the matter itself for anything else. */
    static String way(String to) {
        return WAY.matcher(to).matches() ? to : "";
    }

    String grouped() {
        return Codes.grouped(code);
    }
}
