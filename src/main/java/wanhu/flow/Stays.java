package wanhu.flow;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wanhu.flow.Stay.Came;
import wanhu.flow.Stay.Standing;
import wanhu.flow.Stay.Went;
import wanhu.life.Stage;
import wanhu.matter.Trace;
import wanhu.org.Level;

/**
 * Folds the moves of matters into their stays at levels. An unsolved matter is at exactly one
 * level: that of its holder; while an answer is reviewed it stays where it was written.
 */
final class Stays implements Consumer<Trace> {
    private final Function<UUID, Level> levels;
    private final Consumer<Stay> found;
    private @Nullable UUID matter;
    private @Nullable Stay stay;

    /**
     * A fold.
     *
     * @param levels level of a unit
     * @param found who gets each stay, once it is over or nothing more follows
     */
    Stays(Function<UUID, Level> levels, Consumer<Stay> found) {
        this.levels = levels;
        this.found = found;
    }

    @Override
    public void accept(Trace trace) {
        if (!trace.matter().equals(matter)) {
            end();
            matter = trace.matter();
        }
        if (trace.to().unsolved()) {
            unsolved(trace, level(trace.holder()));
        } else if (trace.to() != Stage.REVIEW) {
            over(trace);
        }
    }

    /** Tells the last stay; to be called when all moves were told. */
    void end() {
        if (stay != null) {
            found.accept(stay);
            stay = null;
        }
    }

    private void unsolved(Trace trace, Level level) {
        if (stay == null) {
            var came = trace.seq() == 1 ? Came.NEW : Came.REDONE;
            stay = begun(trace, level, came);
        } else if (stay.level() != level) {
            boolean up = level.above(stay.level());
            found.accept(stay.gone(trace.at(), up ? Went.RAISED : Went.HANDED_DOWN));
            stay = begun(trace, level, up ? Came.RAISED : Came.HANDED_DOWN);
        } else {
            stay = stay.standing(standing(trace.to()));
        }
    }

    private static Stay begun(Trace trace, Level level, Came came) {
        return new Stay(trace.matter(), level, trace.at(), came, null, null, standing(trace.to()));
    }

    private void over(Trace trace) {
        if (stay != null) {
            boolean answered = trace.to() == Stage.FOLLOW_UP || trace.to() == Stage.CLOSED;
            found.accept(stay.gone(trace.at(), answered ? Went.SOLVED : Went.DECLINED));
            stay = null;
        }
    }

    private static Standing standing(Stage stage) {
        if (stage == Stage.PLANNED) {
            return Standing.PLANNED;
        }
        return stage == Stage.PARKED ? Standing.PARKED : Standing.OPEN;
    }

    /** The levels that meet: a grid works with its village. */
    private Level level(UUID unit) {
        return met(levels.apply(unit));
    }

    static Level met(Level level) {
        return switch (level) {
            case GRID, VILLAGE -> Level.VILLAGE;
            case TOWNSHIP -> Level.TOWNSHIP;
            case COUNTY, CITY, PROVINCE -> Level.COUNTY;
        };
    }

    /** When the clock of a stay is before an instant; the end of a stay counts as after all. */
    static boolean before(@Nullable Instant at, Instant limit) {
        return at != null && at.isBefore(limit);
    }
}
