package wanhu.rate;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wanhu.life.Grade;

/** What can be found of a matter; what it is worth for a rate, a preset says. */
enum Finding {
    /** 承办: the unit handles it; counts for no rate, and tells the volume. */
    HANDLED(null),
    /** 按时签收. */
    SIGNED(Rate.RESPONSE),
    /** 逾期签收, or not signed for and too late. */
    SIGNED_LATE(Rate.RESPONSE),
    /** 按时联系. */
    CONTACTED(Rate.RESPONSE),
    /** 逾期联系, or not contacted and too late. */
    CONTACTED_LATE(Rate.RESPONSE),
    /** 未联系: answered without having spoken with anybody. */
    NOT_CONTACTED(Rate.RESPONSE),
    /** 已解决. */
    SOLVED(Rate.SOLUTION),
    /** 部分解决. */
    PARTLY(Rate.SOLUTION),
    /** 未解决. */
    UNSOLVED(Rate.SOLUTION),
    /** 未联系上: given up after the attempts of the rule. */
    UNREACHED(Rate.SOLUTION),
    /** 非常满意. */
    VERY_SATISFIED(Rate.SATISFACTION),
    /** 满意. */
    SATISFIED(Rate.SATISFACTION),
    /** 基本满意. */
    FAIRLY_SATISFIED(Rate.SATISFACTION),
    /** 不满意. */
    DISSATISFIED(Rate.SATISFACTION),
    /** 非常不满意. */
    VERY_DISSATISFIED(Rate.SATISFACTION),
    /** 未评价: reached, and no grade was given. */
    UNRATED(Rate.SATISFACTION),
    /** 未联系上, so nobody could be asked for a grade. */
    NOBODY_RATED(Rate.SATISFACTION);

    private final @Nullable Rate rate;

    Finding(@Nullable Rate rate) {
        this.rate = rate;
    }

    /** The rate for which it may count; null for none. */
    @Nullable Rate rate() {
        return rate;
    }

    static List<Finding> of(Rate rate) {
        return Stream.of(values()).filter(each -> each.rate == rate).toList();
    }

    static Finding of(Grade grade) {
        return switch (grade) {
            case VERY_SATISFIED -> VERY_SATISFIED;
            case SATISFIED -> SATISFIED;
            case FAIRLY_SATISFIED -> FAIRLY_SATISFIED;
            case DISSATISFIED -> DISSATISFIED;
            case VERY_DISSATISFIED -> VERY_DISSATISFIED;
        };
    }
}
