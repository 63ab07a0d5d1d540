package wanhu.supervise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Page;
import wanhu.base.Sql;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.calendar.Deadline;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.MatterMoved;
import wanhu.org.Units;
import wanhu.supervise.Request.Decision;
import wanhu.supervise.Request.Kind;

/**
 * The desks of returns and extensions: follows what units ask for and what is decided, and shows it
 * to who decides, with how often it was asked and how often the rule allows it. Decided is on the
 * page of the matter, with the duty lists beside it.
 */
@Service
class Requests {
    private final JdbcClient db;
    private final Seen seen;
    private final Units units;
    private final Laws laws;
    private final Calendars calendars;

    Requests(JdbcClient db, Seen seen, Units units, Laws laws, Calendars calendars) {
        this.db = db;
        this.seen = seen;
        this.units = units;
        this.laws = laws;
        this.calendars = calendars;
    }

    @EventListener
    void on(MatterMoved fact) {
        switch (fact.step()) {
            case Step.AskReturn ask -> ask(fact, Kind.RETURN, ask.note(), "");
            case Step.AskExtension ask ->
                    ask(fact, Kind.EXTENSION, ask.note(), ask.term().toString());
            case Step _ -> settle(fact);
        }
    }

    private void settle(MatterMoved fact) {
        var before = fact.before();
        boolean left =
                before.stage() == Stage.RETURN_ASKED && fact.after().stage() != Stage.RETURN_ASKED;
        if (left) {
            boolean no = fact.step() instanceof Step.RefuseReturn;
            decide(fact, Kind.RETURN, no ? Decision.REFUSED : Decision.GRANTED);
        }
        if (before.tally().extension() != null && fact.after().tally().extension() == null) {
            decide(fact, Kind.EXTENSION, extension(fact.step()));
        }
    }

    private static Decision extension(Step step) {
        return switch (step) {
            case Step.GrantExtension _ -> Decision.GRANTED;
            case Step.RefuseExtension _ -> Decision.REFUSED;
            case Step _ -> Decision.ENDED;
        };
    }

    private void ask(MatterMoved fact, Kind kind, String reason, String term) {
        var after = fact.after();
        var tree = units.tree(after.county());
        var holder = after.parties().holder().unit();
        var asked = fact.before().parties().holder().unit();
        var to = kind == Kind.RETURN ? holder : Rank.over(tree, holder).seat(tree, holder);
        db.sql(
                        """
                        insert into supervise.request (county, id, matter_id, matter_number, kind, asked_unit, to_unit,
                            asked_by, reason, term, times, times_max, asked_at, due_at)
                        values (:county, :id, :matter, :number, :kind, :asked, :to,
                            :by, :reason, :term, :times, :most, :at, :due)
                        on conflict (county, matter_id, kind) where decision is null do nothing
                        """)
                .param("county", after.county())
                .param("id", Ids.next())
                .param("matter", after.id())
                .param("number", after.number())
                .param("kind", kind.name())
                .param("asked", asked)
                .param("to", to)
                .param("by", name(fact.by()))
                .param("reason", reason)
                .param("term", term)
                .param("times", kind == Kind.RETURN ? after.tally().returns() : 1)
                .param("most", most(after, kind, fact.at()))
                .param("at", Sql.at(fact.at()))
                .param("due", Sql.at(due(after, fact.at())))
                .update();
    }

    private int most(Matter matter, Kind kind, Instant now) {
        var key = kind == Kind.RETURN ? RuleKey.RETURN_COUNT_MAX : RuleKey.EXTENSION_COUNT_MAX;
        return laws.number(matter.county(), key, Zones.day(now));
    }

    private Instant due(Matter matter, Instant now) {
        var term = laws.term(matter.county(), RuleKey.RETURN_DECISION, Zones.day(now));
        return Deadline.due(now, term, calendars.of(matter.county()));
    }

    private void decide(MatterMoved fact, Kind kind, Decision decision) {
        db.sql(
                        """
                        update supervise.request
                        set decision = :decision, decided_at = :at, decided_by = :by
                        where county = :county and matter_id = :matter and kind = :kind and decision is null
                        """)
                .param("county", fact.county())
                .param("matter", fact.after().id())
                .param("kind", kind.name())
                .param("decision", decision.name())
                .param("at", Sql.at(fact.at()))
                .param("by", name(fact.by()))
                .update();
    }

    private static String name(By by) {
        return switch (by) {
            case By.Staff(var actor) -> actor.title() + " " + actor.name();
            case By.OnBehalf(var actor, _) -> actor.title() + " " + actor.name();
            case By.Requester _, By.Rule _ -> "";
        };
    }

    /** A piece of what waits for a decision, the first due first. */
    @Transactional(readOnly = true)
    Page<Request> page(Actor actor, @Nullable Kind kind, Key after) {
        var rows = rows(actor, kind, after, Prompts.ROWS_MAX + 1);
        boolean more = rows.size() > Prompts.ROWS_MAX;
        var shown = more ? rows.subList(0, Prompts.ROWS_MAX) : rows;
        var next = more ? new Key(shown.getLast().due(), shown.getLast().id()).text() : null;
        return new Page<>(shown, -1, next);
    }

    private List<Request> rows(Actor actor, @Nullable Kind kind, Key after, int limit) {
        return db.sql(
                        """
                        select s.id, s.matter_id, s.matter_number, s.kind, s.asked_unit, s.to_unit, s.asked_by, s.reason,
                            s.term, s.times, s.times_max, s.asked_at, s.due_at
                        from supervise.request s
                        where %s and s.decision is null and (:kind = '' or s.kind = :kind)
                            and (s.due_at, s.id) > (:after, :afterId)
                        order by s.due_at, s.id
                        limit :limit
                        """
                                .formatted(Seen.ROWS.formatted("to_unit", "asked_unit")))
                .params(seen.parameters(actor))
                .param("kind", kind == null ? "" : kind.name())
                .param("after", Sql.at(after.at()))
                .param("afterId", after.id())
                .param("limit", limit)
                .query(Requests::read)
                .list();
    }

    private static Request read(ResultSet row, int rowNumber) throws SQLException {
        return new Request(
                Sql.uuid(row, "id"),
                new Supervision.Of(Sql.uuid(row, "matter_id"), row.getString("matter_number")),
                Kind.valueOf(row.getString("kind")),
                Sql.uuid(row, "asked_unit"),
                Sql.uuid(row, "to_unit"),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getString("term"),
                row.getInt("times"),
                row.getInt("times_max"),
                Sql.instant(row, "asked_at"),
                Sql.instant(row, "due_at"));
    }
}
