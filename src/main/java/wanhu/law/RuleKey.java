package wanhu.law;

/**
 * Every limit that the product asks for. Values and sources as shipped stand in {@code
 * defaults.tsv}; a county changes them by dated versions.
 */
public enum RuleKey {
    /** 签收: a unit signs for what it was sent. */
    SIGN(RuleGroup.HANDLE, RuleKind.TERM),
    /** 首次联系: the handler speaks with the resident. */
    FIRST_CONTACT(RuleGroup.HANDLE, RuleKind.TERM),
    /** The same when people are in danger. */
    FIRST_CONTACT_DANGER(RuleGroup.HANDLE, RuleKind.TERM),
    /** 咨询: an inquiry is answered. */
    FINISH_INQUIRY(RuleGroup.HANDLE, RuleKind.TERM),
    /** 求助: help is given. */
    FINISH_HELP(RuleGroup.HANDLE, RuleKind.TERM),
    /** 投诉: a complaint is finished. */
    FINISH_COMPLAINT(RuleGroup.HANDLE, RuleKind.TERM),
    /** 举报: a report is finished. */
    FINISH_REPORT(RuleGroup.HANDLE, RuleKind.TERM),
    /** 建议: a suggestion is answered. */
    FINISH_SUGGESTION(RuleGroup.HANDLE, RuleKind.TERM),
    /** A complex matter of any kind is finished. */
    FINISH_COMPLEX(RuleGroup.HANDLE, RuleKind.TERM),
    /** 延期: the longest extension. */
    EXTENSION_TERM_MAX(RuleGroup.RETURN, RuleKind.TERM),
    /** How often one clock may be extended. */
    EXTENSION_COUNT_MAX(RuleGroup.RETURN, RuleKind.TIMES),
    /** 退单: until when a unit may return what it was sent. */
    RETURN_TERM(RuleGroup.RETURN, RuleKind.TERM),
    /** The dispatcher decides on a return. */
    RETURN_DECISION(RuleGroup.RETURN, RuleKind.TERM),
    /** Returns of one matter before the lead is named with finality. */
    RETURN_COUNT_MAX(RuleGroup.RETURN, RuleKind.TIMES),
    /** 补充: how long the resident is waited for. */
    SUPPLEMENT_WAIT(RuleGroup.RETURN, RuleKind.DAYS),
    /** 挂账: until when a parked matter is looked at again. */
    PARK_MAX(RuleGroup.RETURN, RuleKind.DAYS),
    /** 回访: the resident is asked after the reply. */
    FOLLOW_UP(RuleGroup.ASK, RuleKind.TERM),
    /** Failed attempts, on different days, after which it may be closed without an answer. */
    FOLLOW_UP_ATTEMPTS(RuleGroup.ASK, RuleKind.TIMES),
    /** 回访抽样: share of answered inquiries and suggestions that are called. */
    CALL_INQUIRY(RuleGroup.ASK, RuleKind.PERCENT),
    /** The same of what villages and grids answered. */
    CALL_VILLAGE(RuleGroup.ASK, RuleKind.PERCENT),
    /** The same of what townships answered. */
    CALL_TOWNSHIP(RuleGroup.ASK, RuleKind.PERCENT),
    /** The same of what departments and the county answered. */
    CALL_COUNTY(RuleGroup.ASK, RuleKind.PERCENT),
    /** 重办: days after closing in which the resident may ask that it be done again. */
    REDO_WINDOW(RuleGroup.ASK, RuleKind.DAYS),
    /** Redos that make it a problem matter (问题工单). */
    REDO_PROBLEM(RuleGroup.ASK, RuleKind.TIMES),
    /** Units without a lead that make it a problem matter. */
    PASSED_PROBLEM(RuleGroup.RETURN, RuleKind.COUNT),
    /** 评价: how long the resident may rate. */
    RATING_WINDOW(RuleGroup.ASK, RuleKind.DAYS),
    /** After a bad rating the resident is called. */
    BAD_RATING_CONTACT(RuleGroup.ASK, RuleKind.TERM),
    /** After a bad rating it is put right. */
    BAD_RATING_FIX(RuleGroup.ASK, RuleKind.TERM),
    /** 催办: share of the time after which the first reminder goes out. */
    CHASE_FIRST(RuleGroup.HANDLE, RuleKind.PERCENT),
    /** Share of the time from which a matter is due soon and the second reminder goes out. */
    CHASE_SECOND(RuleGroup.HANDLE, RuleKind.PERCENT),
    /** 久未办理: days without a step after which a matter counts as stuck. */
    IDLE_WINDOW(RuleGroup.HANDLE, RuleKind.DAYS),
    /** 民情碰头会: meetings of a village in an ISO week. */
    WEEKLY_MEETINGS(RuleGroup.ROUND, RuleKind.TIMES),
    /** Last day of the month on which a village's items reach the township's list. */
    CUTOFF_VILLAGE(RuleGroup.ROUND, RuleKind.DAY_OF_MONTH),
    /** Last day of the month on which a township's items reach the county's list. */
    CUTOFF_TOWNSHIP(RuleGroup.ROUND, RuleKind.DAY_OF_MONTH),
    /** What becomes of these days on a rest day. */
    CUTOFF_SHIFT(RuleGroup.ROUND, RuleKind.SHIFT),
    /** 紧急提级: the township confirms what a village raised as urgent. */
    URGENT_CONFIRM(RuleGroup.ROUND, RuleKind.TERM),
    /** Households concerned from which a matter may be raised as urgent. */
    URGENT_HOUSEHOLDS(RuleGroup.ROUND, RuleKind.COUNT),
    /** The county office names lead and date. */
    COUNTY_ASSIGN(RuleGroup.ROUND, RuleKind.TERM),
    /** 督办: time for an answer when nobody names another day. */
    SUPERVISE_REPLY(RuleGroup.SUPERVISE, RuleKind.TERM),
    /** Time after it in which an answer still missing reaches the level above. */
    SUPERVISE_RAISE(RuleGroup.SUPERVISE, RuleKind.TERM),
    /** 阶段报告: the lead tells why it is late and what comes next. */
    STAGE_REPORT(RuleGroup.SUPERVISE, RuleKind.TERM),
    /** Time until the next one while it is still late. */
    STAGE_REPORT_EVERY(RuleGroup.SUPERVISE, RuleKind.TERM),
    /** Supporters from whom a matter stands out in lists. */
    SUPPORTERS_PRIORITY(RuleGroup.OPEN, RuleKind.COUNT),
    /** How far back similar matters are looked for. */
    SIMILAR_WINDOW(RuleGroup.OPEN, RuleKind.DAYS),
    /** 每月一题: matters of one category in one unit that propose a topic. */
    TOPIC_COUNT(RuleGroup.OPEN, RuleKind.COUNT),
    /** Time in which they are counted. */
    TOPIC_WINDOW(RuleGroup.OPEN, RuleKind.DAYS),
    /** Smallest figure that public tables show. */
    PUBLIC_SUPPRESSION(RuleGroup.OPEN, RuleKind.COUNT),
    /** 免打扰: from this hour of the evening nobody is sent a message, but in danger. */
    QUIET_FROM(RuleGroup.OPEN, RuleKind.COUNT),
    /** Until this hour of the morning. */
    QUIET_UNTIL(RuleGroup.OPEN, RuleKind.COUNT),
    /** 联系方式保存期限: after the end of a matter, name and phone are deleted. */
    RETENTION_CONTACT(RuleGroup.OPEN, RuleKind.TERM),
    /** 公文保管期限: so long are letters of the offices kept, but for minutes, which stay for good. */
    RETENTION_LETTER(RuleGroup.OPEN, RuleKind.TERM),
    /** 个人信息投诉答复: a complaint about the handling of personal data is answered. */
    DATA_COMPLAINT(RuleGroup.OPEN, RuleKind.DAYS),
    /** 个人信息安全事件报告: an incident of the larger grades is reported to the authority. */
    BREACH_REPORT(RuleGroup.STATUTE, RuleKind.TERM),
    /** 信访告知: whether a petition is admitted is told in writing. */
    PETITION_NOTIFY(RuleGroup.STATUTE, RuleKind.TERM),
    /** 信访办理: a petition is finished. */
    PETITION_FINISH(RuleGroup.STATUTE, RuleKind.TERM),
    /** Its longest extension. */
    PETITION_EXTENSION(RuleGroup.STATUTE, RuleKind.TERM),
    /** 政府信息公开: an application is answered. */
    INFORMATION_ANSWER(RuleGroup.STATUTE, RuleKind.TERM),
    /** Its longest extension. */
    INFORMATION_EXTENSION(RuleGroup.STATUTE, RuleKind.TERM);

    private final RuleGroup group;
    private final RuleKind kind;

    RuleKey(RuleGroup group, RuleKind kind) {
        this.group = group;
        this.kind = kind;
    }

    /** Where it is listed. */
    RuleGroup group() {
        return group;
    }

    /** In what its value is stated. */
    public RuleKind kind() {
        return kind;
    }
}
