package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.PersonalData;
import wanhu.knowledge.Found;
import wanhu.life.Channel;
import wanhu.matter.Receipt;
import wanhu.shell.Screen;
import wanhu.suggest.Offer;
import wanhu.vault.Notice;

/** The form of a resident's report, what it will look like, and its sending. */
@Controller
class TextPages {
    private static final Duration PLACE_KEPT = Duration.ofDays(180);

    private final Reporting reporting;
    private final Throttle throttle;
    private final Door door;

    TextPages(Reporting reporting, Throttle throttle, Door door) {
        this.door = door;
        this.reporting = reporting;
        this.throttle = throttle;
    }

    /** The empty form, or the one of a link with the first choices. */
    @GetMapping("/report/text")
    ModelAndView form(HttpServletRequest request, Locale locale) {
        return Html.page("intake/reportText", reporting.page(Draft.of(request), List.of(), locale));
    }

    /** Checks the form and shows what will be sent; or shows the form again with its faults. */
    @PostMapping("/report/text")
    ModelAndView check(
            @RequestParam(defaultValue = "false") boolean edit,
            @RequestParam(defaultValue = "") String sort,
            HttpServletRequest request,
            Locale locale) {
        var draft = sort.isEmpty() ? Draft.of(request) : Draft.of(request).sorted(sort);
        var faults = reporting.faults(draft);
        if (edit) {
            return Html.page("intake/reportText", reporting.page(draft, List.of(), locale));
        }
        if (!faults.isEmpty()) {
            return again(draft, faults, locale);
        }
        return Html.page("intake/reportCheck", reporting.check(draft, locale));
    }

    /** Sends it; the same command twice leads to the same receipt. */
    @PostMapping("/report/send")
    ModelAndView send(
            @RequestParam(defaultValue = "") String into,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        throttle.report(request);
        var draft = Draft.of(request);
        var faults = reporting.faults(draft);
        if (!faults.isEmpty()) {
            return again(draft, faults, locale);
        }
        var receipt =
                into.isEmpty() ? reporting.send(draft, Channel.WEB) : reporting.join(draft, into);
        response.addHeader("Set-Cookie", remembered(draft).toString());
        response.addHeader("Set-Cookie", door.sent(receipt.code(), request));
        return Html.redirect(receiptPath(receipt));
    }

    private ModelAndView again(Draft draft, List<Fault> faults, Locale locale) {
        var page = reporting.page(draft, faults, locale);
        return Html.page("intake/reportText", page, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String receiptPath(Receipt receipt) {
        return "/m/" + receipt.code() + "/receipt";
    }

    /** Stays on her own device; we keep nothing of where somebody reports from. */
    private static ResponseCookie remembered(Draft draft) {
        return ResponseCookie.from(ReportPages.LAST_PLACE, draft.place())
                .path("/report")
                .maxAge(PLACE_KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
    }
}

/**
 * Page of the form.
 *
 * @param category name of the category, with the one above
 * @param faults what is wrong with what was sent
 * @param notice the notice that she is shown
 */
record TextPage(
        Draft draft, Places.Place place, String category, List<Fault> faults, Notice notice) {
    /** What is wrong with a field; null when nothing. */
    @Nullable String fault(Screen screen, String field) {
        return faults.stream()
                .filter(each -> each.field().equals(field))
                .map(each -> each.text(screen))
                .findFirst()
                .orElse(null);
    }
}

/**
 * Page that shows what will be sent, what the public would read, and what others told us already.
 *
 * @param offer what it may be about, when she did not know
 * @param answers what may answer her already
 */
record CheckPage(
        Draft draft,
        Places.Place place,
        String category,
        List<Alike> alike,
        Offer offer,
        List<Found> answers) {
    /**
     * A matter that may be the same; nothing private of it.
     *
     * @param id of the matter
     * @param title published title, or empty
     */
    record Alike(String id, String title, Instant reported, int supporters) {}

    /** Whether it may be published at all. */
    boolean published() {
        boolean secret = draft.secret() || draft.wrongdoing();
        return draft.publish() && !secret;
    }

    /** The title with numbers of people hidden, as nearly as a program can. */
    String publicTitle() {
        return PersonalData.redacted(draft.titleMade());
    }

    /** As {@link #publicTitle}. */
    String publicText() {
        return PersonalData.redacted(draft.text());
    }

    /** Name and phone that are kept, as she typed them. */
    String who(Screen screen) {
        if (draft.anonymous() && draft.wrongdoing()) {
            return screen.t("intake.check.who.nobody");
        }
        var both = (draft.name() + " " + draft.phone()).strip();
        return both.isEmpty() ? screen.t("intake.check.who.nobody") : both;
    }

    /** Who gets to see them. */
    String seen(Screen screen) {
        boolean secret = draft.secret() || draft.wrongdoing();
        return screen.t(secret ? "intake.check.seen.secret" : "intake.check.seen.handler");
    }
}
