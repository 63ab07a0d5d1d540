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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The pages on which staff read, write, review and look after articles. */
@Controller
@ForMatters
class ArticlePages implements MenuSource {
    private static final int MENU_ORDER = 160;

    private final Articles articles;
    private final ArticleLists lists;
    private final Wishes wishes;
    private final ArticleTopics topics;
    private final Units units;

    ArticlePages(
            Articles articles,
            ArticleLists lists,
            Wishes wishes,
            ArticleTopics topics,
            Units units) {
        this.articles = articles;
        this.lists = lists;
        this.wishes = wishes;
        this.topics = topics;
        this.units = units;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "knowledge.title",
                        "/knowledge",
                        MENU_ORDER,
                        actor -> !actor.role().apart()));
    }

    /** The list. */
    record ListPage(
            Asked asked,
            Page<Article> rows,
            Tree tree,
            List<Choice> topics,
            ArticleLists.Waiting waiting,
            boolean writes) {
        @Nullable String next() {
            return rows.next() == null
                    ? null
                    : "/knowledge?" + asked.address() + "&after=" + rows.next();
        }

        String owner(Article article) {
            return tree.find(article.owner()).map(Unit::name).orElse("");
        }
    }

    @GetMapping("/knowledge")
    ModelAndView list(Actor actor, @ModelAttribute Asked asked, Locale locale) {
        return Html.page(
                "knowledge/list",
                new ListPage(
                        asked,
                        lists.page(actor, asked),
                        units.tree(actor.county()),
                        topics.choices(actor.county(), locale),
                        lists.waiting(actor),
                        Rights.writes(actor)));
    }

    /**
     * One article.
     *
     * @param shown the version that the page shows
     * @param newest the newest one, that may still be in writing
     */
    record ArticlePage(
            Article article,
            Version shown,
            Version newest,
            List<Version> versions,
            List<Wishes.Wish> wishes,
            List<String> topics,
            String owner,
            May may,
            @Nullable Refused no) {
        /** What the post may do with it. */
        record May(boolean keep, boolean review) {}
    }

    @GetMapping("/knowledge/{article}")
    ModelAndView article(
            Actor actor,
            @PathVariable UUID article,
            @RequestParam(defaultValue = "0") int version,
            Locale locale) {
        return Html.page(
                "knowledge/article", page(actor, new Sought(article, version, null), locale));
    }

    /** Which version is to be shown, 0 for the one that holds, and what was refused before. */
    private record Sought(UUID id, int version, @Nullable Refused no) {}

    private ArticlePage page(Actor actor, Sought sought, Locale locale) {
        int version = sought.version();
        var article = articles.get(actor, sought.id());
        var versions = articles.versions(actor, article);
        var newest = versions.getFirst();
        var live = article.live();
        int wanted = version > 0 ? version : live == null ? newest.version() : live;
        var shown =
                versions.stream()
                        .filter(each -> each.version() == wanted)
                        .findFirst()
                        .orElseThrow(Articles::missing);
        boolean keeps = Rights.keeps(actor, article.ownerPath());
        boolean reviews =
                newest.state() == Version.State.REVIEW
                        && Rights.reviews(actor, article.ownerPath(), newest.written().person());
        return new ArticlePage(
                article,
                shown,
                newest,
                versions,
                keeps ? wishes.list(article) : List.of(),
                shown.text().categories().stream()
                        .map(each -> topics.name(actor.county(), each, locale))
                        .toList(),
                units.tree(actor.county()).find(article.owner()).map(Unit::name).orElse(""),
                new ArticlePage.May(keeps, reviews),
                sought.no());
    }

    /** What is done with an article: a word of its form, and the field that goes with it. */
    record Act(
            @Nullable String act,
            @Nullable Integer edit,
            @Nullable String reason,
            @Nullable String until) {
        int shown() {
            var known = edit;
            return known == null ? 0 : known;
        }
    }

    @PostMapping("/knowledge/{article}")
    ModelAndView act(
            Actor actor, @PathVariable UUID article, @ModelAttribute Act asked, Locale locale) {
        try {
            var said = carryOut(actor, article, asked);
            return Html.redirect("/knowledge/" + article + "?said=knowledge.said." + said);
        } catch (Refused no) {
            return switch (no.kind()) {
                case MISSING, FORBIDDEN -> throw no;
                case INVALID, CONFLICT, TOO_LARGE, RULE, TOO_MANY, BUSY ->
                        Html.page(
                                "knowledge/article",
                                page(actor, new Sought(article, 0, no), locale),
                                HttpStatus.valueOf(no.kind().status()));
            };
        }
    }

    private String carryOut(Actor actor, UUID article, Act asked) {
        var reason = Form.said(asked.reason());
        return switch (Form.said(asked.act())) {
            case "submit" -> {
                articles.submit(actor, article, asked.shown());
                yield "submitted";
            }
            case "approve" -> {
                articles.approve(actor, article, asked.shown());
                yield "published";
            }
            case "back" -> {
                articles.giveBack(actor, article, asked.shown(), reason);
                yield "back";
            }
            case "withdraw" -> {
                articles.withdraw(actor, article, reason);
                yield "withdrawn";
            }
            case "keep" -> {
                articles.keep(actor, article, Form.day(asked.until(), "knowledge.refused.day"));
                yield "kept";
            }
            default -> throw new Refused(Refused.Kind.INVALID, "knowledge.refused.form");
        };
    }

    /** Answers what a reader wished. */
    @PostMapping("/knowledge/{article}/wishes/{wish}")
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID article,
            @PathVariable UUID wish,
            @RequestParam(defaultValue = "") String answer) {
        wishes.answer(actor, articles.get(actor, article).id(), wish, answer);
        return Html.redirect("/knowledge/" + article + "?said=knowledge.said.answered");
    }
}
