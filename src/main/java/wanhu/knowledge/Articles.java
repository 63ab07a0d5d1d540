package wanhu.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Scope;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.category.Categories;

/**
 * The door to articles: written by one person, found right by another of the same unit or of one
 * above it, looked at again by a day, taken down when they no longer hold.
 */
@Service
public class Articles {
    private static final int REASON_CHARACTERS_MAX = 500;

    private final ArticleStore store;
    private final VersionStore versions;
    private final Categories categories;
    private final Audit audit;
    private final Clock clock;

    Articles(
            ArticleStore store,
            VersionStore versions,
            Categories categories,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.categories = categories;
        this.audit = audit;
        this.clock = clock;
    }

    /** An article as the post may read it. */
    @Transactional(readOnly = true)
    Article get(Actor actor, UUID id) {
        return read(actor, store.find(actor.county(), id).orElseThrow(Articles::missing));
    }

    /** Its versions, newest first; what is being written only for those who may write it. */
    @Transactional(readOnly = true)
    List<Version> versions(Actor actor, Article article) {
        boolean own = actor.covers(article.ownerPath());
        return versions.list(actor.county(), article.id()).stream()
                .filter(each -> own || !each.pending())
                .toList();
    }

    /** What is being written is its unit's and that of those above it. */
    private static Article read(Actor actor, Article article) {
        boolean open = article.state() != Article.State.NEW;
        if (open || Scope.of(actor).held().contains(article.ownerPath())) {
            return article;
        }
        throw missing();
    }

    /**
     * Begins an article of the post's unit.
     *
     * @param id made by the sender; the same twice is one article
     * @throws Refused FORBIDDEN for a post that writes none, INVALID for what can't be kept
     */
    @Transactional
    public UUID begin(Actor actor, UUID id, Text text) {
        Rights.mustWrite(actor);
        check(actor, text);
        var now = clock.instant();
        var made =
                new Article(
                        actor.county(),
                        id,
                        actor.unit(),
                        actor.path(),
                        Article.State.NEW,
                        null,
                        text.title(),
                        text.audience(),
                        text.categories(),
                        Article.Pending.DRAFT,
                        new Article.Times(text.review(), text.expires(), now),
                        new Article.Counts(0, 0, 0, 0));
        if (store.insert(made)) {
            versions.insert(actor, new Version.Of(id, 1), text, now);
            record(actor, made, "BEGUN", 1);
        }
        return id;
    }

    /**
     * Saves what is being written; begins a new version where none is.
     *
     * @param edit of the version that the form showed; 0 when it showed none that is being written
     * @throws Refused CONFLICT when somebody else has saved it since, or it is being reviewed
     */
    @Transactional
    void save(Actor actor, UUID id, int edit, Text text) {
        var article = locked(actor, id);
        Rights.mustKeep(actor, article);
        check(actor, text);
        var now = clock.instant();
        var known = versions.list(actor.county(), id);
        var newest = known.getFirst();
        if (!newest.pending()) {
            Refused.unless(Kind.CONFLICT, edit == 0, "knowledge.refused.stale");
            versions.insert(actor, new Version.Of(id, newest.version() + 1), text, now);
            store.pending(article, Article.Pending.DRAFT, now);
            record(actor, article, "BEGUN", newest.version() + 1);
            return;
        }
        fresh(newest, edit, Version.State.DRAFT);
        versions.update(actor, newest, text, now);
        store.pending(article, Article.Pending.DRAFT, now);
        record(actor, article, "SAVED", newest.version());
    }

    /** Hands what is written over to a second person. */
    @Transactional
    public void submit(Actor actor, UUID id, int edit) {
        var article = locked(actor, id);
        Rights.mustKeep(actor, article);
        var draft = pending(article, edit, Version.State.DRAFT);
        versions.submit(actor.county(), draft);
        store.pending(article, Article.Pending.REVIEW, clock.instant());
        record(actor, article, "SUBMITTED", draft.version());
    }

