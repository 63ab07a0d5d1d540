package wanhu.round;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;
import wanhu.base.Fen;
import wanhu.base.Refused;
import wanhu.calendar.Term;
import wanhu.calendar.TermUnit;
import wanhu.life.Hold;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.org.Tree;

/**
 * What somebody typed into one of the forms of an item; kept when it is refused.
 *
 * @param decision which form was sent
 * @param note beside 即办
 * @param until day of a plan
 * @param plan text of a plan
 * @param reason why it is raised
 * @param tried what was tried before it is raised
 * @param duty number of the item of the duty lists
 * @param urgentReason why it is raised urgently
 * @param urgentTried what was done at once
 * @param lead unit that leads
 * @param days working days of the lead; empty for the rule's term
 * @param with units that help
 * @param withDays their working days
 * @param instruction what is asked of them
 * @param advice of a hand-back
 * @param money of a hand-back, in yuan
 * @param people of a hand-back
 * @param carry why it was not dealt with
 */
record DecisionForm(
        @Nullable Outcome decision,
        @Nullable String note,
        @Nullable String until,
        @Nullable String plan,
        Reason.@Nullable Escalate reason,
        @Nullable String tried,
        @Nullable String duty,
        Reason.@Nullable Urgent urgentReason,
        @Nullable String urgentTried,
        @Nullable UUID lead,
        @Nullable String days,
        @Nullable List<UUID> with,
        @Nullable String withDays,
        @Nullable String instruction,
        @Nullable String advice,
        @Nullable String money,
        @Nullable String people,
        @Nullable String carry) {
    static final DecisionForm EMPTY =
            new DecisionForm(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null, null, null, null);

    private static final int TEXT_MAX = 2_000;
    private static final String HELPERS_TERM = "5";

    /** Text of a field for the page. */
    static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether the form of that decision was sent, and so stands open. */
    boolean sent(Outcome outcome) {
        return decision == outcome;
    }

    /**
     * The decision that was typed.
     *
     * @throws Refused INVALID when something is missing or can't be read
     */
    Decision read(Tree tree) {
        if (decision == null) {
            throw invalid("round.refused.choose");
        }
        return switch (decision) {
            case TAKEN_ON -> new Decision.TakeOn(text(note));
            case PLANNED -> new Decision.Plan(day(), needed(plan, "round.refused.plan"));
            case RAISED ->
                    new Decision.Raise(
                            given(reason), needed(tried, "round.refused.tried"), blank(duty));
            case RAISED_URGENTLY ->
                    new Decision.RaiseUrgently(
                            given(urgentReason), needed(urgentTried, "round.refused.tried"));
            case DISPATCHED -> dispatch(tree);
            case HANDED_BACK ->
                    new Decision.HandBack(
                            needed(advice, "round.refused.advice"), fen(), text(people));
            case CARRIED -> new Decision.Carry(needed(carry, "round.refused.reason"));
            case LEFT -> throw invalid("round.refused.choose");
        };
    }

    private Decision dispatch(Tree tree) {
        if (lead == null || tree.find(lead).isEmpty()) {
            throw invalid("round.refused.lead");
        }
        var helpers = new ArrayList<Step.CoHandler>();
        for (UUID unit :
                with == null
                        ? List.<UUID>of()
                        : with.stream().filter(Objects::nonNull).distinct().toList()) {
            var known = tree.find(unit).orElseThrow(() -> invalid("round.refused.lead"));
            var term = term(blank(withDays) == null ? HELPERS_TERM : text(withDays));
            helpers.add(new Step.CoHandler(unit, known.path(), term));
        }
        var own = blank(days) == null ? null : term(text(days));
        return new Decision.Dispatch(Hold.of(tree, lead), helpers, own, text(instruction), null);
    }

    private static Term term(String days) {
        try {
            return new Term(Integer.parseInt(days), TermUnit.WORKDAYS);
        } catch (IllegalArgumentException _) {
            throw invalid("round.refused.days");
        }
    }

    private LocalDate day() {
        try {
            return Days.read(text(until));
        } catch (DateTimeException _) {
            throw invalid("round.refused.until");
        }
    }

    private Fen fen() {
        var typed = text(money);
        try {
            var amount = typed.isEmpty() ? Fen.ZERO : Fen.ofYuan(typed);
            if (amount.amount() >= 0) {
                return amount;
            }
        } catch (IllegalArgumentException _) {
            throw invalid("round.refused.money");
        }
        throw invalid("round.refused.money");
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw invalid("round.refused.reason");
        }
        return value;
    }

    private static String needed(@Nullable String typed, String word) {
        var plain = text(typed);
        if (plain.isEmpty()) {
            throw invalid(word);
        }
        return plain;
    }

    private static @Nullable String blank(@Nullable String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }

    private static String text(@Nullable String typed) {
        var plain = typed == null ? "" : typed.strip();
        if (plain.length() > TEXT_MAX) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.long", TEXT_MAX);
        }
        return plain;
    }

    private static Refused invalid(String word) {
        return new Refused(Refused.Kind.INVALID, word);
    }
}
