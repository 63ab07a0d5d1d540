package wanhu.intake;

import java.util.Optional;
import wanhu.law.RuleKey;
import wanhu.life.Kind;
import wanhu.promise.ClockKind;

/** By which rule a promise runs, to name it on the page. Pure. */
final class Promises {
    private Promises() {}

    /** The rule; empty for a date that somebody named. */
    static Optional<RuleKey> rule(ClockKind clock, Kind kind, boolean danger) {
        return switch (clock) {
            case ADMIT, DISPATCH, SIGN -> Optional.of(RuleKey.SIGN);
            case CONTACT ->
                    Optional.of(danger ? RuleKey.FIRST_CONTACT_DANGER : RuleKey.FIRST_CONTACT);
            case FINISH -> Optional.of(finish(kind));
            case RETURN, EXTENSION, REVIEW -> Optional.of(RuleKey.RETURN_DECISION);
            case MEETING -> Optional.of(RuleKey.CUTOFF_TOWNSHIP);
            case URGENT -> Optional.of(RuleKey.URGENT_CONFIRM);
            case ASSIGN -> Optional.of(RuleKey.COUNTY_ASSIGN);
            case PARK -> Optional.of(RuleKey.PARK_MAX);
            case FOLLOW_UP -> Optional.of(RuleKey.FOLLOW_UP);
            case CALL_BACK -> Optional.of(RuleKey.BAD_RATING_CONTACT);
            case SUPERVISE -> Optional.of(RuleKey.SUPERVISE_REPLY);
            case UNANSWERED -> Optional.of(RuleKey.SUPERVISE_RAISE);
            case STAGE_REPORT -> Optional.of(RuleKey.STAGE_REPORT);
            case PLAN, TASK -> Optional.empty();
        };
    }

    private static RuleKey finish(Kind kind) {
        return switch (kind) {
            case INQUIRY -> RuleKey.FINISH_INQUIRY;
            case HELP -> RuleKey.FINISH_HELP;
            case COMPLAINT -> RuleKey.FINISH_COMPLAINT;
            case REPORT -> RuleKey.FINISH_REPORT;
            case SUGGESTION -> RuleKey.FINISH_SUGGESTION;
        };
    }
}
