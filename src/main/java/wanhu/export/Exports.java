package wanhu.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.people.RateLimit;
import wanhu.people.RateLimits;
import wanhu.vault.Register;

/**
 * The door through which lists leave as files: counted, recorded, marked; and, of lists with
 * personal data, in large pieces only when a second person agrees (attack S31).
 */
@Service
public class Exports {
    /** Files that one person takes away in an hour: more is no office work. */
    public static final int FILES_AN_HOUR_MAX = 30;

    /** Rows with personal data that one person alone takes away. */
    public static final int ROWS_FREE_MAX = 1_000;

    /** Rows of a wish are counted no further than this, as the pages do. */
    static final int COUNTED_MAX = 10_000;

    /** Files that are made of one grant: one of each kind, and one more when the first was lost. */
    static final int FILES_OF_ONE_MAX = 3;

    static final int REASON_CHARACTERS_MAX = 500;
    private static final int ROWS_MAX = 50;
    private static final Duration DECIDED_WITHIN = Duration.ofDays(7);
    private static final Duration TAKEN_WITHIN = Duration.ofDays(1);

    /** A list grows while one waits: by so much, in percent, it may. */
    private static final int GROWN_PERCENT_MAX = 10;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final AskedStore store;
    private final Audit audit;
    private final Words words;
    private final Clock clock;
    private final RateLimit files;

    Exports(AskedStore store, Audit audit, Words words, RateLimits limits, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
        this.files = limits.of("export", FILES_AN_HOUR_MAX, Duration.ofHours(1));
    }

    /**
     * Counts and records a file of a list without personal data of residents, before its first row
     * is written.
     *
     * @return the mark that it must bear
     * @throws Refused TOO_MANY when the person has taken enough for this hour, RULE for a list or a
     *     purpose that the register of personal data does not have
     */
    @Transactional
    public Mark take(Actor actor, Act act, Locale locale) {
        return write(actor, declared(act), locale);
    }

    /** With the purpose for which the list leaves; one that nobody declared does not leave. */
    private static Act declared(Act act) {
        return Register.list(act.object()).map(use -> act.with("use", use)).orElse(act);
    }

    private Mark write(Actor actor, Act act, Locale locale) {
        files.take(actor.person().toString());
        return mark(actor, audit.record(actor, act), locale);
    }

    /**
     * The same for a list with personal data.
     *
     * @throws Refused FORBIDDEN when it has more rows than one person alone may take, and nobody
     *     has agreed
     */
    @Transactional
    public Mark take(Actor actor, Wish wish, Locale locale) {
        var act =
                Act.of(Verb.EXPORTED, wish.list())
                        .with("rows", wish.rows())
                        .with("filters", wish.names());
        if (wish.free()) {
            return take(actor, act, locale);
        }
        var grant = store.use(actor, wish, clock.instant());
        Refused.unless(Kind.FORBIDDEN, grant.isPresent(), "export.refused.alone", ROWS_FREE_MAX);
        return take(actor, act.with("granted", grant.orElseThrow()), locale);
    }

    /** Whether this post may take it now. */
    @Transactional(readOnly = true)
    public boolean ready(Actor actor, Wish wish) {
        return wish.free() || store.granted(actor, wish, clock.instant());
    }

    /** The fewest rows for which a grant must have been, to hold for a wish. */
    static int fewest(Wish wish) {
        return wish.rows() - wish.rows() * GROWN_PERCENT_MAX / (100 + GROWN_PERCENT_MAX);
    }

    private Mark mark(Actor actor, UUID act, Locale locale) {
        var when = MINUTE.format(clock.instant().atZone(Zones.CHINA));
        var line =
                words.text(
                        locale, "export.mark", actor.name(), actor.title(), when, act.toString());
        return new Mark(act, words.text(locale, "export.mark.sheet"), line);
    }

    /**
     * Asks a second person for a large export.
     *
     * @return its id
     * @throws Refused INVALID without a reason
     */
    @Transactional
    public UUID ask(Actor actor, Wish wish, String typed) {
        var reason = reason(typed);
        var now = clock.instant();
        var asked =
                new Asked(
                        actor.county(),
                        Ids.next(),
                        wish,
                        new Asked.By(
                                actor.person(), actor.unit(), actor.title() + " " + actor.name()),
                        reason,
                        now,
                        now.plus(DECIDED_WITHIN),
                        null);
        store.insert(actor, asked);
        audit.record(
                actor,
                Act.of(Verb.EXPORT_ASKED, asked.id())
                        .because(reason)
                        .with("list", wish.list())
                        .with("rows", wish.rows()));
        return asked.id();
    }

    static String reason(String typed) {
        var said = typed.strip();
        Refused.unless(Kind.INVALID, said.length() >= 2, "export.refused.reason");
        Refused.unless(
                Kind.INVALID,
                said.length() <= REASON_CHARACTERS_MAX,
                "export.refused.long",
                REASON_CHARACTERS_MAX);
        return said;
    }

    /**
     * Decides on what somebody else asked for.
     *
     * @param answer why; needed for a refusal
     * @throws Refused MISSING when it is not this post's to decide, RULE when the person asked
     *     herself, CONFLICT when it was decided or has lapsed, INVALID for a refusal without reason
     */
    @Transactional
    void decide(Actor actor, UUID id, boolean granted, String answer) {
        var asked =
                store.lock(actor.county(), id)
                        .filter(each -> decides(actor, each))
                        .orElseThrow(() -> new Refused(Kind.MISSING, "export.refused.missing"));
        Refused.unless(
                Kind.RULE, !asked.by().person().equals(actor.person()), "export.refused.own");
        var now = clock.instant();
        Refused.unless(
                Kind.CONFLICT, asked.state(now) == Asked.State.WAITING, "export.refused.decided");
        var said = granted && answer.isBlank() ? "" : reason(answer);
        store.decide(
                asked,
                actor.person(),
                new Asked.Decided(
                        granted,
                        actor.title() + " " + actor.name(),
                        said,
                        now,
                        now.plus(TAKEN_WITHIN),
                        0));
        audit.record(
                actor,
                Act.of(Verb.EXPORT_DECIDED, id)
                        .because(said)
                        .with("granted", granted)
                        .with("rows", asked.wish().rows()));
    }

    /** Leaders decide for their unit, the security administrator for all of the county. */
    private static boolean decides(Actor actor, Asked asked) {
        return actor.is(Role.SECURITY)
                || (actor.is(Role.LEADER) && actor.unit().equals(asked.by().unit()));
    }

    /** What this post has asked for, the newest first. */
    @Transactional(readOnly = true)
    List<Asked> own(Actor actor) {
        return store.own(actor, ROWS_MAX);
    }

    /** What others asked this post for, what waits first. */
    @Transactional(readOnly = true)
    List<Asked> others(Actor actor) {
        var now = clock.instant();
        if (actor.is(Role.SECURITY)) {
            return store.others(actor, null, now, ROWS_MAX);
        }
        return actor.is(Role.LEADER) ? store.others(actor, actor.unit(), now, ROWS_MAX) : List.of();
    }

    /** How many wishes of others wait for this post. */
    @Transactional(readOnly = true)
    public int waiting(Actor actor) {
        var unit = actor.is(Role.SECURITY) ? null : actor.unit();
        return store.waiting(actor, unit, clock.instant());
    }

    Instant now() {
        return clock.instant();
    }
}
