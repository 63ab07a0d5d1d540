package wanhu.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.base.Scope;
import wanhu.base.Sql;
import wanhu.base.Zones;
import wanhu.life.Hands;

/**
 * The conditions of a list, count or export: first what the post may see at all, then the lens,
 * then the filters. The equalities on the generated columns let the partial indexes of open rows
 * answer.
 */
final class ListWhere {
    /** What staff may see; the same as {@link Hands#seen}. */
    static final String SEEN =
            """
            (m.place_path >= :scope_from and m.place_path < :scope_until
              or m.holder_path >= :held_from and m.holder_path < :held_until
              or m.handler_path >= :held_from and m.handler_path < :held_until
              or m.dispatcher_path >= :held_from and m.dispatcher_path < :held_until
              or m.id in (
                select seen.matter_id from matter.counted_part seen
                where seen.county = :county and seen.unit_id = :unit))
            """;

    /** Solved and answered: not declined, shown elsewhere, merged or withdrawn. */
    static final String SOLVED =
            "m.solved_at is not null and m.result is not null and not m.unsolved"
                    + " and m.stage in ('FOLLOW_UP', 'CLOSED', 'ARCHIVED')";

    private static final int COUNTY_DEPTH = 3;
    private static final int MIDDLE_DEPTH = 4;
    private static final int LOW_DEPTH = 5;

    private final Actor actor;
    private final Scope scope;
    private final Instant now;
    private final Near near;
    private final boolean within;
    private boolean words;
    private final List<String> clauses = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    private ListWhere(Actor actor, Instant now, Near near, boolean within) {
        this.actor = actor;
        this.scope = Scope.of(actor);
        this.now = now;
        this.near = near;
        this.within = within;
        parameters.putAll(scope.parameters());
        parameters.put("unit", actor.unit());
        clauses.add("m.county = :county");
        clauses.add(actor.role().apart() ? "false" : "true");
        if (actor.path().depth() > COUNTY_DEPTH) {
            and(Accused.HIDDEN, "accused", Accused.places(actor.path()));
        }
    }

    static ListWhere of(Actor actor, MatterQuery query, Instant now) {
        var where = new ListWhere(actor, now, Near.of(actor, query), within(actor, query.lens()));
        where.clauses.add(where.lens(query.lens()));
        new ListFilter(where, now).add(query.filters());
        return where;
    }

    /** Whether the lens shows nothing but a part of what {@link #SEEN} grants. */
    private static boolean within(Actor actor, Lens lens) {
        return switch (lens) {
            case BELOW, SOON, OVERDUE -> true;
            case AREA -> !Scope.of(actor).territory().from().isEmpty();
            case TODO, PART, WAITING, HANDLED, UNHAPPY -> false;
        };
    }

    /**
     * All that the post sees of its territory, or for a department of its own work; a part of what
     * {@link #SEEN} grants, so that a figure over many rows need not ask it for each.
     */
    static ListWhere area(Actor actor, Instant now) {
        var where = new ListWhere(actor, now, Near.NO, true);
        where.clauses.add(where.lens(Lens.AREA));
        return where;
    }

