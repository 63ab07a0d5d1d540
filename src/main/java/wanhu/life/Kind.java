package wanhu.life;

/**
 * What a resident wants: the five kinds of Beijing's statute on swift handling of complaints,
 * article 2.
 */
public enum Kind {
    /** 咨询: an answer. */
    INQUIRY,
    /** 求助: help. */
    HELP,
    /** 投诉: a complaint. */
    COMPLAINT,
    /** 举报: a report of wrongdoing; may be anonymous, and its author stays secret. */
    REPORT,
    /** 建议: a suggestion. */
    SUGGESTION
}
