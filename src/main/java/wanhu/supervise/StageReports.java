package wanhu.supervise;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.calendar.Deadline;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.matter.MatterMoved;
import wanhu.matter.Matters;
import wanhu.org.Units;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockKind;
import wanhu.promise.ClockReached;
import wanhu.promise.Clocks;
import wanhu.promise.PromisesStale;

/**
 * 首接负责制 and 阶段报告: what was not finished in time is told about until it is solved. One is owed when
 * the time has run out, and the next one when the last was given.
 */
@Service
class StageReports {
    private static final int WHOLE = 100;
    private static final Set<ClockKind> FINISHES = EnumSet.of(ClockKind.FINISH, ClockKind.PLAN);
    private static final int NEXT_CHARACTERS_MAX = 500;

    private final StageReportStore store;
    private final FoundStore prompts;
    private final Seen seen;
    private final Matters matters;
    private final Units units;
    private final Clocks clocks;
    private final Laws laws;
    private final Calendars calendars;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    StageReports(
            StageReportStore store,
            FoundStore prompts,
            Seen seen,
            Matters matters,
            Units units,
            Clocks clocks,
            Laws laws,
            Calendars calendars,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.prompts = prompts;
        this.seen = seen;
        this.matters = matters;
        this.units = units;
        this.clocks = clocks;
        this.laws = laws;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
        this.facts = facts;
    }

    @EventListener
    void on(ClockReached fact) {
        if (fact.percent() < WHOLE) {
            return;
        }
        if (FINISHES.contains(fact.kind())) {
            var matter = matters.get(fact.county(), fact.subject());
            if (matter.stage().unsolved()) {
                owe(matter, RuleKey.STAGE_REPORT, fact.at());
            }
        } else if (fact.kind() == ClockKind.STAGE_REPORT) {
            store.lock(fact.county(), fact.subject()).ifPresent(report -> late(report, fact.at()));
        }
    }

    /** Solved, or another unit leads: nobody owes this one any more. */
    @EventListener
    void on(MatterMoved fact) {
        var after = fact.after();
        boolean solved = fact.before().stage().unsolved() && !after.stage().unsolved();
        var lead = after.parties().handler();
        boolean another =
                lead != null
                        && !Objects.equals(unit(fact.before().parties().handler()), unit(lead));
        if (solved || another) {
            store.lapse(after.county(), after.id(), fact.at())
                    .forEach(report -> stop(after.county(), report, fact.at()));
        }
    }

    private static @Nullable UUID unit(@Nullable Hold hold) {
        return hold == null ? null : hold.unit();
    }

    @EventListener
    void on(PromisesStale fact) {
        store.lock(fact.county(), fact.subject())
                .ifPresent(report -> clocks.recompute(report.county(), report.id(), fact.at()));
    }

    private void owe(Matter matter, RuleKey rule, Instant now) {
        var term = laws.term(matter.county(), rule, Zones.day(now));
        var first = matters.timeline(matter).getFirst().holderTo();
        var lead = unit(matter.parties().handler());
        var report =
                new StageReport(
                        matter.county(),
                        Ids.next(),
                        new Supervision.Of(matter.id(), matter.number()),
                        store.turns(matter.county(), matter.id()) + 1,
                        lead == null ? first : lead,
                        first,
                        now,
                        Deadline.due(now, term, calendars.of(matter.county())),
                        null);
        if (!store.add(report)) {
            return;
        }
        clocks.apply(
                matter.county(),
                report.id(),
                List.of(new ClockChange.Start(ClockKind.STAGE_REPORT, term)),
                now);
        facts.publishEvent(
                new Notified(
                        matter.county(),
                        Notified.News.REPORT_OWED,
                        report.unit(),
                        matter.number(),
                        matter.number(),
                        "/supervise/reports",
                        now));
    }

    private void late(StageReport report, Instant now) {
        var tree = units.tree(report.county());
        var rank = Rank.over(tree, report.unit());
        var prompt =
                new Prompt(
                        report.county(),
                        Ids.next(),
                        report.of().matter(),
                        report.of().number(),
                        Prompt.Rule.REPORT_LATE,
                        Integer.toString(report.turn()),
                        report.turn(),
                        0,
                        rank,
                        rank.seat(tree, report.unit()),
                        report.unit(),
                        null,
                        now);
        if (prompts.add(prompt)) {
            facts.publishEvent(Prompts.news(prompt));
        }
    }

    private void stop(int county, UUID report, Instant now) {
        clocks.apply(county, report, List.of(new ClockChange.Stop(ClockKind.STAGE_REPORT)), now);
    }

    /** Whether this post gives the report: a clerk of the unit that owes it. */
    boolean mayGive(Actor actor, StageReport report) {
        boolean clerk = !actor.is(Role.LEADER, Role.FOLLOW_UP) && !actor.role().apart();
        var unit = units.tree(actor.county()).find(report.unit());
        return clerk
                && report.given() == null
                && (actor.unit().equals(report.unit())
                        || (actor.is(Role.VILLAGE_CLERK)
                                && unit.filter(each -> actor.covers(each.path())).isPresent()));
    }

    /** What somebody says in a report. */
    record Said(String text, String next, @Nullable LocalDate expected) {}

    /**
     * Gives a report; while the matter is still late, the next one is owed.
     *
     * @throws Refused MISSING when none is owed by this post's unit, INVALID without words
     */
    @Transactional
    void give(Actor actor, UUID id, Said said) {
        var report =
                store.lock(actor.county(), id)
                        .filter(each -> mayGive(actor, each))
                        .orElseThrow(Supervisions::missing);
        Refused.unless(Kind.INVALID, !said.text().isBlank(), "supervise.refused.text");
        Refused.unless(
                Kind.INVALID,
                said.text().length() <= Decision.TEXT_CHARACTERS_MAX
                        && said.next().length() <= NEXT_CHARACTERS_MAX,
                "supervise.refused.long",
                Decision.TEXT_CHARACTERS_MAX);
        var now = clock.instant();
        var by = actor.title() + " " + actor.name();
        store.give(
                report,
                new StageReport.Given(
                        now, by, said.text().strip(), said.next().strip(), said.expected()));
        stop(actor.county(), id, now);
        prompts.lapse(actor.county(), report.of().matter(), List.of(Prompt.Rule.REPORT_LATE), now);
        audit.record(
                actor,
                wanhu.base.Act.of(Verb.STAGE_REPORTED, report.of().matter())
                        .with("turn", report.turn())
                        .with("matter", report.of().number()));
        var matter = matters.get(actor.county(), report.of().matter());
        if (matter.stage().unsolved()) {
            owe(matter, RuleKey.STAGE_REPORT_EVERY, now);
        }
    }

    /** A piece of those that are owed, the first due first. */
    @Transactional(readOnly = true)
    Page<StageReport> owed(Actor actor, Key after) {
        var rows = store.owed(seen.parameters(actor), after, Prompts.ROWS_MAX + 1);
        boolean more = rows.size() > Prompts.ROWS_MAX;
        var shown = more ? rows.subList(0, Prompts.ROWS_MAX) : rows;
        var next = more ? new Key(shown.getLast().due(), shown.getLast().id()).text() : null;
        return new Page<>(shown, -1, next);
    }

    /** Those that were given last. */
    @Transactional(readOnly = true)
    List<StageReport> given(Actor actor) {
        return store.given(seen.parameters(actor), Prompts.ROWS_MAX);
    }

    /** Those of a matter, newest first. */
    @Transactional(readOnly = true)
    List<StageReport> ofMatter(int county, UUID matter) {
        return store.ofMatter(county, matter);
    }
}
