package wanhu.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Word;

/** Decides what an act makes of a project. Pure. */
final class Decision {
    /** Most people asked in one check. */
    static final int ASKED_MAX = 1_000_000;

    private final Project project;
    private final Ground ground;

    private Decision(Project project, Ground ground) {
        this.project = project;
        this.ground = ground;
    }

    /**
     * The project after the act.
     *
     * @throws Refused CONFLICT when the phase does not allow it, FORBIDDEN when these hands may
     *     not, INVALID or RULE when it lacks something
     */
    static Project next(Project project, Act act, Ground ground) {
        var line =
                Life.find(project.phase(), act.getClass())
                        .orElseThrow(() ->
                                new Refused(
                                        Kind.CONFLICT,
                                        "ledger.refused.phase",
                                        project.number(),
                                        Word.of("ledger.phase." + project.phase()),
                                        Word.of("ledger.act." + act.name())));
        if (line.hands().stream().noneMatch(ground.hands()::contains)) {
            throw new Refused(Kind.FORBIDDEN, "ledger.refused.hand." + act.name());
        }
        var decided = new Decision(project, ground).take(act);
        return decided.with(
                line.to() == null ? project.phase() : line.to(), times(decided, line.to(), ground));
    }

    private static Project.Times times(Project project, @Nullable Phase to, Ground ground) {
        var times = project.times();
        return to == null ? times : times(times, to, ground);
    }

    private static Project.Times times(Project.Times times, Phase to, Ground ground) {
        var now = ground.now();
        return switch (to) {
            case PROPOSED, RATED -> times;
            case CHOSEN -> new Project.Times(times.proposed(), now, null, null, null);
            case STARTED -> {
                var started = times.started() == null ? now : times.started();
                yield new Project.Times(times.proposed(), times.chosen(), started, null, null);
            }
            case DONE ->
                    new Project.Times(times.proposed(), times.chosen(), times.started(), now, null);
            case STRUCK_OFF, DROPPED ->
                    new Project.Times(
                            times.proposed(), times.chosen(), times.started(), times.done(), now);
        };
    }

    private Project take(Act act) {
        return switch (act) {
            case Act.Propose _, Act.Link _, Act.Hear _, Act.Start _ -> project;
            case Act.Amend amend -> amend(amend);
            case Act.Claim _ -> claim();
            case Act.Choose choose -> choose(choose);
            case Act.Report report -> report(report);
            case Act.Finish finish -> finish(finish);
            case Act.Check check -> check(check);
            case Act.Reopen reopen -> because(reopen.reason());
            case Act.StrikeOff _ -> strikeOff();
            case Act.Drop drop -> because(drop.reason());
        };
    }

    /** What was reached stays reached; the money already spent stays within the budget. */
    private Project amend(Act.Amend amend) {
        var wished = Objects.requireNonNull(ground.amended());
        if (project.published()) {
            given(amend.reason(), "ledger.refused.reason");
        }
        rule(
                project.money().spent().compareTo(wished.money().budget()) <= 0,
                "ledger.refused.over-budget",
                project.money().spent().yuan());
        return wished.with(wished.money(), kept(wished.milestones()));
    }

    private List<Milestone> kept(List<Milestone> wished) {
        for (Milestone old : project.milestones()) {
            boolean same =
                    wished.size() >= old.position() && same(old, wished.get(old.position() - 1));
            rule(!old.done() || same, "ledger.refused.reached-changed", old.position(), old.name());
        }
        return wished.stream().map(this::keptReached).toList();
    }

    private Milestone keptReached(Milestone wished) {
        return project.milestones().stream()
                .filter(old -> old.position() == wished.position() && old.done())
                .findFirst()
                .orElse(wished);
    }

    private static boolean same(Milestone old, Milestone wished) {
        return old.name().equals(wished.name()) && old.weight() == wished.weight();
    }

    private Project claim() {
        var parties = project.parties();
        return project.with(
                new Project.Parties(
                        parties.proposer(), parties.responsible(), parties.with(), ground.actor()));
    }

    private Project choose(Act.Choose choose) {
        given(choose.basis(), "ledger.refused.basis");
        rule(project.parties().leader() != null, "ledger.refused.no-leader");
        rule(
                !project.promise().deadline().isBefore(ground.today()),
                "ledger.refused.deadline-past",
                project.promise().deadline());
        return project;
    }

    private Project report(Act.Report report) {
        given(report.text(), "ledger.refused.text");
        var today = ground.today();
        Refused.unless(
                Kind.INVALID, !report.on().isAfter(today), "ledger.refused.on-future", today);
        var money = project.money();
        boolean sound = report.spent().amount() >= 0;
        Refused.unless(Kind.INVALID, sound, "ledger.refused.money");
        var spent = money.spent().plus(report.spent());
        rule(
                spent.compareTo(money.budget()) <= 0,
                "ledger.refused.over-budget",
                new Fen(money.budget().amount() - money.spent().amount()).yuan());
        return project.with(
                new Project.Money(money.budget(), money.funding(), spent),
                reached(report.reached(), report.on()));
    }

    private List<Milestone> reached(Set<Integer> positions, LocalDate on) {
        boolean ahead =
                positions.stream()
                        .allMatch(at ->
                                project.milestones().stream()
                                        .anyMatch(each -> each.position() == at && !each.done()));
        rule(ahead, "ledger.refused.reached-before");
        return project.milestones().stream()
                .map(each -> positions.contains(each.position()) ? each.reachedOn(on) : each)
                .toList();
    }

    private Project finish(Act.Finish finish) {
        given(finish.result(), "ledger.refused.result");
        long ahead = project.milestones().stream().filter(each -> !each.done()).count();
        rule(ahead == 0, "ledger.refused.milestones-ahead", ahead);
        return project;
    }

    private Project check(Act.Check check) {
        given(check.method(), "ledger.refused.method");
        boolean sound =
                check.asked() >= 1
                        && check.asked() <= ASKED_MAX
                        && check.satisfied() >= 0
                        && check.satisfied() <= check.asked();
        Refused.unless(Kind.INVALID, sound, "ledger.refused.asked");
        return project;
    }

    private Project strikeOff() {
        rule(ground.heard() > 0, "ledger.refused.unheard");
        return project;
    }

    private Project because(String reason) {
        given(reason, "ledger.refused.reason");
        return project;
    }

    private static void given(String text, String word) {
        Refused.unless(Kind.INVALID, !text.isBlank(), word);
    }

    private static void rule(boolean holds, String word, Object... arguments) {
        Refused.unless(Kind.RULE, holds, word, arguments);
    }
}
