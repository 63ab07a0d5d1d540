package wanhu.matter;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Stage;
import wanhu.org.Level;

/**
 * What a list of matters is to show.
 *
 * @param lens which side of the work
 * @param filters what narrows it
 * @param sort in which order
 * @param size rows of a piece, 1 to {@value #SIZE_MAX}
 * @param mark where the piece starts; null at the beginning
 */
public record MatterQuery(
        Lens lens, Filters filters, Sort sort, int size, @Nullable MatterMark mark) {
    /** Most rows of one piece. */
    public static final int SIZE_MAX = 1_000;

    public MatterQuery {
        size = Math.clamp(size, 1, SIZE_MAX);
        // What we have solved has no deadline of ours any more.
        sort = lens == Lens.HANDLED && sort == Sort.DUE ? Sort.NEWEST : sort;
    }

    /** The beginning of a list without filters. */
    public static MatterQuery of(Lens lens, Sort sort, int size) {
        return new MatterQuery(lens, Filters.NONE, sort, size, null);
    }

    /** The same list from another place on. */
    public MatterQuery from(@Nullable MatterMark next, int rows) {
        return new MatterQuery(lens, filters, sort, rows, next);
    }

    /** In which order. */
    public enum Sort {
        /** What is due first; what has no deadline last. */
        DUE,
        /** What was reported last first. */
        NEWEST,
        /** What has waited longest first. */
        OLDEST,
        /** What most people stand behind first. */
        SUPPORTERS;

        /**
         * Whether rows that have nothing to sort by come after the others: without a deadline, with
         * no more than one requester.
         */
        boolean split() {
            return this == DUE || this == SUPPORTERS;
        }
    }

    /** What is wrong with a matter that needs somebody above. */
    public enum Trouble {
        /** 久未办理: no step for so many days as the caller names. */
        IDLE,
        /** 问题工单: done again or passed on so often that the level above looks at it (E5). */
        PROBLEM
    }

    /**
     * What narrows a list; nothing narrows by default.
     *
     * @param text words or a number; all of them must be found
     * @param kinds of which one must be the matter's; empty for all
     * @param categories codes of which one must be the matter's; empty for all
     * @param state whether it has ended, and how late it is
     * @param place where it was reported, or below
     * @param period days on which it was reported
     * @param held by whom it is held
     * @param solved when and on which level it was solved
     * @param supporters least number of requesters
     * @param trouble what is wrong with it
     */
    public record Filters(
            String text,
            Set<Kind> kinds,
            Set<String> categories,
            @Nullable Channel channel,
            @Nullable Stage stage,
            State state,
            @Nullable OrgPath place,
            Period period,
            Held held,
            Solved solved,
            boolean urgent,
            int supporters,
            Wrong trouble) {
        /** Longest text that is looked for, in characters. */
        public static final int TEXT_CHARACTERS_MAX = 100;

        /** No filter. */
        public static final Filters NONE =
                new Filters(
                        "",
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        State.ANY,
                        null,
                        Period.ALWAYS,
                        Held.ANYWHERE,
                        Solved.EVER,
                        false,
                        0,
                        Wrong.NOTHING);

        public Filters {
            kinds = Set.copyOf(kinds);
            categories = Set.copyOf(categories);
        }
    }

    /** Whether a matter has ended. */
    public enum State {
        /** Open ones and ended ones. */
        ANY,
        /** Open ones. */
        OPEN,
        /** Ended ones. */
        ENDED,
        /** Open ones of whose time most has run. */
        SOON,
        /** Open ones whose time has run out. */
        OVERDUE
    }

    /** Days on which a matter was reported, both inclusive; null for no bound. */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate until) {
        /** No bounds. */
        public static final Period ALWAYS = new Period(null, null);
    }

    /**
     * On which level and in which subtree a matter is held; null for any.
     *
     * @param only whether the unit at the top of the subtree itself holds it
     */
    public record Held(@Nullable Level level, @Nullable OrgPath below, boolean only) {
        /** Wherever. */
        public static final Held ANYWHERE = new Held(null, null, false);
    }

    /** On which level and on which days a matter was solved; null for any. */
    public record Solved(@Nullable Level level, Period period) {
        /** Whenever and wherever, or not at all. */
        public static final Solved EVER = new Solved(null, Period.ALWAYS);
    }

    /**
     * What is wrong with a matter, with the limit of the rule.
     *
     * @param limit days without a step; or redos from which it is a problem
     * @param units units that were the lead from which it is a problem
     */
    public record Wrong(@Nullable Trouble trouble, int limit, int units) {
        /** Whatever. */
        public static final Wrong NOTHING = new Wrong(null, 0, 0);
    }
}
