package wanhu.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;
import wanhu.base.OrgPath;
import wanhu.calendar.Term;
import wanhu.promise.ClockKind;

/**
 * What somebody does to a matter, with exactly the facts of that act. Which step is allowed when:
 * {@link Life}.
 */
public sealed interface Step {

    /** Changes who has it. */
    sealed interface Handing extends Step {}

    /** Changes how long it may take. */
    sealed interface Timing extends Step {}

    /** Answers, or asks whether the answer holds. */
    sealed interface Answering extends Step {}

    /** Leaves a line in the timeline, and at most waits or ends. */
    sealed interface Noting extends Step {}

    /**
     * What is told to the resident as the text of this step in the timeline; empty when only staff
     * sees it.
     */
    default String told() {
        return "";
    }

    /** What only staff reads in the timeline. */
    default String note() {
        return "";
    }

    /** 登记: told to us; the first line of the timeline, written by the door itself. */
    record Register() implements Noting {}

    /** 要求补充: ask the resident for what is missing. */
    record AskSupplement(String question) implements Noting {
        @Override
        public String told() {
            return question;
        }
    }

    /** 补充: the resident, or staff for her, adds what was asked. */
    record Supplement(String text) implements Noting {
        @Override
        public String told() {
            return text;
        }
    }

    /** 不予受理 or 引导: with the text that the resident reads. */
    record Decline(Reason.Decline reason, String told) implements Answering {}

    /** 并件: goes on in another matter; each requester keeps answer and rating. */
    record Merge(UUID into, String intoNumber) implements Noting {
        @Override
        public String told() {
            return intoNumber;
        }
    }

    /** 当场答复: an inquiry answered at once. */
    record AnswerAtOnce(String answer) implements Answering {
        @Override
        public String told() {
            return answer;
        }
    }

    /** 受理: ours; to be dispatched. */
    record Admit(@Nullable String dutyItem) implements Handing {}

    /** 受理自办: this unit solves it itself. */
    record TakeOn(String note) implements Handing {}

    /**
     * 派单: to a lead, with co-handlers.
     *
     * @param to the lead (主办)
     * @param with the co-handlers (协办), each with a term of its own
     * @param term to finish, from the moment of dispatch; null for the rule's term
     * @param dutyItem number of the duty-list item, if one was found
     * @param instruction what is asked
     */
    record Dispatch(
            Hold to,
            List<CoHandler> with,
            @Nullable Term term,
            @Nullable String dutyItem,
            String instruction)
            implements Handing {
        public Dispatch {
            with = List.copyOf(with);
        }

        @Override
        public String note() {
            return instruction;
        }
    }

    /** A co-handler with the term of its part. */
    record CoHandler(UUID unit, OrgPath path, Term term) {}

    /** 撤回派单 by the dispatcher before it is signed for. */
    record Recall(String note) implements Handing {}

    /** 签收 (接单). */
    record Sign() implements Handing {}

    /** 申请退单: not our duty, with the reason and the duty-list item that shows it. */
    record AskReturn(String note, @Nullable String dutyItem) implements Handing {}

    /** 不同意退单. */
    record RefuseReturn(String note) implements Handing {}

    /** 会商: ask other units. */
    record Consult(String note, List<CoHandler> with) implements Noting {
        public Consult {
            with = List.copyOf(with);
        }
    }

    /** 会商结束. */
    record ConcludeConsultation(String note) implements Noting {}

    /** 联系诉求人: spoke with the resident, or tried to. */
    record Contact(boolean reached, String note) implements Noting {}

    /** 进展: a line that the resident reads. */
    record Progress(String told) implements Noting {}

    /** 办理备注: a line that only staff reads. */
    record Remark(String note) implements Noting {}

    /** 申请延期. */
    record AskExtension(Term term, String note) implements Timing {}

    /** 同意延期; the resident is told why. */
    record GrantExtension(String told) implements Timing {}

