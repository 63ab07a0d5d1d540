package wanhu.callback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Page;
import wanhu.base.Scope;
import wanhu.base.Sql;
import wanhu.base.Zones;
import wanhu.matter.MatterRounds;
import wanhu.matter.Waiting;

/** The list of calls, those first that are due first; and what the lots have come to. */
@Repository
class CallList {
    static final int ROWS_MAX = 30;

    /** Rows are counted no further than this. */
    static final int COUNT_ROWS_MAX = 1_000;

    private static final String WANTED =
            """
            from callback.call c
            where c.county = :county
                and c.place_path >= :scope_from and c.place_path < :scope_until
                and (c.handler_unit <> :unit or c.kind = 'PROMISED')
                and (:lot = '' or c.lot = :lot)
                and (:q = '' or position(:q in c.matter_number) > 0)
                and case :view
                    when 'OWED' then c.state = 'OPEN' and c.drawn
                    when 'TODAY' then c.state = 'OPEN' and c.drawn and c.due_at < :tomorrow
                        and c.last_attempt is distinct from :today
                    when 'TRIED' then c.state = 'OPEN' and c.attempts > 0
                    when 'PROMISED' then c.state = 'OPEN' and c.kind = 'PROMISED'
                    when 'SPARED' then c.state = 'OPEN' and not c.drawn
                    else c.state <> 'OPEN'
                end
            """;

    private final JdbcClient db;
    private final MatterRounds matters;
    private final Clock clock;

    CallList(JdbcClient db, MatterRounds matters, Clock clock) {
        this.db = db;
        this.matters = matters;
        this.clock = clock;
    }

    private record Row(Owed call, long key) {}

    /** A line of the list. */
    record Line(Owed call, String title) {}

    /** A piece of the list; what the post may not see of its matter is left out. */
    @Transactional(readOnly = true)
    Page<Line> page(Actor actor, Wanted wanted) {
        var after = Wanted.Mark.of(wanted.after());
        var parameters = parameters(actor, wanted);
        boolean back = wanted.shown() == Wanted.View.ENDED;
        var rows =
                db.sql(
                                """
                                select *
                                from (
                                    select %s, cast(%s date_part('epoch', c.due_at) * 1000 as bigint) as sort_key
                                    %s
                                ) c
                                where (c.sort_key, c.id) > (:after, :afterId)
                                order by c.sort_key, c.id
                                limit :limit
                                """
                                        .formatted(CallStore.COLUMNS, back ? "-" : "", WANTED))
                        .params(parameters)
                        .param("after", after.key())
                        .param("afterId", after.id())
                        .param("limit", ROWS_MAX + 1)
                        .query((row, number) ->
                                new Row(CallStore.read(row, number), row.getLong("sort_key")))
                        .list();
        boolean more = rows.size() > ROWS_MAX;
        var shown = more ? rows.subList(0, ROWS_MAX) : rows;
        var last = shown.isEmpty() ? null : shown.getLast();
        var next =
                more && last != null ? new Wanted.Mark(last.key(), last.call().id()).text() : null;
        return new Page<>(lines(actor, shown), count(parameters), next);
    }

    private List<Line> lines(Actor actor, List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(each -> each.call().matter()).distinct().toList();
        Map<UUID, String> titles =
                matters.named(actor.county(), ids).stream()
                        .collect(Collectors.toMap(Waiting::id, Waiting::title));
        return rows.stream()
                .filter(each -> titles.containsKey(each.call().matter()))
                .map(each -> new Line(each.call(), titles.getOrDefault(each.call().matter(), "")))
                .toList();
    }

    private int count(Map<String, Object> parameters) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select 1
                            %s
                            limit :most
                        ) counted
                        """
                                .formatted(WANTED))
                .params(parameters)
                .param("most", COUNT_ROWS_MAX)
                .query(Integer.class)
                .single();
    }

    /** How many are owed today. */
    @Transactional(readOnly = true)
    int today(Actor actor) {
        return count(parameters(actor, new Wanted(Wanted.View.TODAY, null, null, null)));
    }

    private Map<String, Object> parameters(Actor actor, Wanted wanted) {
        var today = Zones.day(clock.instant());
        var parameters = new HashMap<String, Object>(Scope.of(actor).parameters());
        parameters.put("unit", actor.unit());
        parameters.put("lot", wanted.lotName());
        parameters.put("q", wanted.text());
        parameters.put("view", wanted.shown().name());
        parameters.put("today", today);
        parameters.put("tomorrow", Sql.at(Zones.startOf(today.plusDays(1))));
        return parameters;
    }

    /**
     * What the lots of a month have come to in one group.
     *
     * @param least the smallest share that was stated in the month, in per cent
     * @param most the largest
     * @param rated rated by themselves before anybody called
     */
    record Figures(
            Lot lot,
            int least,
            int most,
            int answered,
            int drawn,
            int reached,
            int missed,
            int rated,
            int open) {
        /** Share that was drawn, 0 to 1. */
        double share() {
            return answered == 0 ? 0 : (double) drawn / answered;
        }
    }

    /** The groups of a month of the whole county; a month with nothing has none. */
    @Transactional(readOnly = true)
    List<Figures> figures(Actor actor, LocalDate month) {
        return db.sql(
                        """
                        select c.lot, min(c.percent) as least, max(c.percent) as most, count(*) as answered,
                            count(*) filter (where c.drawn) as drawn,
                            count(*) filter (where c.drawn and c.state = 'REACHED') as reached,
                            count(*) filter (where c.drawn and c.state = 'NOT_REACHED') as missed,
                            count(*) filter (where c.state = 'RATED') as rated,
                            count(*) filter (where c.drawn and c.state = 'OPEN') as open
                        from callback.call c
                        where c.county = :county and c.month = :month
                            and c.place_path >= :scope_from and c.place_path < :scope_until
                        group by c.lot
                        order by c.lot
                        """)
                .params(parameters(actor, new Wanted(null, null, null, null)))
                .param("month", month)
                .query((row, _) ->
                        new Figures(
                                Lot.valueOf(row.getString("lot")),
                                row.getInt("least"),
                                row.getInt("most"),
                                row.getInt("answered"),
                                row.getInt("drawn"),
                                row.getInt("reached"),
                                row.getInt("missed"),
                                row.getInt("rated"),
                                row.getInt("open")))
                .list();
    }
}
