package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.matter.DataWish;
import wanhu.matter.DataWishes;
import wanhu.vault.Notice;
import wanhu.vault.View;

/**
 * What somebody does with the data that we hold of her: see, copy, put right, withdraw, delete,
 * complain (PIPL, articles 15 and 44 to 50).
 */
@Controller
@RequestMapping("/m/{code}")
class OwnDataPages {
    private final Followed followed;
    private final Mine mine;
    private final OwnData data;
    private final DataWishes wishes;
    private final Throttle throttle;
    private final Door door;

    OwnDataPages(
            Followed followed,
            Mine mine,
            OwnData data,
            DataWishes wishes,
            Throttle throttle,
            Door door) {
        this.door = door;
        this.followed = followed;
        this.mine = mine;
        this.data = data;
        this.wishes = wishes;
        this.throttle = throttle;
    }

    /** What we hold of her, who looked at it, and what she has wished for it. */
    @GetMapping("/data")
    ModelAndView show(@PathVariable String code, HttpServletRequest request, Locale locale) {
        var follower = followed.get(code, request);
        return Html.page(
                "intake/mineData",
                new DataPage(
                        mine.page(follower, locale),
                        data.of(follower),
                        data.views(follower),
                        data.wishes(follower),
                        data.links(follower),
                        data.promise(follower, locale),
                        data.notice()));
    }

    /** A copy of it for machines; with a phone among it only for who knows its last digits. */
    @PostMapping("/data")
    ResponseEntity<String> copy(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String tail,
            HttpServletRequest request,
            Locale locale) {
        var follower = followed.own(code, request);
        data.needTail(follower, tail, request);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"wanhu-my-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(data.json(mine.page(follower, locale)));
    }

    /**
     * What is to be right.
     *
     * @param known last digits of the phone that was held so far
     */
    record Correction(@Nullable String name, @Nullable String phone, @Nullable String known) {
        @Override
        public String toString() {
            return "Correction[hidden]";
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Puts name or phone right; what is left empty stays. */
    @PostMapping("/data/contact")
    ModelAndView contact(
            @PathVariable String code,
            @ModelAttribute Correction correction,
            HttpServletRequest request) {
        var follower = followed.own(code, request);
        data.needTail(follower, text(correction.known()), request);
        if (follower.matter().about().privacy().anonymous()) {
            throw new Refused(Refused.Kind.RULE, "intake.refused.anonymous");
        }
        var name = text(correction.name());
        var phone = text(correction.phone());
        if (name.isEmpty() && phone.isEmpty()) {
            throw new Refused(Refused.Kind.INVALID, "intake.refused.nothing");
        }
        if (!name.isEmpty()) {
            wishes.rename(follower.requester(), name);
        }
        if (!phone.isEmpty()) {
            wishes.callUnder(follower.requester(), phone);
        }
        return back(follower, "intake.said.corrected");
    }

    /** Sets beside her words what is right. */
    @PostMapping("/data/words")
    ModelAndView words(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        var follower = followed.get(code, request);
        throttle.report(request);
        wishes.setRight(follower.requester(), words);
        return back(follower, "intake.said.words");
    }

    /** Takes a consent back: to messages, or to publication. */
    @PostMapping("/data/consent")
    ModelAndView consent(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String what,
            HttpServletRequest request,
            Locale locale) {
        var follower = followed.own(code, request);
        switch (what) {
            case "NEWS" -> wishes.noNews(follower.requester());
            case "PUBLISHING" -> {
                if (!mine.page(follower, locale).own().author()) {
                    throw new Refused(Refused.Kind.FORBIDDEN, "intake.refused.author");
                }
                wishes.neverPublish(follower.requester(), follower.matter());
            }
            default -> throw new Refused(Refused.Kind.INVALID, "intake.refused.nothing");
        }
        return back(follower, "intake.said.consent");
    }

    /** What she complains of, and by which command. */
    record Complaint(@Nullable String complaint, @Nullable String command) {}

    /** Complains; the complaint is a matter of its own, with a code of its own. */
    @PostMapping("/data/complaint")
    ModelAndView complain(
            @PathVariable String code,
            @ModelAttribute Complaint said,
            HttpServletRequest request,
            HttpServletResponse response) {
        var follower = followed.get(code, request);
        throttle.report(request);
        var receipt =
                wishes.complain(
                        follower.requester(),
                        follower.matter(),
                        MinePages.command(text(said.command())),
                        text(said.complaint()));
        response.addHeader("Set-Cookie", door.sent(receipt.code(), request));
        return Html.redirect("/m/" + receipt.code() + "?said=intake.said.complained");
    }

    /** Notes that she has seen the notice that holds now. */
    @PostMapping("/data/notice")
    ModelAndView notice(
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int notice,
            HttpServletRequest request) {
        var follower = followed.own(code, request);
        Refused.unless(
                Refused.Kind.CONFLICT, notice == data.notice().number(), "intake.fault.notice");
        wishes.showed(follower.requester(), notice);
        return Html.redirect("/m/" + follower.code() + "?said=intake.said.notice");
    }

    /** Deletes her name and phone; the matter goes on without them. */
    @PostMapping("/forget")
    ModelAndView forget(@PathVariable String code, HttpServletRequest request) {
        var follower = followed.own(code, request);
        wishes.forget(follower.requester());
        return back(follower, "intake.said.forgotten");
    }

    private static ModelAndView back(Followed.Follower follower, String said) {
        return Html.redirect("/m/" + follower.code() + "/data?said=" + said);
    }
}

/**
 * Page of what we hold of her.
 *
 * @param wishes what she has wished for it, the newest first
 * @param links one-time links that were made for her
 * @param promise until when a complaint of today is answered
 * @param notice the one that holds
 */
record DataPage(
        MinePage mine,
        OwnData.Held held,
        List<View> views,
        List<Wished> wishes,
        List<Given> links,
        Promised promise,
        Notice notice) {
    /**
     * A wish.
     *
     * @param number of the matter that a complaint became; empty for what was done at once
     * @param last day on which it is answered; null likewise
     */
    record Wished(DataWish wish, String number, @Nullable LocalDate last) {}

    /**
     * A one-time link that was made for her.
     *
     * @param unit name of the office
     */
    record Given(String unit, Links.Given link) {}

    /**
     * Until when a complaint of today is answered.
     *
     * @param rule from which it follows
     */
    record Promised(LocalDate last, String rule) {}

    /** Whether she may take back that it is published. */
    boolean publishing() {
        return mine.own().author()
                && mine.matter().about().privacy().publishable()
                && !mine.matter().ending().published();
    }

    boolean anonymous() {
        return mine.matter().about().privacy().anonymous();
    }
}
