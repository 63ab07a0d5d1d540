package wanhu.supervise;

import java.time.Instant;
import java.util.UUID;
import wanhu.base.Fact;

/**
 * A unit has to know of something: an order, a prompt, a reminder.
 *
 * @param unit who must know
 * @param number of the order or consultation; of the matter when it has none of its own
 * @param matter number of the matter
 * @param href page of it
 */
public record Notified(
        int county, News news, UUID unit, String number, String matter, String href, Instant at)
        implements Fact {

    /** What it is. */
    public enum News {
        /** 督办单: an order has come. */
        ORDERED,
        /** An answer is due soon or late. */
        CHASED,
        /** An answer has come. */
        ANSWERED,
        /** An answer was sent back, moved to another day, listed or raised. */
        CHANGED,
        /** 督办建议: a rule has found something. */
        PROMPTED,
        /** 催办: somebody above reminds. */
        REMINDED,
        /** 会商: the unit is invited. */
        INVITED,
        /** 会商结果: the outcome is written. */
        CONCLUDED,
        /** 阶段报告: one is owed. */
        REPORT_OWED
    }
}
