package wanhu.duty;

/** The three lists of a township's duties. */
public enum DutyKind {
    /** 基本履职事项: the township does it itself. */
    BASIC,
    /** 配合履职事项: a department leads, the township helps. */
    COOPERATIVE,
    /** 上级部门收回事项: a department does it, and it can't be pushed down. */
    TAKEN_BACK
}
