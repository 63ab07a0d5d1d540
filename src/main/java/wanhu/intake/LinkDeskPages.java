package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Requesters;
import wanhu.people.OwnOrigin;
import wanhu.shell.SquareCode;

/** Where an office makes a one-time link for somebody who can't show code and phone. */
@Controller
@RequestMapping("/matters/{number}/link")
@For(
        value = {Role.PHONE_DESK, Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK},
        proof = true)
class LinkDeskPages {
    private final Matters matters;
    private final Requesters requesters;
    private final Links links;
    private final OwnOrigin origin;

    LinkDeskPages(Matters matters, Requesters requesters, Links links, OwnOrigin origin) {
        this.matters = matters;
        this.requesters = requesters;
        this.links = links;
        this.origin = origin;
    }

    /** Whom it is for. */
    @GetMapping
    ModelAndView ask(Actor actor, @PathVariable String number) {
        var matter = matters.get(actor, number);
        return Html.page("intake/linkDesk", page(actor, matter, null));
    }

    /** Makes it and shows it, this once. */
    @PostMapping
    ModelAndView make(
            Actor actor,
            @PathVariable String number,
            @RequestParam UUID requester,
            HttpServletRequest request) {
        var matter = matters.get(actor, number);
        var made = links.make(actor, matter, requester);
        var address = origin.of(request) + "/track/link/" + made.word();
        var shown = new LinkDeskPage.Shown(address, SquareCode.of(address), made.until());
        return Html.page("intake/linkDesk", page(actor, matter, shown));
    }

    private LinkDeskPage page(Actor actor, Matter matter, LinkDeskPage.@Nullable Shown made) {
        return new LinkDeskPage(
                matter,
                matter.parties().holder().unit().equals(actor.unit()),
                requesters.list(actor, matter),
                made);
    }
}

/**
 * Page on which a link is made.
 *
 * @param own whether the post's unit has the matter in its hands
 * @param people who told it, masked
 * @param made the new link; null before
 */
record LinkDeskPage(
        Matter matter, boolean own, List<Requesters.Masked> people, @Nullable Shown made) {
    /** A link, as an address and as a square to read with a phone. */
    record Shown(String address, SquareCode square, Instant until) {
        @Override
        public String toString() {
            return "Shown[hidden]";
        }
    }
}
