package wanhu.round;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;
import wanhu.calendar.Term;
import wanhu.life.Hold;
import wanhu.life.Reason;
import wanhu.life.Step;

/** What a meeting may decide on an item, with exactly what it needs. */
public sealed interface Decision {
    /** 即办: this body does it. */
    record TakeOn(String note) implements Decision {}

    /** 列入计划: this body does it by a day. */
    record Plan(LocalDate until, String plan) implements Decision {}

    /** 上报: why not here, and what was tried. */
    record Raise(Reason.Escalate reason, String tried, @Nullable String dutyItem)
            implements Decision {}

    /** 紧急提级: at once, to be confirmed above. */
    record RaiseUrgently(Reason.Urgent reason, String tried) implements Decision {}

    /** 派单: to a lead, with co-handlers and a term; null for the rule's term. */
    record Dispatch(
            Hold lead,
            List<Step.CoHandler> with,
            @Nullable Term term,
            String instruction,
            @Nullable String dutyItem)
            implements Decision {
        public Dispatch {
            with = List.copyOf(with);
        }
    }

    /** 交回下级. */
    record HandBack(String advice, Fen money, String people) implements Decision {}

    /** 本次未议: on to the next meeting; the reason is told in the minutes. */
    record Carry(String reason) implements Decision {}

    /** What the list shows of it afterwards. */
    default Outcome outcome() {
        return switch (this) {
            case TakeOn _ -> Outcome.TAKEN_ON;
            case Plan _ -> Outcome.PLANNED;
            case Raise _ -> Outcome.RAISED;
            case RaiseUrgently _ -> Outcome.RAISED_URGENTLY;
            case Dispatch _ -> Outcome.DISPATCHED;
            case HandBack _ -> Outcome.HANDED_BACK;
            case Carry _ -> Outcome.CARRIED;
        };
    }

    /** The text that stands in the minutes. */
    default String note() {
        return switch (this) {
            case TakeOn(var note) -> note;
            case Plan(_, var plan) -> plan;
            case Raise(_, var tried, _) -> tried;
            case RaiseUrgently(_, var tried) -> tried;
            case Dispatch dispatch -> dispatch.instruction();
            case HandBack(var advice, _, _) -> advice;
            case Carry(var reason) -> reason;
        };
    }
}
