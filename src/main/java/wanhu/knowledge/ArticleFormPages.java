package wanhu.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.shell.Choice;

/** The form in which an article, or its next version, is written. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.PHONE_DESK
})
class ArticleFormPages {
    private static final int REVIEW_MONTHS = 6;

    private final Articles articles;
    private final ArticleTopics topics;

    ArticleFormPages(Articles articles, ArticleTopics topics) {
        this.articles = articles;
        this.topics = topics;
    }

    /** The form. */
    record FormPage(
            @Nullable Article article,
            @Nullable Version newest,
            Form form,
            List<Choice> topics,
            @Nullable Refused no) {
        String action() {
            var known = article;
            return known == null ? "/knowledge/new" : "/knowledge/" + known.id() + "/edit";
        }
    }

    @GetMapping("/knowledge/new")
    ModelAndView fresh(Actor actor, Locale locale) {
        Rights.mustWrite(actor);
        var form = Form.fresh(articles.today().plusMonths(REVIEW_MONTHS));
        return form(actor, new Shown(null, form, null), locale);
    }

    @PostMapping("/knowledge/new")
    ModelAndView begin(Actor actor, @ModelAttribute Form form, Locale locale) {
        Rights.mustWrite(actor);
        try {
            var id = articles.begin(actor, form.id(), form.text());
            return Html.redirect("/knowledge/" + id + "?said=knowledge.said.saved");
        } catch (Refused no) {
            return form(actor, new Shown(null, form, no), locale);
        }
    }

    @GetMapping("/knowledge/{article}/edit")
    ModelAndView edit(Actor actor, @PathVariable UUID article, Locale locale) {
        var known = articles.get(actor, article);
        Rights.mustKeep(actor, known);
        var newest = articles.versions(actor, known).getFirst();
        var form = Form.of(newest.text(), newest.pending() ? newest.edit() : 0);
        return form(actor, new Shown(known, form, null), locale);
    }

    @PostMapping("/knowledge/{article}/edit")
    ModelAndView save(
            Actor actor, @PathVariable UUID article, @ModelAttribute Form form, Locale locale) {
        var known = articles.get(actor, article);
        Rights.mustKeep(actor, known);
        try {
            articles.save(actor, article, form.shown(), form.text());
            return Html.redirect("/knowledge/" + article + "?said=knowledge.said.saved");
        } catch (Refused no) {
            return form(actor, new Shown(known, form, no), locale);
        }
    }

    /** What the form shows: of which article, as typed, and what was refused. */
    private record Shown(@Nullable Article article, Form form, @Nullable Refused no) {}

    private ModelAndView form(Actor actor, Shown shown, Locale locale) {
        var article = shown.article();
        var no = shown.no();
        return Html.page(
                "knowledge/form",
                new FormPage(
                        article,
                        article == null ? null : articles.versions(actor, article).getFirst(),
                        shown.form(),
                        topics.choices(actor.county(), locale),
                        no),
                no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status()));
    }
}
