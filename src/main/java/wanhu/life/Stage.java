package wanhu.life;

/**
 * Where a matter stands. The closed set of states; what leads from one to another stands in {@link
 * Life}. A county may rename the labels, not add a state.
 */
public enum Stage {
    /** 待受理: told to us, not yet admitted. */
    REGISTERED(Category.OPEN),
    /** 待补充: the resident was asked for more. */
    SUPPLEMENT(Category.WAITING_FOR_RESIDENT),
    /** 已受理，待派单. */
    ADMITTED(Category.OPEN),
    /** 已派单，待签收. */
    DISPATCHED(Category.OPEN),
    /** 退单待定: the unit says it is not its duty; the dispatcher decides. */
    RETURN_ASKED(Category.OPEN),
    /** 办理中. */
    IN_PROGRESS(Category.OPEN),
    /** 会商中: waiting for what other units say. */
    CONSULTING(Category.WAITING_FOR_THIRD),
    /** 已列计划: will be solved here by a date that was announced. */
    PLANNED(Category.OPEN),
    /** 挂账: can't be solved now; has a plan, an owner and a day of review. */
    PARKED(Category.WAITING_FOR_THIRD),
    /** 已上报: with the level above, whose meeting decides. */
    ESCALATED(Category.OPEN),
    /** 待审核: a reply waits for someone other than its author. */
    REVIEW(Category.SOLVED),
    /** 待回访: answered; the resident is asked whether it is solved. */
    FOLLOW_UP(Category.SOLVED),
    /** 已办结. */
    CLOSED(Category.CLOSED),
    /** 已归档. */
    ARCHIVED(Category.CLOSED),
    /** 不予受理, with the reason told. */
    DECLINED(Category.CLOSED),
    /** 已引导: to the legal route that the law names. */
    REFERRED(Category.CLOSED),
    /** 已并件: goes on in another matter. */
    MERGED(Category.CLOSED),
    /** 已撤回 by the resident. */
    WITHDRAWN(Category.CLOSED);

    /** What a stage means to everybody outside the room. */
    public enum Category {
        /** Somebody of ours must act. */
        OPEN,
        /** The resident must act. */
        WAITING_FOR_RESIDENT,
        /** Somebody else must act. */
        WAITING_FOR_THIRD,
        /** Answered, not yet confirmed. */
        SOLVED,
        /** Ended. */
        CLOSED
    }

    private final Category category;

    Stage(Category category) {
        this.category = category;
    }

    /** What it means. */
    public Category category() {
        return category;
    }

    /** Whether the matter has not ended; same as the column {@code open}. */
    public boolean open() {
        return category != Category.CLOSED;
    }

    /** Whether the matter still waits to be solved: what a weekly meeting looks at. */
    public boolean unsolved() {
        return open() && category != Category.SOLVED;
    }
}
