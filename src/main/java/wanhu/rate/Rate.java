package wanhu.rate;

/** The three rates (接诉即办三率). */
public enum Rate {
    /** 响应率: signed for in time, contacted in time. */
    RESPONSE,
    /** 解决率: solved, as those say who asked. */
    SOLUTION,
    /** 满意率: the grades they gave. */
    SATISFACTION
}
