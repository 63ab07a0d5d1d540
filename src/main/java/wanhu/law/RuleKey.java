package wanhu.law;

/**
 * Every limit that the product asks for. Values and sources as shipped stand in {@code
 * defaults.tsv}; a county changes them by dated versions.
 */
public enum RuleKey {
    /** 签收: a unit signs for what it was sent. */
    SIGN(RuleKind.TERM),
    /** 首次联系: the handler speaks with the resident. */
    FIRST_CONTACT(RuleKind.TERM),
    /** The same when people are in danger. */
    FIRST_CONTACT_DANGER(RuleKind.TERM),
    /** 咨询: an inquiry is answered. */
    FINISH_INQUIRY(RuleKind.TERM),
    /** 求助: help is given. */
    FINISH_HELP(RuleKind.TERM),
    /** 投诉: a complaint is finished. */
    FINISH_COMPLAINT(RuleKind.TERM),
    /** 举报: a report is finished. */
    FINISH_REPORT(RuleKind.TERM),
    /** 建议: a suggestion is answered. */
    FINISH_SUGGESTION(RuleKind.TERM),
    /** A complex matter of any kind is finished. */
    FINISH_COMPLEX(RuleKind.TERM),
    /** 延期: the longest extension. */
    EXTENSION_TERM_MAX(RuleKind.TERM),
    /** How often one clock may be extended. */
    EXTENSION_COUNT_MAX(RuleKind.TIMES),
    /** 退单: until when a unit may return what it was sent. */
    RETURN_TERM(RuleKind.TERM),
    /** The dispatcher decides on a return. */
    RETURN_DECISION(RuleKind.TERM),
    /** Returns of one matter before the lead is named with finality. */
    RETURN_COUNT_MAX(RuleKind.TIMES),
    /** 补充: how long the resident is waited for. */
    SUPPLEMENT_WAIT(RuleKind.DAYS),
    /** 挂账: until when a parked matter is looked at again. */
    PARK_MAX(RuleKind.DAYS),
    /** 回访: the resident is asked after the reply. */
    FOLLOW_UP(RuleKind.TERM),
    /** Failed attempts, on different days, after which it may be closed without an answer. */
    FOLLOW_UP_ATTEMPTS(RuleKind.TIMES),
    /** 重办: days after closing in which the resident may ask that it be done again. */
    REDO_WINDOW(RuleKind.DAYS),
    /** Redos that make it a problem matter (问题工单). */
    REDO_PROBLEM(RuleKind.TIMES),
    /** Units without a lead that make it a problem matter. */
    PASSED_PROBLEM(RuleKind.COUNT),
    /** 评价: how long the resident may rate. */
    RATING_WINDOW(RuleKind.DAYS),
    /** After a bad rating the resident is called. */
    BAD_RATING_CONTACT(RuleKind.TERM),
    /** After a bad rating it is put right. */
    BAD_RATING_FIX(RuleKind.TERM),
    /** 催办: share of the time after which the first reminder goes out. */
    CHASE_FIRST(RuleKind.PERCENT),
    /** Share of the time from which a matter is due soon and the second reminder goes out. */
    CHASE_SECOND(RuleKind.PERCENT),
    /** 民情碰头会: meetings of a village in an ISO week. */
    WEEKLY_MEETINGS(RuleKind.TIMES),
    /** Last day of the month on which a village's items reach the township's list. */
    CUTOFF_VILLAGE(RuleKind.DAY_OF_MONTH),
    /** Last day of the month on which a township's items reach the county's list. */
    CUTOFF_TOWNSHIP(RuleKind.DAY_OF_MONTH),
    /** What becomes of these days on a rest day. */
    CUTOFF_SHIFT(RuleKind.SHIFT),
    /** 紧急提级: the township confirms what a village raised as urgent. */
    URGENT_CONFIRM(RuleKind.TERM),
    /** Households concerned from which a matter may be raised as urgent. */
    URGENT_HOUSEHOLDS(RuleKind.COUNT),
    /** The county office names lead and date. */
    COUNTY_ASSIGN(RuleKind.TERM),
    /** Supporters from whom a matter stands out in lists. */
    SUPPORTERS_PRIORITY(RuleKind.COUNT),
    /** How far back similar matters are looked for. */
    SIMILAR_WINDOW(RuleKind.DAYS),
    /** 每月一题: matters of one category in one unit that propose a topic. */
    TOPIC_COUNT(RuleKind.COUNT),
    /** Time in which they are counted. */
    TOPIC_WINDOW(RuleKind.DAYS),
    /** Smallest figure that public tables show. */
    PUBLIC_SUPPRESSION(RuleKind.COUNT),
    /** 信访告知: whether a petition is admitted is told in writing. */
    PETITION_NOTIFY(RuleKind.TERM),
    /** 信访办理: a petition is finished. */
    PETITION_FINISH(RuleKind.TERM),
    /** Its longest extension. */
    PETITION_EXTENSION(RuleKind.TERM),
    /** 政府信息公开: an application is answered. */
    INFORMATION_ANSWER(RuleKind.TERM),
    /** Its longest extension. */
    INFORMATION_EXTENSION(RuleKind.TERM);

    private final RuleKind kind;

    RuleKey(RuleKind kind) {
        this.kind = kind;
    }

    /** In what its value is stated. */
    public RuleKind kind() {
        return kind;
    }
}
