package wanhu.workbench;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;

/** The phrases of a unit, which everybody of the unit may change, and a person's saved searches. */
@Controller
@For({
    Role.GRID_WORKER,
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.PHONE_DESK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class PhrasePages {
    private final PhraseStore phrases;
    private final SavedQueries queries;

    PhrasePages(PhraseStore phrases, SavedQueries queries) {
        this.phrases = phrases;
        this.queries = queries;
    }

    @GetMapping("/phrases")
    ModelAndView list(Actor actor) {
        return Html.page(
                "workbench/phrases", new PhrasesPage(actor, phrases.of(actor), queries.of(actor)));
    }

    @PostMapping("/phrases")
    ModelAndView add(Actor actor, @RequestParam String text) {
        var clean = text.strip();
        int length = clean.codePointCount(0, clean.length());
        if (clean.isEmpty() || length > PhraseStore.CHARACTERS_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "workbench.refused.phrase", PhraseStore.CHARACTERS_MAX);
        }
        if (phrases.of(actor).size() >= PhraseStore.PHRASES_MAX) {
            throw new Refused(
                    Refused.Kind.RULE, "workbench.refused.phrases", PhraseStore.PHRASES_MAX);
        }
        phrases.add(actor, clean);
        return Html.redirect("/phrases?said=workbench.said.phrase");
    }

    @PostMapping("/phrases/remove")
    ModelAndView remove(Actor actor, @RequestParam UUID id) {
        phrases.remove(actor, id);
        return Html.redirect("/phrases");
    }
}

/** What a unit often writes, and what this person often looks for. */
record PhrasesPage(
        Actor actor, List<PhraseStore.Phrase> phrases, List<SavedQueries.Saved> queries) {}
