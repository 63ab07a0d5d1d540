package wanhu.matter;

/** Which side of the work a list shows. */
public enum Lens {
    /** 待办: held by the unit of the post, so that somebody of it must act. */
    TODO,
    /** 本级及下级在办: held by the unit or below it. */
    BELOW,
    /** 协办: a part of a matter that another unit leads. */
    PART,
    /** 辖区: reported in the territory of the post, wherever it is held now. */
    AREA,
    /** 等待他人: ours by place or dispatch, and somebody else must act. */
    WAITING,
    /** 已办: solved by the unit. */
    HANDLED,
    /** 临期: held by the unit or below it, and most of its time has run. */
    SOON,
    /** 超期: held by the unit or below it, and its time has run out. */
    OVERDUE,
    /** 不满意: a requester rated it badly and nobody has called back. */
    UNHAPPY
}
