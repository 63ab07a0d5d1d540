package wanhu.life;

/** How a matter came in (seed S4: hot-line, web, official account, visits, joint study). */
public enum Channel {
    /** 网页: the resident's own report. */
    WEB,
    /** 热线: the phone desk. */
    PHONE,
    /** 来访: at the counter of a centre. */
    COUNTER,
    /** 走访: found or told on a visit. */
    VISIT,
    /** 会议: raised at a courtyard meeting or joint study. */
    MEETING,
    /** 导入: from a file. */
    IMPORT,
    /** 接口: from another system. */
    API
}
