package wanhu.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.paper.Papers;
import wanhu.paper.Sheet;
import wanhu.reply.Finding;
import wanhu.shell.Screen;

/** A letter that is being written: its form, how it will look, what to think about. */
@Controller
@ForMatters
class DraftPages {
    private final LetterDrafts drafts;
    private final Letters letters;
    private final Papers papers;

    DraftPages(LetterDrafts drafts, Letters letters, Papers papers) {
        this.drafts = drafts;
        this.letters = letters;
        this.papers = papers;
    }

    /**
     * The form of a letter.
     *
     * @param before letters about the same thing
     * @param findings what people should look at; null before they asked
     * @param sheets how it will look; empty before they asked
     */
    record DraftPage(
            WishForm form,
            Kind kind,
            Subject subject,
            Heading heading,
            List<Letter> before,
            @Nullable List<Finding> findings,
            List<Sheet> sheets,
            @Nullable Refused refused) {
        /** The last day that the text names although it is over; null when it names none. */
        @Nullable String past() {
            var day = subject.past();
            var written = day == null ? "" : Subjects.day(day);
            return day != null && WishForm.text(form.body()).contains(written) ? written : null;
        }

        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }
    }

    @GetMapping("/letters/new")
    ModelAndView form(Actor actor, @ModelAttribute WishForm asked) {
        var kind = asked.sort();
        var subject = drafts.subject(actor, kind, asked.about());
        var heading = drafts.heading(actor);
        var form = WishForm.of(kind, asked.about(), subject.draft(), heading.contact());
        return Html.page("letter/draft", page(actor, form, subject, null));
    }

    /** Shows how the letter will look, with what people should think about before it is sent. */
    @PostMapping("/letters/new")
    ModelAndView look(Actor actor, @ModelAttribute WishForm form) {
        var subject = drafts.subject(actor, form.sort(), form.about());
        try {
            var wish = form.read();
            wish.words().checked();
            var seen = page(actor, form, subject, null);
            return Html.page(
                    "letter/draft",
                    new DraftPage(
                            form,
                            wish.kind(),
                            subject,
                            seen.heading(),
                            seen.before(),
                            drafts.findings(wish, subject),
                            papers.sheets(drafts.draft(actor, wish, subject)),
                            null));
        } catch (Refused no) {
            return again(actor, form, no);
        }
    }

    @PostMapping("/letters")
    ModelAndView issue(Actor actor, @ModelAttribute WishForm form) {
        try {
            var letter = drafts.issue(actor, form.read());
            return Html.redirect("/letters/" + letter.id() + "?said=letter.said.issued");
        } catch (Refused no) {
            return again(actor, form, no);
        }
    }

    private ModelAndView again(Actor actor, WishForm form, Refused no) {
        var subject = drafts.subject(actor, form.sort(), form.about());
        var status = HttpStatus.valueOf(no.kind().status());
        return Html.page("letter/draft", page(actor, form, subject, no), status);
    }

    private DraftPage page(Actor actor, WishForm form, Subject subject, @Nullable Refused no) {
        return new DraftPage(
                form,
                form.sort(),
                subject,
                drafts.heading(actor),
                letters.about(actor, subject.id()),
                null,
                List.of(),
                no);
    }
}
