package wanhu.ledger;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import wanhu.base.Fen;

/** What somebody does to a project, with exactly the facts of that act; when: {@link Life}. */
public sealed interface Act {

    /** 提出: the first line of the history, written by the door itself. */
    record Propose() implements Act {}

    /** 修改: another plan; once it is public with the reason, which the public reads. */
    record Amend(Wish wish, String reason) implements Act {}

    /** 认领: a leader answers for it from now on. */
    record Claim() implements Act {}

    /** 关联事项: another matter leads to the same project. */
    record Link(UUID matter, String matterNumber) implements Act {}

    /** 入选: promised in public; by which decision. */
    record Choose(String basis) implements Act {}

    /** 开工. */
    record Start(String note) implements Act {}

    /**
     * 进展.
     *
     * @param publicly whether the public, and those who asked for it, read the text
     * @param reached positions of the milestones reached with it
     * @param spent money spent since the entry before
     * @param on the day on which it was so
     */
    record Report(String text, boolean publicly, Set<Integer> reached, Fen spent, LocalDate on)
            implements Act {
        public Report {
            reached = Set.copyOf(reached);
        }
    }

    /** 完成: what came of it. */
    record Finish(String result) implements Act {}

    /** 群众评价: one of those who asked for it has rated; by the system. */
    record Hear() implements Act {}

    /**
     * 满意度测评: people were asked, by others than those who did it.
     *
     * @param asked how many
     * @param satisfied how many of them
     * @param method how they were asked
     */
    record Check(int asked, int satisfied, String method) implements Act {}

    /** 返工整改: not as promised. */
    record Reopen(String reason) implements Act {}

    /** 销号. */
    record StrikeOff(String note) implements Act {}

    /** 终止. */
    record Drop(String reason) implements Act {}

    /** Name as in the history's column and in the words: {@code ledger.act.NAME}. */
    default String name() {
        return getClass().getSimpleName();
    }
}
