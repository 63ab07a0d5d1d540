package wanhu.flow;

import java.time.Instant;
import wanhu.flow.Stay.Came;
import wanhu.flow.Stay.Standing;
import wanhu.flow.Stay.Went;

/** A column of the table of flow: what came in a month, what went, what is left at its end. */
enum FlowCell {
    /** 上月结转. */
    CARRIED(Side.IN),
    /** 本月新增. */
    NEW(Side.IN),
    /** 下级报来. */
    RAISED_HERE(Side.IN),
    /** 上级交来. */
    HANDED_HERE(Side.IN),
    /** 重办. */
    REDONE(Side.IN),
    /** 解决. */
    SOLVED(Side.OUT),
    /** 上报. */
    RAISED(Side.OUT),
    /** 交办下级. */
    HANDED_DOWN(Side.OUT),
    /** 不予受理、引导、并件、撤回. */
    DECLINED(Side.OUT),
    /** 列入计划. */
    PLANNED(Side.LEFT),
    /** 挂账. */
    PARKED(Side.LEFT),
    /** 办理中. */
    OPEN(Side.LEFT);

    /** On which side of the balance it stands. */
    enum Side {
        IN,
        OUT,
        LEFT
    }

    private final Side side;

    FlowCell(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }

    /**
     * Whether a stay, known up to the end of a month, counts here.
     *
     * @param start first instant of the month
     */
    boolean holds(Stay stay, Instant start) {
        boolean carried = stay.from().isBefore(start);
        if (Stays.before(stay.until(), start)) {
            return false;
        }
        return switch (this) {
            case CARRIED -> carried;
            case NEW -> !carried && stay.came() == Came.NEW;
            case RAISED_HERE -> !carried && stay.came() == Came.RAISED;
            case HANDED_HERE -> !carried && stay.came() == Came.HANDED_DOWN;
            case REDONE -> !carried && stay.came() == Came.REDONE;
            case SOLVED -> stay.went() == Went.SOLVED;
            case RAISED -> stay.went() == Went.RAISED;
            case HANDED_DOWN -> stay.went() == Went.HANDED_DOWN;
            case DECLINED -> stay.went() == Went.DECLINED;
            case PLANNED -> stay.went() == null && stay.standing() == Standing.PLANNED;
            case PARKED -> stay.went() == null && stay.standing() == Standing.PARKED;
            case OPEN -> stay.went() == null && stay.standing() == Standing.OPEN;
        };
    }
}
