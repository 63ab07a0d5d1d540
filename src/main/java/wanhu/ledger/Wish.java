package wanhu.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;
import wanhu.base.PersonalData;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * What a project shall be, checked. All of its texts become public when it is chosen, so none may
 * carry personal numbers.
 *
 * @param year the year plan to which it belongs
 * @param place unit in which it lies
 * @param with units that help
 * @param leader who answers for it; null until somebody claims it
 * @param milestones the plan; the weights make 100
 */
public record Wish(
        String title,
        String summary,
        int year,
        UUID place,
        UUID responsible,
        List<UUID> with,
        Project.@Nullable Leader leader,
        Fen budget,
        String funding,
        Project.Promise promise,
        List<Milestone> milestones) {
    /** Longest title in characters. */
    public static final int TITLE_CHARACTERS_MAX = 100;

    /** Longest summary and longest promise in characters. */
    public static final int TEXT_CHARACTERS_MAX = 2_000;

    /** Longest name of a source of money, a leader or a leader's post, in characters. */
    public static final int LINE_CHARACTERS_MAX = 100;

    /** Most milestones of a project. */
    public static final int MILESTONES_MAX = 12;

    /** Most units that help. */
    public static final int UNITS_MAX = 10;

    /** Largest budget: ten billion yuan, in fen. */
    static final long BUDGET_FEN_MAX = 1_000_000_000_000L;

    /** Largest count of households, people or mu. */
    static final int COUNT_MAX = 10_000_000;

    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2100;
    private static final int WHOLE_PERCENT = 100;

    public Wish {
        title = needed(title, "ledger.refused.title", TITLE_CHARACTERS_MAX);
        summary = needed(summary, "ledger.refused.summary", TEXT_CHARACTERS_MAX);
        funding = needed(funding, "ledger.refused.funding", LINE_CHARACTERS_MAX);
        promise =
                new Project.Promise(
                        needed(promise.text(), "ledger.refused.promise", TEXT_CHARACTERS_MAX),
                        promise.deadline(),
                        promise.reach());
        leader = leader == null ? null : named(leader);
        with = List.copyOf(with);
        Refused.unless(Kind.INVALID, year >= YEAR_MIN && year <= YEAR_MAX, "ledger.refused.year");
        Refused.unless(
                Kind.INVALID,
                budget.amount() >= 0 && budget.amount() <= BUDGET_FEN_MAX,
                "ledger.refused.money");
        Refused.unless(Kind.INVALID, with.size() <= UNITS_MAX, "ledger.refused.with", UNITS_MAX);
        reach(promise.reach());
        milestones = milestones.stream().map(Wish::named).toList();
        plan(milestones, promise.deadline());
    }

    Wish ledBy(Project.@Nullable Leader other) {
        return new Wish(
                title,
                summary,
                year,
                place,
                responsible,
                with,
                other,
                budget,
                funding,
                promise,
                milestones);
    }

    private static Project.Leader named(Project.Leader leader) {
        return new Project.Leader(
                leader.post(),
                leader.unit(),
                needed(leader.name(), "ledger.refused.leader", LINE_CHARACTERS_MAX),
                needed(leader.title(), "ledger.refused.leader", LINE_CHARACTERS_MAX));
    }

    private static Milestone named(Milestone plan) {
        var name =
                needed(plan.name(), "ledger.refused.milestone-name", Milestone.NAME_CHARACTERS_MAX);
        return new Milestone(plan.position(), name, plan.weight(), plan.due(), plan.reached());
    }

    private static void reach(Project.Reach reach) {
        for (int count : new int[] {reach.households(), reach.people(), reach.mu()}) {
            Refused.unless(
                    Kind.INVALID,
                    count >= 0 && count <= COUNT_MAX,
                    "ledger.refused.count",
                    COUNT_MAX);
        }
    }

    private static void plan(List<Milestone> milestones, LocalDate deadline) {
        Refused.unless(
                Kind.INVALID,
                !milestones.isEmpty() && milestones.size() <= MILESTONES_MAX,
                "ledger.refused.milestones",
                MILESTONES_MAX);
        for (Milestone each : milestones) {
            Refused.unless(
                    Kind.INVALID, each.weight() > 0, "ledger.refused.weight", each.position());
            Refused.unless(
                    Kind.INVALID,
                    !each.due().isAfter(deadline),
                    "ledger.refused.milestone-due",
                    each.position(),
                    deadline);
        }
        int sum = milestones.stream().mapToInt(Milestone::weight).sum();
        Refused.unless(Kind.INVALID, sum == WHOLE_PERCENT, "ledger.refused.weights", sum);
    }

    /**
     * A text that is there, is not too long, and may become public.
     *
     * @param word refusal when it is missing or too long; its argument is the greatest length
     */
    static String needed(String text, String word, int charactersMax) {
        var clean = clean(text);
        Refused.unless(Kind.INVALID, !clean.isEmpty(), word, charactersMax);
        Refused.unless(
                Kind.INVALID,
                clean.codePointCount(0, clean.length()) <= charactersMax,
                word,
                charactersMax);
        return presentable(clean);
    }

    /** A text that may become public: without identity, phone and card numbers. */
    static String presentable(String text) {
        var found = PersonalData.find(text);
        if (!found.isEmpty()) {
            var first = found.getFirst();
            throw new Refused(
                    Kind.RULE,
                    "ledger.refused.personal-data",
                    found.size(),
                    text.substring(first.from(), first.until()));
        }
        return text;
    }

    /** Without control characters and marks that turn the direction of writing (CWE-451). */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
    }
}
