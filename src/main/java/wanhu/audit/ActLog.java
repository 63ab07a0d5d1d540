package wanhu.audit;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.vault.Origins;

/** Writes acts, in the transaction of what they record. */
@Component
class ActLog implements Audit {
    private static final int REASON_CHARACTERS_MAX = 500;

    private final JdbcClient db;
    private final Origins origins;
    private final Clock clock;

    ActLog(JdbcClient db, Origins origins, Clock clock) {
        this.db = db;
        this.origins = origins;
        this.clock = clock;
    }

    /** Who acted, as far as it is known. */
    private record Who(
            int county,
            @Nullable UUID person,
            @Nullable UUID post,
            @Nullable UUID unit,
            @Nullable String path,
            String title) {}

    @Override
    @Transactional
    public UUID record(Actor actor, Act act) {
        return write(
                new Who(
                        actor.county(),
                        actor.person(),
                        actor.post(),
                        actor.unit(),
                        actor.path().text(),
                        actor.title()),
                act);
    }

    @Override
    @Transactional
    public void record(int county, UUID person, Act act) {
        write(new Who(county, person, null, null, null, ""), act);
    }

    @Override
    @Transactional
    public void record(int county, Act act) {
        write(new Who(county, null, null, null, null, ""), act);
    }

    @Override
    @Transactional
    public void during(Actor actor, Act act, Runnable work) {
        work.run();
        record(actor, act);
    }

    private UUID write(Who who, Act act) {
        var id = Ids.next();
        var origin = origins.now();
        db.sql(
                        """
                        insert into audit.act (county, id, at, person, post, unit, path, title, verb, thing, object,
                          reason, facts, request, address)
                        values (:county, :id, :at, :person, :post, :unit, :path, :title, :verb, :thing, :object,
                          :reason, :facts, :request, :address)
                        """)
                .param("county", who.county())
                .param("id", id)
                .param("at", Sql.at(clock.instant()))
                .param("person", who.person())
                .param("post", who.post())
                .param("unit", who.unit())
                .param("path", who.path())
                .param("title", who.title())
                .param("verb", act.verb().name())
                .param("thing", act.verb().thing().name())
                .param("object", act.object())
                .param("reason", cut(act.reason()))
                .param("facts", Canon.json(act.facts()))
                .param("request", origin.request())
                .param("address", residents(who, act) ? null : origin.address())
                .update();
        return id;
    }

    private static String cut(String reason) {
        return reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS_MAX));
    }

    /** Of a resident no sign is kept of where she came from; who guesses a login is no resident. */
    private static boolean residents(Who who, Act act) {
        return who.person() == null && act.verb() != Verb.SIGN_IN_REFUSED;
    }
}
