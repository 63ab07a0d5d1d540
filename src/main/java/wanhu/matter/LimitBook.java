package wanhu.matter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.calendar.Deadline;
import wanhu.calendar.Term;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.Kind;
import wanhu.life.Limits;
import wanhu.promise.ClockKind;

/** Reads the limits of a decision from the rules in force on its day. */
@Component
class LimitBook {
    private static final Map<ClockKind, RuleKey> TERMS =
            Map.of(
                    ClockKind.ADMIT, RuleKey.SIGN,
                    ClockKind.DISPATCH, RuleKey.SIGN,
                    ClockKind.SIGN, RuleKey.SIGN,
                    ClockKind.CONTACT, RuleKey.FIRST_CONTACT,
                    ClockKind.RETURN, RuleKey.RETURN_DECISION,
                    ClockKind.EXTENSION, RuleKey.RETURN_DECISION,
                    ClockKind.REVIEW, RuleKey.RETURN_DECISION,
                    ClockKind.URGENT, RuleKey.URGENT_CONFIRM,
                    ClockKind.FOLLOW_UP, RuleKey.FOLLOW_UP,
                    ClockKind.CALL_BACK, RuleKey.BAD_RATING_CONTACT);

    private final Laws laws;
    private final Calendars calendars;

    LimitBook(Laws laws, Calendars calendars) {
        this.laws = laws;
        this.calendars = calendars;
    }

    Limits limits(int county, Instant now) {
        var on = Zones.day(now);
        var terms = new EnumMap<ClockKind, Term>(ClockKind.class);
        TERMS.forEach((kind, key) -> terms.put(kind, laws.term(county, key, on)));
        var finish = new EnumMap<Kind, Term>(Kind.class);
        for (Kind kind : Kind.values()) {
            finish.put(kind, laws.term(county, finishRule(kind), on));
        }
        return new Limits(
                terms,
                finish,
                laws.term(county, RuleKey.FIRST_CONTACT_DANGER, on),
                laws.term(county, RuleKey.EXTENSION_TERM_MAX, on),
                laws.number(county, RuleKey.RETURN_COUNT_MAX, on),
                laws.term(county, RuleKey.PARK_MAX, on).amount(),
                laws.number(county, RuleKey.FOLLOW_UP_ATTEMPTS, on),
                laws.term(county, RuleKey.REDO_WINDOW, on).amount(),
                laws.number(county, RuleKey.RATING_WINDOW, on),
                meetings(county, now, on));
    }

    /** The rule that says in which time a matter of the kind is solved. */
    static RuleKey finishRule(Kind kind) {
        return switch (kind) {
            case INQUIRY -> RuleKey.FINISH_INQUIRY;
            case HELP -> RuleKey.FINISH_HELP;
            case COMPLAINT -> RuleKey.FINISH_COMPLAINT;
            case REPORT -> RuleKey.FINISH_REPORT;
            case SUGGESTION -> RuleKey.FINISH_SUGGESTION;
        };
    }

    /**
     * What a village raises until the 20th, its township decides by the 28th of that month (E2,
     * E3); what a township raises until the 28th, the county office assigns within two working days
     * after it (E4).
     */
    private Limits.Meetings meetings(int county, Instant now, LocalDate on) {
        var calendar = calendars.of(county);
        var village = laws.cutoffs(county, RuleKey.CUTOFF_VILLAGE, calendar, on);
        var township = laws.cutoffs(county, RuleKey.CUTOFF_TOWNSHIP, calendar, on);
        var assign = laws.term(county, RuleKey.COUNTY_ASSIGN, on);
        var decided = township.lastDay(YearMonth.from(village.month(now).lastDay()));
        var batch = township.month(now).lastDay();
        return new Limits.Meetings(
                decided,
                Deadline.lastDay(Deadline.due(Zones.startOf(batch), assign, calendar)),
                Deadline.lastDay(Deadline.due(now, assign, calendar)));
    }
}