    /**
     * Finds it right: shown from now on.
     *
     * @throws Refused FORBIDDEN for its own author, RULE when its end has passed
     */
    @Transactional
    public void approve(Actor actor, UUID id, int edit) {
        var article = locked(actor, id);
        var version = pending(article, edit, Version.State.REVIEW);
        mustReview(actor, article, version);
        var last = version.text().expires();
        Refused.unless(
                Kind.RULE, last == null || !last.isBefore(today()), "knowledge.refused.ended");
        var now = clock.instant();
        versions.publish(actor, version, now);
        store.show(article, version, now);
        record(actor, article, "PUBLISHED", version.version());
    }

    /** Gives it back to its author, with the reason. */
    @Transactional
    void giveBack(Actor actor, UUID id, int edit, String reason) {
        var article = locked(actor, id);
        var version = pending(article, edit, Version.State.REVIEW);
        mustReview(actor, article, version);
        var why = said(reason);
        versions.giveBack(actor.county(), version, why);
        store.pending(article, Article.Pending.DRAFT, clock.instant());
        record(actor, article, "GIVEN_BACK", version.version());
    }

    /** Takes it down, with the reason; its versions stay readable. */
    @Transactional
    void withdraw(Actor actor, UUID id, String reason) {
        var article = locked(actor, id);
        Rights.mustKeep(actor, article);
        var why = said(reason);
        Refused.unless(Kind.CONFLICT, article.shown(), "knowledge.refused.not-shown");
        versions.retire(actor.county(), id);
        store.withdraw(article, clock.instant());
        audit.record(actor, Act.of(Verb.ARTICLE_CHANGED, id).because(why).with("act", "WITHDRAWN"));
    }

    /**
     * Looked at again and found right until another day.
     *
     * @throws Refused RULE for a day that has passed or lies after its end
     */
    @Transactional
    void keep(Actor actor, UUID id, LocalDate until) {
        var article = locked(actor, id);
        Rights.mustKeep(actor, article);
        Refused.unless(Kind.CONFLICT, article.shown(), "knowledge.refused.not-shown");
        var last = article.times().expires();
        boolean fits = until.isAfter(today()) && (last == null || !until.isAfter(last));
        Refused.unless(Kind.RULE, fits, "knowledge.refused.review-day");
        store.keep(article, until, clock.instant());
        audit.record(
                actor, Act.of(Verb.ARTICLE_CHANGED, id).with("act", "KEPT").with("until", until));
    }

    private Article locked(Actor actor, UUID id) {
        return read(actor, store.lock(actor.county(), id).orElseThrow(Articles::missing));
    }

    private Version pending(Article article, int edit, Version.State state) {
        var newest = versions.list(article.county(), article.id()).getFirst();
        fresh(newest, edit, state);
        return newest;
    }

    private static void fresh(Version version, int edit, Version.State state) {
        boolean same = version.edit() == edit && version.state() == state;
        Refused.unless(Kind.CONFLICT, same, "knowledge.refused.stale");
    }

    private static void mustReview(Actor actor, Article article, Version version) {
        Refused.unless(
                Kind.FORBIDDEN,
                Rights.reviews(actor, article.ownerPath(), version.written().person()),
                "knowledge.refused.reviewer");
    }

    private static String said(String reason) {
        var why = reason.strip();
        boolean told = !why.isEmpty() && why.length() <= REASON_CHARACTERS_MAX;
        Refused.unless(Kind.INVALID, told, "knowledge.refused.reason", REASON_CHARACTERS_MAX);
        return why;
    }

    private void check(Actor actor, Text text) {
        boolean known =
                text.categories().stream()
                        .allMatch(each -> categories.find(actor.county(), each).isPresent());
        Refused.unless(Kind.INVALID, known, "knowledge.refused.category");
        Refused.unless(
                Kind.INVALID, text.review().isAfter(today()), "knowledge.refused.review-day");
    }

    private void record(Actor actor, Article article, String act, int version) {
        audit.record(
                actor,
                Act.of(Verb.ARTICLE_CHANGED, article.id())
                        .with("act", act)
                        .with("version", version));
    }

    LocalDate today() {
        return Zones.day(clock.instant());
    }

    static Refused missing() {
        return new Refused(Kind.MISSING, "knowledge.refused.missing");
    }
}
