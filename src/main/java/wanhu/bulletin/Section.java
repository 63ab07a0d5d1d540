package wanhu.bulletin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A part of a bulletin on which an editor may say something. */
public enum Section {
    /** 总体情况. */
    TOTALS,
    /** 每日情况. */
    DAYS,
    /** 事项类别. */
    CATEGORIES,
    /** 各地情况. */
    PLACES,
    /** 三率. */
    RATES,
    /** 抽样回访; of months alone. */
    CALLS,
    /** 热点. */
    TOPICS,
    /** 例会. */
    MEETINGS,
    /** 督办. */
    ORDERS,
    /** 办结选登. */
    MATTERS;

    /** The parts that such a bulletin has. */
    static List<Section> of(Period.Kind kind) {
        return Stream.of(values())
                .filter(each -> kind == Period.Kind.MONTH || each != CALLS)
                .toList();
    }

    /** Name of its field in the form. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
