package wanhu.round;

/** How far a meeting has come. */
public enum RoundState {
    /** 待开: its list still fills itself. */
    OPEN,
    /** 议程已定: the list is frozen, decisions are taken item by item. */
    FROZEN,
    /** 已开: each item is decided or carried on; the minutes are being written. */
    HELD,
    /** 已归档: the minutes are approved. */
    CLOSED,
    /** 未开: its time went by without a meeting. */
    MISSED,
    /** 无议题: its list closed with nothing on it. */
    EMPTY
}
