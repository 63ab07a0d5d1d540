package wanhu.supervise;

import java.time.LocalDate;

/** What somebody does with an order of supervision. */
public sealed interface Act {
    /** What is said. */
    String text();

    /** Name of the act, as in the history and in the words: {@code supervise.act.NAME}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** 反馈: the unit tells what it did. */
    record Reply(String text) implements Act {}

    /** 退回重报: the answer does not do; until when a new one is due. */
    record SendBack(String text, LocalDate until) implements Act {}

    /** 延长反馈期限. */
    record Extend(String text, LocalDate until) implements Act {}

    /** 挂牌: from now on it stands on the list of the county. */
    record Post(String text) implements Act {}

    /** 提级督办: the level above takes it over. */
    record Raise(String text, LocalDate until) implements Act {}

    /** 销号: what was demanded was checked and is done. */
    record Close(String text) implements Act {}
}
