package wanhu.matter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.Rule;
import wanhu.law.RuleKey;
import wanhu.life.Matter;
import wanhu.promise.ClockKind;
import wanhu.promise.Clocks;
import wanhu.promise.Promise;

/** The promises that run on a matter, each with the rule from which it follows. */
@Service
public class Promises {
    private final Clocks clocks;
    private final Laws laws;
    private final Clock clock;

    Promises(Clocks clocks, Laws laws, Clock clock) {
        this.clocks = clocks;
        this.laws = laws;
        this.clock = clock;
    }

    /**
     * A promise and its rule.
     *
     * @param rule in force when it began; null when somebody named the day or the term
     */
    public record Grounded(Promise promise, @Nullable Rule rule) {}

    /** The running promises, the one that ends first first, paused ones last. */
    @Transactional(readOnly = true)
    public List<Grounded> of(Matter matter) {
        return clocks.list(matter.county(), matter.id(), clock.instant()).stream()
                .sorted(Comparator.comparing(Promise::paused).thenComparing(Promise::due))
                .map(promise -> new Grounded(promise, rule(matter, promise)))
                .toList();
    }

    /** The rule that says in which time a matter of the kind is solved when it starts now. */
    @Transactional(readOnly = true)
    public Rule finish(Matter matter, LocalDate on) {
        return laws.rule(matter.county(), LimitBook.finishRule(matter.about().kind()), on);
    }

    private @Nullable Rule rule(Matter matter, Promise promise) {
        var key = key(matter, promise.kind());
        if (key == null) {
            return null;
        }
        var rule = laws.rule(matter.county(), key, Zones.day(promise.started()));
        boolean named = promise.kind() == ClockKind.FINISH && !rule.term().equals(promise.term());
        return named ? null : rule;
    }

    private static @Nullable RuleKey key(Matter matter, ClockKind kind) {
        return switch (kind) {
            case ADMIT, DISPATCH, SIGN -> RuleKey.SIGN;
            case CONTACT ->
                    matter.about().danger() ? RuleKey.FIRST_CONTACT_DANGER : RuleKey.FIRST_CONTACT;
            case FINISH -> LimitBook.finishRule(matter.about().kind());
            case RETURN, EXTENSION, REVIEW -> RuleKey.RETURN_DECISION;
            case MEETING -> RuleKey.CUTOFF_TOWNSHIP;
            case URGENT -> RuleKey.URGENT_CONFIRM;
            case ASSIGN -> RuleKey.COUNTY_ASSIGN;
            case PARK -> RuleKey.PARK_MAX;
            case FOLLOW_UP -> RuleKey.FOLLOW_UP;
            case CALL_BACK -> RuleKey.BAD_RATING_CONTACT;
            case SUPERVISE -> RuleKey.SUPERVISE_REPLY;
            case UNANSWERED -> RuleKey.SUPERVISE_RAISE;
            case STAGE_REPORT -> RuleKey.STAGE_REPORT;
            case PLAN, TASK -> null;
        };
    }
}
