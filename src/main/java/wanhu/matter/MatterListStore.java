package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Stage;
import wanhu.org.Level;
import wanhu.promise.ClockKind;

/** Reads the lines of lists. */
@Repository
class MatterListStore {
    /** The columns of a line but for its promise. */
    static final String COLUMNS =
            """
            m.id, m.number, m.version, m.title, m.kind, m.category, m.channel,
                m.stage, m.place_id, m.holder_id, m.holder_level, m.urgent, m.danger,
                m.unhappy, m.redos, m.passes, m.supporters, m.reported_at,
                m.changed_at, m.solved_at
            """;

    private static final String ITS_MATTER =
            "m.county = :county and m.id = p.matter_id and p.county = :county";
    private static final String FROM_PART =
            "from matter.part p join matter.matter m on " + ITS_MATTER;

    private final JdbcClient db;

    MatterListStore(JdbcClient db) {
        this.db = db;
    }

    /** At most that many rows from the mark on; before the mark the nearest first. */
    List<MatterLine> rows(ListWhere where, MatterQuery query, int limit) {
        var mark = query.mark();
        boolean back = mark != null && mark.back();
        var segments = segments(where, query, back);
        int first = mark != null && free(where, query, mark) != back ? segments.size() - 1 : 0;
        var rows = new ArrayList<MatterLine>();
        for (int at = first; at < segments.size() && rows.size() < limit; at++) {
            var after = at == first && mark != null ? after(where, segments.get(at), mark) : "true";
            where.parameters().put("limit", limit - rows.size());
            rows.addAll(run(where, segments.get(at), after, back));
        }
        return rows;
    }

    /** Whether a mark stands among the rows without the key. */
    private static boolean free(ListWhere where, MatterQuery query, MatterMark mark) {
        boolean one = query.sort() == MatterQuery.Sort.SUPPORTERS && mark.number().orElse(1) <= 1;
        return mark.key() == null || (one && !where.near());
    }

    private static List<Segment> segments(ListWhere where, MatterQuery query, boolean back) {
        boolean part = query.lens() == Lens.PART;
        var keyed = new Segment(query.sort(), part, true);
        if (where.near() || !query.sort().split()) {
            return List.of(keyed);
        }
        var free = new Segment(query.sort(), part, false);
        return back ? List.of(free, keyed) : List.of(keyed, free);
    }

    private static String after(ListWhere where, Segment segment, MatterMark mark) {
        where.parameters().put("mark_id", mark.id());
        var sign = segment.ascending() == mark.back() ? " < " : " > ";
        if (!segment.keyed()) {
            return "m.id" + sign + ":mark_id";
        }
        var key = key(segment, mark);
        if (key == null) {
            return "true";
        }
        where.parameters().put("mark_key", key);
        return "(" + ordered(where, segment) + ", m.id)" + sign + "(:mark_key, :mark_id)";
    }

    private static @Nullable Object key(Segment segment, MatterMark mark) {
        return segment.sort() == MatterQuery.Sort.SUPPORTERS
                ? mark.number().orElse(null)
                : mark.instant().map(Sql::at).orElse(null);
    }

    private List<MatterLine> run(ListWhere where, Segment segment, String after, boolean back) {
        if (where.near()) {
            return near(where, segment, after, back);
        }
        // Composed; tried by MatterListsTest.
        return db.sql(text(where, segment, after, back))
                .params(where.parameters())
                .query(MatterListStore::row)
                .list();
    }

    /**
     * Finds the rows in the index of deadlines alone, and then reads no more than are shown, behind
     * the wall.
     */
    private List<MatterLine> near(ListWhere where, Segment segment, String after, boolean back) {
        var found =
                // Composed; tried by MatterListsTest.
                db.sql(text(where, segment, after, back))
                        .params(where.parameters())
                        .query(UUID.class)
                        .list();
        // Composed; tried by MatterListsTest.
        return db.sql(
                        """
                        select %s, %s
                        from matter.matter m
                        where m.county = :county and m.id = any(:found) and %s
                        order by %s
                        """
                                .formatted(
                                        COLUMNS,
                                        promise(false),
                                        ListWhere.SEEN,
                                        order(where, segment, back)))
                .params(where.parameters())
                .param("found", found.toArray(UUID[]::new))
                .query(MatterListStore::row)
                .list();
    }

