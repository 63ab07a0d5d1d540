package wanhu.supervise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 督办建议: a rule has found what somebody above should look at; a person decides what comes of it.
 *
 * @param turn the occasion, so that the same is found once
 * @param figure what the rule has counted
 * @param threshold from which figure it speaks; 0 where none is counted
 * @param to the unit that decides
 * @param against the unit that has the matter
 * @param supervision the order that was not answered; null for other rules
 */
record Prompt(
        int county,
        UUID id,
        UUID matter,
        String matterNumber,
        Rule rule,
        String turn,
        int figure,
        int threshold,
        Rank rank,
        UUID to,
        UUID against,
        @Nullable UUID supervision,
        Instant made) {

    /** What is found (domain rules §3.6, E5 and E7; §3.10). */
    enum Rule {
        /** 逾期未办结. */
        OVERDUE,
        /** 逾期未受理、未派单或未签收. */
        UNSIGNED,
        /** 多次重办. */
        REDONE,
        /** 多次转办. */
        PASSED,
        /** 督办未反馈. */
        UNANSWERED,
        /** 阶段报告未提交. */
        REPORT_LATE;

        /** Why an order would be given when this was found. */
        Ground ground() {
            return switch (this) {
                case OVERDUE, REPORT_LATE -> Ground.OVERDUE;
                case UNSIGNED -> Ground.REFUSES;
                case REDONE, PASSED -> Ground.PROBLEM;
                case UNANSWERED -> Ground.UNSOLVED;
            };
        }
    }
}
