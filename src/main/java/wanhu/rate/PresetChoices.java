package wanhu.rate;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.base.Zones;

/** Which preset a county uses from which month on: chosen ahead, never for what has begun. */
@Service
class PresetChoices {
    static final int REASON_CHARACTERS_MAX = 500;
    private static final int CHOICES_MAX = 500;

    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock;

    PresetChoices(JdbcClient db, Audit audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wishes to choose. */
    record Wish(Preset preset, YearMonth from, boolean published, String reason) {}

    /** A run of months with one preset. */
    record Run(SumStore.Months months, Preset preset) {}

    /** All choices, the first made first. */
    @Transactional(readOnly = true)
    List<Chosen> list(int county) {
        return db.sql(
                        """
                        select seq, preset, edition, to_char(from_month, 'YYYY-MM') as from_month,
                            published, reason, by_name, at
                        from rate.choice
                        where county = :county
                        order by seq
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", CHOICES_MAX)
                .query((row, _) ->
                        new Chosen(
                                row.getInt("seq"),
                                Presets.find(row.getString("preset"), row.getInt("edition"))
                                        .orElseThrow(),
                                YearMonth.parse(row.getString("from_month")),
                                row.getBoolean("published"),
                                row.getString("reason"),
                                row.getString("by_name"),
                                Sql.instant(row, "at")))
                .list();
    }

    /** The preset of a month: the choice that begins last; of two such the one made last. */
    static Preset of(List<Chosen> choices, YearMonth month) {
        return choices.stream()
                .filter(each -> !each.from().isAfter(month))
                .reduce((one, later) -> later.from().isBefore(one.from()) ? one : later)
                .map(Chosen::preset)
                .orElse(Presets.usual());
    }

    /** Whether residents may read the rates of a month. */
    static boolean published(List<Chosen> choices, YearMonth month) {
        return choices.stream()
                .filter(each -> !each.from().isAfter(month))
                .reduce((one, later) -> later.from().isBefore(one.from()) ? one : later)
                .map(Chosen::published)
                .orElse(false);
    }

    /** The months in runs of one preset each. */
    static List<Run> runs(List<Chosen> choices, SumStore.Months months) {
        var runs = new ArrayList<Run>();
        var from = months.from();
        for (var at = from; !at.isAfter(months.until()); at = at.plusMonths(1)) {
            var next = at.plusMonths(1);
            boolean ends =
                    next.isAfter(months.until()) || !of(choices, next).equals(of(choices, at));
            if (ends) {
                runs.add(new Run(new SumStore.Months(from, at), of(choices, at)));
                from = next;
            }
        }
        return runs;
    }

    /** Whether this post chooses for the county. */
    static boolean may(Actor actor) {
        return actor.is(Role.LEADER) && actor.path().text().length() == OrgPath.COUNTY_LENGTH;
    }

    /**
     * Chooses.
     *
     * @throws Refused FORBIDDEN when this post may not, INVALID without a reason, RULE for a month
     *     that has begun or an edition that is not out by then
     */
    @Transactional
    void choose(Actor actor, Wish wish) {
        Refused.unless(Kind.FORBIDDEN, may(actor), "rate.refused.choose");
        var reason = wish.reason().strip();
        boolean said = !reason.isEmpty() && reason.length() <= REASON_CHARACTERS_MAX;
        Refused.unless(Kind.INVALID, said, "rate.refused.reason", REASON_CHARACTERS_MAX);
        var now = clock.instant();
        boolean ahead = wish.from().isAfter(YearMonth.from(Zones.day(now)));
        Refused.unless(Kind.RULE, ahead, "rate.refused.past");
        boolean out = !wish.from().atDay(1).isBefore(wish.preset().since());
        Refused.unless(Kind.RULE, out, "rate.refused.since");
        db.sql(
                        """
                        insert into rate.choice (county, seq, preset, edition, from_month, published,
                            reason, by_person, by_name, at)
                        select :county, coalesce(max(seq), 0) + 1, :preset, :edition, :from,
                            :published, :reason, :person, :name, :now
                        from rate.choice
                        where county = :county
                        """)
                .param("county", actor.county())
                .param("preset", wish.preset().code())
                .param("edition", wish.preset().edition())
                .param("from", RateItems.first(wish.from()))
                .param("published", wish.published())
                .param("reason", reason)
                .param("person", actor.person())
                .param("name", actor.title() + " " + actor.name())
                .param("now", Sql.at(now))
                .update();
        audit.record(
                actor,
                Act.of(Verb.RATE_PRESET_CHOSEN, actor.county())
                        .because(reason)
                        .with("preset", wish.preset().code() + " " + wish.preset().edition())
                        .with("from", wish.from())
                        .with("published", wish.published()));
    }
}
