package wanhu.law;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.PerCounty;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.calendar.Cutoffs;
import wanhu.calendar.Term;
import wanhu.calendar.WorkCalendar;

/**
 * The rules in force: the county's own version on the day of the act, or the shipped one. Old acts
 * keep the rule of their day.
 */
@Service
public class Laws {
    /** Two numbers of which the first must be the smaller one. */
    private record Ordered(RuleKey first, RuleKey second) {
        boolean has(RuleKey key) {
            return key == first || key == second;
        }
    }

    private static final List<Ordered> ORDERED =
            List.of(
                    new Ordered(RuleKey.CUTOFF_VILLAGE, RuleKey.CUTOFF_TOWNSHIP),
                    new Ordered(RuleKey.CHASE_FIRST, RuleKey.CHASE_SECOND));

    private final LawStore store;
    private final Clock clock;
    private final ApplicationEventPublisher facts;
    private final Audit audit;
    private final PerCounty<RuleBook> books = new PerCounty<>();

    Laws(LawStore store, Clock clock, ApplicationEventPublisher facts, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.facts = facts;
        this.audit = audit;
    }

    /** The rule in force in the county on a day. */
    public Rule rule(int county, RuleKey key, LocalDate on) {
        return book(county).rule(key, on);
    }

    /** A rule that states a length of time. */
    public Term term(int county, RuleKey key, LocalDate on) {
        return rule(county, key, on).term();
    }

    /** A rule that states a number. */
    public int number(int county, RuleKey key, LocalDate on) {
        return rule(county, key, on).number();
    }

    /**
     * The monthly cut-offs of a level as they stand on a day.
     *
     * @param key {@link RuleKey#CUTOFF_VILLAGE} or {@link RuleKey#CUTOFF_TOWNSHIP}
     */
    public Cutoffs cutoffs(int county, RuleKey key, WorkCalendar calendar, LocalDate on) {
        var shift = rule(county, RuleKey.CUTOFF_SHIFT, on).shift();
        return new Cutoffs(number(county, key, on), shift, calendar);
    }

    /** All rules in force on a day, in the order of {@link RuleKey}. */
    public List<Rule> list(int county, LocalDate on) {
        var book = book(county);
        return Stream.of(RuleKey.values()).map(key -> book.rule(key, on)).toList();
    }

    /** All versions of a rule that held, hold or will hold, oldest first. */
    public List<Rule> versions(int county, RuleKey key) {
        return book(county).versions(key);
    }

    /**
     * Sets a rule anew from a day, today or later, and tells it ({@link RuleChanged}).
     *
     * @throws Refused when the actor is no administrator, the day has passed, the value can't be
     *     read, or it is weaker than the law
     */
    @Transactional
    public Rule change(Actor actor, RuleChange change) {
        if (!actor.is(Role.ADMIN)) {
            throw new Refused(Refused.Kind.FORBIDDEN, "law.refused.admin");
        }
        var now = clock.instant();
        if (change.validFrom().isBefore(Zones.day(now))) {
            throw new Refused(Refused.Kind.INVALID, "law.refused.past");
        }
        var value = RuleCheck.checked(change.key(), change.value());
        store.lock(actor.county());
        var book = read(actor.county());
        refuseDisorder(book, change, value);
        var before = book.rule(change.key(), Zones.day(now));
        var made = store.add(actor, now, change, value);
        books.forget(actor.county());
        audit.record(
                actor,
                Act.of(Verb.RULE_CHANGED, change.key())
                        .with("before", before.value())
                        .with("value", value)
                        .with("from", change.validFrom()));
        facts.publishEvent(new RuleChanged(actor.county(), now, actor, before, made));
        return made;
    }

    private static void refuseDisorder(RuleBook book, RuleChange change, String value) {
        for (Ordered pair : ORDERED) {
            if (pair.has(change.key())
                    && number(pair.first(), book, change, value)
                            >= number(pair.second(), book, change, value)) {
                throw new Refused(Refused.Kind.RULE, "law.refused.order." + pair.first());
            }
        }
    }

    private static int number(RuleKey key, RuleBook book, RuleChange change, String value) {
        return key == change.key()
                ? Integer.parseInt(value)
                : book.rule(key, change.validFrom()).number();
    }

    private RuleBook book(int county) {
        return books.get(county, this::read);
    }

    private RuleBook read(int county) {
        return new RuleBook(store.changes(county));
    }
}