    /** All that the post sees anywhere, as far as the filters but for their words go. */
    static ListWhere seen(Actor actor, MatterQuery.Filters filters, Instant now) {
        var where = new ListWhere(actor, now, Near.NO, false);
        new ListFilter(where, now).narrow(filters);
        return where;
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** A condition on words of residents, read behind the wall alone. */
    void andWords(String clause, String name, @Nullable Object value) {
        and(clause, name, value);
        words = true;
    }

    /** Whether words are asked for; what else is counted and found is so where no word stands. */
    boolean words() {
        return words;
    }

    void and(String clause) {
        clauses.add(clause);
    }

    void and(String clause, String name, @Nullable Object value) {
        clauses.add(clause);
        parameters.put(name, value);
    }

    /** The conditions as text, joined by "and". */
    String text() {
        return narrow() + "\n  and " + SEEN;
    }

    /** The conditions without {@link #SEEN}: fewer columns, so that an index alone may answer. */
    String narrow() {
        return String.join("\n  and ", clauses);
    }

    /**
     * Enough to count the rows: without {@link #SEEN} where the lens is a part of it. What was
     * warned of last is soon and not late, so that a count with a limit ends early.
     */
    String counted() {
        var last = near == Near.SOON && warned() ? "\norder by m.warn_at desc" : "";
        return (within ? narrow() : text()) + last;
    }

    /** Whether rows are wanted for their deadline and found by it, however they are sorted. */
    boolean near() {
        return near != Near.NO;
    }

    /** A time to sort by: for what is near not as it stands in an index, unless it is late. */
    String ordered(MatterQuery.Sort sort, String column) {
        boolean indexed = !near() || (near == Near.OVERDUE && sort == MatterQuery.Sort.DUE);
        return indexed || sort == MatterQuery.Sort.SUPPORTERS ? column : column + " + interval '0'";
    }

    /** The condition that most of the time has run; of a county by the index of warnings. */
    String soon(String name) {
        parameters.put(name, Sql.at(now));
        var until = warned() ? "m.due_at + interval '0' > :" : "m.due_at > :";
        return "m.warn_at <= :" + name + " and " + until + name;
    }

    private boolean warned() {
        return near() && scope.held().from().length() == OrgPath.COUNTY_LENGTH;
    }

    private String lens(Lens lens) {
        return switch (lens) {
            case TODO -> "m.open and " + todo();
            case BELOW -> "m.open and " + held();
            case PART -> "p.unit_id = :unit and p.reported_at is null and m.open";
            case AREA -> area();
            case WAITING -> "m.open and m.holder_id <> :unit and " + waiting();
            case HANDLED -> "m.handler_id = :unit and m.result is not null and not m.unsolved";
            case SOON -> "m.open and " + held() + " and " + soon("now");
            case OVERDUE -> "m.open and " + held() + " and m.due_at <= " + now();
            case UNHAPPY -> "m.unhappy";
        };
    }

    private String now() {
        parameters.put("now", Sql.at(now));
        return ":now";
    }

    /** A village works for its grids; follow-up and phone desk ask for the whole county. */
    private String todo() {
        if (actor.role().apart()) {
            return "false";
        }
        if (actor.is(Role.FOLLOW_UP, Role.PHONE_DESK)) {
            return "not m.unsolved and (m.holder_id = :unit or m.stage = 'FOLLOW_UP'"
                    + " and m.handler_id is distinct from :unit) and "
                    + held();
        }
        return actor.is(Role.VILLAGE_CLERK) && actor.path().depth() == LOW_DEPTH
                ? held() + " and (m.holder_id = :unit or m.holder_level = 'GRID')"
                : "m.holder_id = :unit";
    }

    /** Held by the unit or below it; nothing when nothing was granted. */
    private String held() {
        return below("holder", scope.held());
    }

    /** Whoever holds what was reported in a county belongs to it, and that index is by deadline. */
    private String area() {
        if (scope.territory().from().isEmpty()) {
            return ownWork();
        }
        var place = territory();
        return county() ? "m.holder_county = :place_at" : place;
    }

    /** Reported in the territory of the post; nothing for a post without one. */
    String territory() {
        return below("place", scope.territory());
    }

    /** The place whose territory the post sees; empty for who sees none. */
    Optional<OrgPath> place() {
        var from = scope.territory().from();
        return from.isEmpty() ? Optional.empty() : Optional.of(new OrgPath(from));
    }

    /** Who asks. */
    Actor actor() {
        return actor;
    }

    /** Whether the post sees the whole county. */
    boolean county() {
        return scope.territory().from().length() == OrgPath.COUNTY_LENGTH;
    }

    private String ownWork() {
        return scope.held().from().isEmpty()
                ? "false"
                : "(m.handler_id = :unit or m.open and m.holder_id = :unit)";
    }

    /**
     * In a county nobody else can hold what was reported in it: there it waits for whom it was sent
     * to.
     */
    private String waiting() {
        if (county()) {
            return "m.dispatcher_id = :unit";
        }
        var ours = "m.dispatcher_id = :unit or m.handler_id = :unit";
        if (scope.territory().from().isEmpty()) {
            return "(" + ours + ")";
        }
        var outside = "(m.holder_path < :held_from or m.holder_path >= :held_until)";
        return "(" + ours + " or " + below("place", scope.territory()) + " and " + outside + ")";
    }

    /** Rows of a subtree by the generated column of its depth. */
    private String below(String whose, Scope.Range range) {
        if (range.from().isEmpty()) {
            return "false";
        }
        return below(whose, new OrgPath(range.from()), whose + "_at");
    }

    /** The condition that the unit at a path itself is the holder. */
    String exactly(String name, OrgPath path) {
        parameters.put(name, path.text());
        parameters.put(name + "_county", path.text().substring(0, OrgPath.COUNTY_LENGTH));
        return "m.holder_county = :" + name + "_county and m.holder_path = :" + name;
    }

    /** The condition that the holder or the place lies at a path or below it. */
    String below(String whose, OrgPath path, String name) {
        parameters.put(name, path.text());
        if (path.depth() == COUNTY_DEPTH && whose.equals("holder")) {
            return "m.holder_county = :" + name;
        }
        if (path.depth() == MIDDLE_DEPTH) {
            return "m." + whose + "_middle = :" + name;
        }
        if (path.depth() == LOW_DEPTH) {
            return "m." + whose + "_low = :" + name;
        }
        parameters.put(name + "_until", path.until());
        var range = "m.%1$s_path >= :%2$s and m.%1$s_path < :%2$s_until".formatted(whose, name);
        if (path.depth() <= COUNTY_DEPTH) {
            return range;
        }
        parameters.put(name + "_low", path.atDepth(LOW_DEPTH).text());
        return "m." + whose + "_low = :" + name + "_low and " + range;
    }

    /** Midnight of a day in China. */
    static Object startOf(java.time.LocalDate day) {
        return Sql.at(Zones.startOf(day));
    }
}
