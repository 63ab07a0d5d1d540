package wanhu.base;

import java.util.function.Supplier;

/**
 * What the database itself lets the work at hand see: the second wall, below the predicate of
 * {@link Scope}. It is a seat belt and no filter: each statement still says what it wants, and what
 * it forgot to say stays shut.
 *
 * <p>Policies of row-level security read three settings of the transaction, {@code wanhu.unit},
 * {@code wanhu.first} and {@code wanhu.beyond}. Where nobody has put a wall up, the range is empty
 * and nothing is seen. A wall belongs to one thread; that of a request is put up by the guard of
 * routes and taken down with the request.
 *
 * @param unit path of the unit that looks; what accuses it, or a unit above it, is hidden; empty
 *     for the program itself
 * @param first first path that is seen, in the C collation
 * @param beyond first path that is no longer seen
 */
public record Wall(String unit, String first, String beyond) {
    /** Nothing is seen: what holds where nobody said anything else. */
    public static final Wall NOTHING = new Wall("", "", "");

    /** All counties: the work of the program itself. ':' follows digits, '.' and '/'. */
    public static final Wall WHOLE = new Wall("", "", ":");

    /**
     * Pages without sign-in: what they show is chosen by a code or by an approved text, and no
     * range of places says it.
     */
    public static final Wall RESIDENTS = WHOLE;

    private static final char LOWEST = '.';
    private static final char HIGHEST = ':';

    private static final ThreadLocal<Wall> STANDING = ThreadLocal.withInitial(() -> NOTHING);

    /** They become part of a statement, which takes no parameters: places, and nothing else. */
    public Wall {
        if (!place(unit) || !place(first) || !place(beyond)) {
            throw new IllegalArgumentException("Expected places but got another text");
        }
    }

    /** Digits and '.', '/', ':', which stand beside them. */
    private static boolean place(String text) {
        return text.chars().allMatch(each -> each >= LOWEST && each <= HIGHEST);
    }

    /** The wall of a post: the same range as its {@link Scope}. */
    public static Wall of(Actor actor) {
        var held = Scope.of(actor).held();
        return new Wall(actor.path().text(), held.from(), held.until());
    }

    /** What the thread sees now. */
    public static Wall standing() {
        return STANDING.get();
    }

    /** From now on the thread sees this; whoever says so takes it {@link #down} again. */
    public static void up(Wall wall) {
        STANDING.set(wall);
    }

    /** From now on the thread sees nothing. */
    public static void down() {
        STANDING.remove();
    }

    /** Works behind this wall, and then behind the one from before again. */
    public <T> T behind(Supplier<T> work) {
        var before = STANDING.get();
        STANDING.set(this);
        try {
            return work.get();
        } finally {
            STANDING.set(before);
        }
    }

    /**
     * Works for the program itself, which sees all counties: what is done here must not depend on
     * who happens to ask.
     */
    public static <T> T whole(Supplier<T> work) {
        return WHOLE.behind(work);
    }

    /** The same for work without an answer. */
    public static void whole(Runnable work) {
        WHOLE.behind(() -> {
            work.run();
            return WHOLE;
        });
    }

    /**
     * The statement that puts it up until the end of the transaction; never {@code set_config},
     * which a database of several nodes keeps to itself.
     */
    public String statement() {
        return "set local wanhu.unit = '%s'; set local wanhu.first = '%s'; set local wanhu.beyond = '%s'"
                .formatted(unit, first, beyond);
    }
}