    /** 不同意延期. */
    record RefuseExtension(String note) implements Timing {}

    /** 列入计划: solved here by a date. */
    record PlanFor(LocalDate until, String plan) implements Timing {
        @Override
        public String told() {
            return plan;
        }
    }

    /** 挂账. */
    record Park(String plan, String owner, LocalDate reviewOn) implements Timing {
        @Override
        public String told() {
            return plan;
        }
    }

    /**
     * 归类: what it is about was not known or is put right; the reason is for staff.
     *
     * @param deadline how the day to finish moved, filled in by the door; null when it did not
     */
    record Sort(Topic from, Topic to, String note, @Nullable Shift deadline) implements Timing {
        /** The same after the clocks were carried out. */
        public Sort moved(@Nullable Instant before, @Nullable Instant after) {
            return new Sort(
                    from,
                    to,
                    note,
                    Objects.equals(before, after) ? null : new Shift(before, after));
        }
    }

    /** What a matter is, and what it is about. */
    record Topic(Kind kind, String category) {}

    /** How a deadline moved. */
    record Shift(@Nullable Instant before, @Nullable Instant after) {}

    /** 恢复办理. */
    record Resume(String note) implements Timing {}

    /** 上报: this level can't; why, what was tried, by which item of the duty list. */
    record Escalate(Reason.Escalate reason, String tried, @Nullable String dutyItem)
            implements Handing {
        @Override
        public String note() {
            return tried;
        }
    }

    /** 紧急提级: at once, to be confirmed by the level above within a working day. */
    record EscalateUrgently(Reason.Urgent reason, String tried) implements Handing {
        @Override
        public String note() {
            return tried;
        }
    }

    /** 确认紧急提级. */
    record ConfirmUrgent(String note) implements Handing {}

    /** 交回下级: with advice, money or people. */
    record HandBack(String advice, Fen money, String people) implements Handing {
        @Override
        public String note() {
            return advice;
        }
    }

    /**
     * 回复办理结果: what was done, and the public answer as a text of its own.
     *
     * @param notContacted why the resident could not be spoken with; empty when she was
     */
    record Reply(Reason.Result result, String answer, String note, String notContacted)
            implements Answering {
        @Override
        public String told() {
            return answer;
        }
    }

    /** 审核通过. */
    record Approve(String note) implements Answering {}

    /** 审核退回. */
    record SendBack(String note) implements Answering {}

    /** 回访未联系上: one failed attempt. */
    record FailToReach(String note) implements Answering {}

    /** 回访: the resident was asked. */
    record FollowUp(boolean solved, @Nullable Grade grade, String note) implements Answering {}

    /** 评价 by a requester, once. */
    record Rate(Grade grade, boolean solved, String note) implements Answering {}

    /** 重办. */
    record Redo(String note) implements Answering {}

    /** 结案: after three failed attempts on different days. */
    record Close(String note) implements Answering {}

    /** 未抽中回访，期满办结: the lot spared her a call, and she said nothing in the time for one. */
    record EndUncalled() implements Answering {}

    /** 归档. */
    record Archive() implements Noting {}

    /** 撤回 by the resident. */
    record Withdraw(String told) implements Noting {}

    /** 协办回复: a co-handler's part is done. */
    record CoReport(UUID unit, String note) implements Noting {}

    /** 公开: the public text that a person approved. */
    record Publish(String title, String text, String answer) implements Answering {}

    /** 撤下公开. */
    record Unpublish(String note) implements Answering {}

    /** 加入: another requester has the same matter. */
    record Join() implements Noting {}

    /** 催办 by the system at a part of the time. */
    record Chase(ClockKind clock, int percent) implements Noting {}

    /** 期限重算: the calendar changed. */
    record Recompute(@Nullable Instant before, @Nullable Instant after, String calendar)
            implements Noting {}

    /** Name of the step, as in the timeline's column and in the words: {@code life.step.NAME}. */
    default String name() {
        return getClass().getSimpleName();
    }
}
