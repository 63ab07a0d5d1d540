package wanhu.round;

/** What a meeting decided on an item. */
public enum Outcome {
    /** 即办: done here. */
    TAKEN_ON,
    /** 列入计划: done here by a date. */
    PLANNED,
    /** 上报: this level can't. */
    RAISED,
    /** 紧急提级. */
    RAISED_URGENTLY,
    /** 派单: a lead, co-handlers, a term. */
    DISPATCHED,
    /** 交回下级: with advice, money or people. */
    HANDED_BACK,
    /** 本次未议: carried on to the next meeting, with the reason. */
    CARRIED,
    /** 已离开本级: solved or gone on before the meeting came to it. */
    LEFT;

    /** The look of its tag: done here, given on, or left. */
    String look() {
        return switch (this) {
            case TAKEN_ON, PLANNED -> "done";
            case RAISED, DISPATCHED, HANDED_BACK -> "act";
            case RAISED_URGENTLY -> "overdue";
            case CARRIED -> "soon";
            case LEFT -> "quiet";
        };
    }
}
