package wanhu.callback;

import java.time.LocalDate;
import wanhu.law.RuleKey;
import wanhu.life.Kind;
import wanhu.life.Matter;

/** Groups of answered matters, each with a share of its own that is called. */
enum Lot {
    /** 必访: complaints, reports, danger, what was done again or rated badly. All are called. */
    SERIOUS,
    /** 咨询和建议. */
    INQUIRY,
    /** Solved by a village or grid. */
    VILLAGE,
    /** Solved by a township. */
    TOWNSHIP,
    /** Solved by a department or the county. */
    COUNTY,
    /** 约定: promised at the desk; always called. */
    PROMISED;

    /** All are called. */
    static final int ALL_PERCENT = 100;

    /** The group of a matter that was just answered. */
    static Lot of(Matter matter) {
        var about = matter.about();
        boolean grave =
                about.kind() == Kind.COMPLAINT
                        || about.kind() == Kind.REPORT
                        || about.danger()
                        || matter.tally().redos() > 0
                        || matter.tally().unhappy();
        if (grave) {
            return SERIOUS;
        }
        if (about.kind() == Kind.INQUIRY || about.kind() == Kind.SUGGESTION) {
            return INQUIRY;
        }
        return switch (matter.parties().handlerOrHolder().level()) {
            case GRID, VILLAGE -> VILLAGE;
            case TOWNSHIP -> TOWNSHIP;
            case COUNTY, CITY, PROVINCE -> COUNTY;
        };
    }

    /** Whether all are called, whatever a county states. */
    boolean whole() {
        return this == SERIOUS || this == PROMISED;
    }

    /** The share that is called, in per cent, by the rules of a day. */
    int percent(wanhu.law.Laws laws, int county, LocalDate on) {
        return switch (this) {
            case SERIOUS, PROMISED -> ALL_PERCENT;
            case INQUIRY -> laws.number(county, RuleKey.CALL_INQUIRY, on);
            case VILLAGE -> laws.number(county, RuleKey.CALL_VILLAGE, on);
            case TOWNSHIP -> laws.number(county, RuleKey.CALL_TOWNSHIP, on);
            case COUNTY -> laws.number(county, RuleKey.CALL_COUNTY, on);
        };
    }
}