    /** The statement of the first piece, to see how the database carries it out. */
    static String first(ListWhere where, MatterQuery query) {
        return text(where, segments(where, query, false).getFirst(), "true", false);
    }

    private static String text(ListWhere where, Segment segment, String after, boolean back) {
        var order = order(where, segment, back);
        return where.near()
                ? ids(where, segment.dated() + " and " + after, order)
                : straight(where, segment, after, order);
    }

    private static String order(ListWhere where, Segment segment, boolean back) {
        var direction = segment.ascending() == back ? " desc" : "";
        return segment.keyed()
                ? ordered(where, segment) + direction + ", m.id" + direction
                : "m.id" + direction;
    }

    private static String ordered(ListWhere where, Segment segment) {
        return where.ordered(segment.sort(), segment.key());
    }

    private static String straight(ListWhere where, Segment segment, String after, String order) {
        return """
        select %s, %s
        %s
        where %s
          and %s
          and %s
        order by %s
        limit :limit
        """
                .formatted(
                        COLUMNS,
                        promise(segment.part()),
                        segment.part() ? FROM_PART : "from matter.matter m",
                        where.text(),
                        segment.rows(),
                        after,
                        order);
    }

    private static String ids(ListWhere where, String from, String order) {
        return """
        select m.id
        from %s
        where %s
          and %s
        order by %s
        limit :limit
        """
                .formatted(from(where), where.narrow(), from, order);
    }

    private static String from(ListWhere where) {
        return where.words() ? "matter.matter m" : "matter.counted m";
    }

    private static String promise(boolean part) {
        return part
                ? "p.due_at, p.warn_at, 'TASK' as due_clock"
                : "m.due_at, m.warn_at, m.due_clock";
    }

    /** How many rows there are, counted no further than the limit. */
    int count(ListWhere where, boolean part, int limit) {
        where.parameters().put("limit", limit);
        // Composed; tried by MatterListsTest.
        return db.sql(counting(where, part))
                .params(where.parameters())
                .query(Integer.class)
                .single();
    }

    /** The same for several lists of one actor, in one statement. */
    Map<Lens, Integer> counts(Map<Lens, ListWhere> lists, int limit) {
        var parameters = new HashMap<String, @Nullable Object>(Map.of("limit", limit));
        lists.values().forEach(each -> parameters.putAll(each.parameters()));
        var counts =
                lists.entrySet().stream()
                        .map(each ->
                                "(" + counting(each.getValue(), each.getKey() == Lens.PART) + ")")
                        .collect(Collectors.joining(",\n", "select ", ""));
        // Composed; tried by MatterListsTest.
        return db.sql(counts)
                .params(parameters)
                .query((row, _) -> counts(lists.keySet(), row))
                .single();
    }

    private static Map<Lens, Integer> counts(Set<Lens> lenses, ResultSet row) throws SQLException {
        var counts = new EnumMap<Lens, Integer>(Lens.class);
        int at = 0;
        for (Lens lens : lenses) {
            at++;
            counts.put(lens, row.getInt(at));
        }
        return counts;
    }

    static String counting(ListWhere where, boolean part) {
        return """
        select count(*)
        from (select 1 from %s where %s limit :limit) as counted
        """
                .formatted(
                        part
                                ? "matter.counted_part p join " + from(where) + " on " + ITS_MATTER
                                : from(where),
                        where.counted());
    }

    static MatterLine row(ResultSet row, int line) throws SQLException {
        String clock = row.getString("due_clock");
        return new MatterLine(
                Sql.uuid(row, "id"),
                row.getString("number"),
                row.getInt("version"),
                row.getString("title"),
                Kind.valueOf(row.getString("kind")),
                row.getString("category"),
                Channel.valueOf(row.getString("channel")),
                Stage.valueOf(row.getString("stage")),
                Sql.uuid(row, "place_id"),
                Sql.uuid(row, "holder_id"),
                Level.valueOf(row.getString("holder_level")),
                row.getBoolean("urgent"),
                row.getBoolean("danger"),
                row.getBoolean("unhappy"),
                row.getInt("redos"),
                row.getInt("passes"),
                row.getInt("supporters"),
                Sql.instant(row, "reported_at"),
                Sql.instant(row, "changed_at"),
                Sql.instantOrNull(row, "solved_at"),
                Sql.instantOrNull(row, "due_at"),
                Sql.instantOrNull(row, "warn_at"),
                clock == null ? null : ClockKind.valueOf(clock));
    }
}
