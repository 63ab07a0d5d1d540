package wanhu.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.org.Level;

/**
 * The time that an unsolved matter spends at one level, from its coming to its going.
 *
 * @param level village (with its grids), township or county (with its departments)
 * @param from when it came
 * @param came how
 * @param until when it went; null while it is there
 * @param went how; null while it is there
 * @param standing how it stands, or last stood, there
 */
record Stay(
        UUID matter,
        Level level,
        Instant from,
        Came came,
        @Nullable Instant until,
        @Nullable Went went,
        Standing standing) {

    /** How a matter comes to a level. */
    enum Came {
        /** 新增: told to us there. */
        NEW,
        /** 下级报来. */
        RAISED,
        /** 上级交来. */
        HANDED_DOWN,
        /** 重办: answered there, and not solved after all. */
        REDONE
    }

    /** How it goes. */
    enum Went {
        /** 解决: answered, and the answer approved. */
        SOLVED,
        /** 上报. */
        RAISED,
        /** 交办下级. */
        HANDED_DOWN,
        /** 其他办结: declined, shown another way, merged, withdrawn. */
        DECLINED
    }

    /** How it stands while it is there. */
    enum Standing {
        /** 办理中. */
        OPEN,
        /** 列入计划. */
        PLANNED,
        /** 挂账. */
        PARKED
    }

    Stay standing(Standing now) {
        return new Stay(matter, level, from, came, until, went, now);
    }

    Stay gone(Instant at, Went how) {
        return new Stay(matter, level, from, came, at, how, standing);
    }
}
