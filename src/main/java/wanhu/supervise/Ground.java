package wanhu.supervise;

/** Why a matter is supervised (domain rules §3.6, E5 to E7). */
public enum Ground {
    /** 拒不办理: the unit refuses what is its duty. */
    REFUSES,
    /** 逾期未办结: the time has run out. */
    OVERDUE,
    /** 应解决而未解决: it could be solved and is not. */
    UNSOLVED,
    /** 造成不良影响: it does harm that it drags on. */
    EFFECT,
    /** 问题工单: done again or passed on too often. */
    PROBLEM,
    /** 领导批示: a leader has given instructions. */
    INSTRUCTED
}
