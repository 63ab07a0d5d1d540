package wanhu.supervise;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.life.Matter;
import wanhu.matter.Matters;

/** 催办 by a person: the unit that has a matter is reminded, by each unit above it once a day. */
@Service
class Chases {
    static final int TEXT_CHARACTERS_MAX = 500;

    private final JdbcClient db;
    private final Matters matters;
    private final Supervisions supervisions;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Chases(
            JdbcClient db,
            Matters matters,
            Supervisions supervisions,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.db = db;
        this.matters = matters;
        this.supervisions = supervisions;
        this.audit = audit;
        this.clock = clock;
        this.facts = facts;
    }

    /** A reminder, as the matter's page shows it. */
    record Reminder(UUID to, String byName, String text, Instant at) {}

    /**
     * Reminds the unit that has the matter.
     *
     * @throws Refused FORBIDDEN when this post is not above it, CONFLICT when its unit did so today
     */
    @Transactional
    void remind(Actor actor, String number, String text) {
        var matter = matters.get(actor, number);
        Refused.unless(
                Kind.FORBIDDEN, supervisions.mayIssue(actor, matter), "supervise.refused.issue");
        var said = text.strip();
        Refused.unless(
                Kind.INVALID,
                !said.isEmpty() && said.length() <= TEXT_CHARACTERS_MAX,
                "supervise.refused.reason",
                TEXT_CHARACTERS_MAX);
        var now = clock.instant();
        Refused.unless(Kind.CONFLICT, insert(actor, matter, said, now), "supervise.refused.today");
        audit.record(actor, Act.of(Verb.REMINDED, matter.id()).with("matter", matter.number()));
        facts.publishEvent(
                new Notified(
                        matter.county(),
                        Notified.News.REMINDED,
                        matter.parties().handlerOrHolder().unit(),
                        matter.number(),
                        matter.number(),
                        "/matters/" + matter.number(),
                        now));
    }

    private boolean insert(Actor actor, Matter matter, String text, Instant now) {
        return db.sql(
                                """
                                insert into supervise.reminder (county, id, matter_id, to_unit, by_person, by_unit, by_name,
                                    on_day, at, text)
                                values (:county, :id, :matter, :to, :person, :unit, :name, :day, :at, :text)
                                on conflict (county, matter_id, by_unit, on_day) do nothing
                                """)
                        .param("county", matter.county())
                        .param("id", Ids.next())
                        .param("matter", matter.id())
                        .param("to", matter.parties().handlerOrHolder().unit())
                        .param("person", actor.person())
                        .param("unit", actor.unit())
                        .param("name", actor.title() + " " + actor.name())
                        .param("day", Zones.day(now))
                        .param("at", Sql.at(now))
                        .param("text", text)
                        .update()
                == 1;
    }

    /** The reminders of a matter, newest first. */
    @Transactional(readOnly = true)
    List<Reminder> ofMatter(int county, UUID matter) {
        return db.sql(
                        """
                        select to_unit, by_name, text, at
                        from supervise.reminder
                        where county = :county and matter_id = :matter
                        order by at desc, id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("limit", SupervisionStore.OF_MATTER_ROWS_MAX)
                .query((row, _) ->
                        new Reminder(
                                Sql.uuid(row, "to_unit"),
                                row.getString("by_name"),
                                row.getString("text"),
                                Sql.instant(row, "at")))
                .list();
    }
}
