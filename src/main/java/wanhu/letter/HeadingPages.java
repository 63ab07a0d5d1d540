package wanhu.letter;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.Screen;

/** The head of the post's own unit: what stands in red, who signs, the code of its numbers. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.LEADER
})
class HeadingPages {
    private final LetterDrafts drafts;

    HeadingPages(LetterDrafts drafts) {
        this.drafts = drafts;
    }

    /** What somebody types. */
    record HeadingForm(
            @Nullable String organ,
            @Nullable String code,
            @Nullable String mark,
            @Nullable String minutes,
            @Nullable String contact) {
        Heading read() {
            return new Heading(
                    WishForm.text(organ),
                    WishForm.text(code),
                    WishForm.text(mark),
                    WishForm.text(minutes),
                    WishForm.text(contact));
        }
    }

    /** The form. */
    record HeadingPage(Heading heading, @Nullable Refused refused) {
        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }
    }

    @GetMapping("/letters/heading")
    ModelAndView form(Actor actor) {
        return Html.page("letter/heading", new HeadingPage(drafts.heading(actor), null));
    }

    @PostMapping("/letters/heading")
    ModelAndView save(Actor actor, @ModelAttribute HeadingForm form) {
        try {
            drafts.setUp(actor, form.read());
            return Html.redirect("/letters/heading?said=letter.said.heading");
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("letter/heading", new HeadingPage(form.read(), no), status);
        }
    }
}
