package wanhu.vault;

import java.util.Optional;

/**
 * For what personal data may be used (处理目的). Which kind of data serves which purpose stands in
 * {@link PersonalField}; everything else is another purpose than the one for which it was collected
 * and needs a new notice (PIPL, articles 6 and 14).
 */
public enum Purpose {
    /** 核实情况: to ask about what was told. */
    CHECK_FACTS,
    /** 告知进展和结果: to tell what becomes of it. */
    TELL_RESULT,
    /** 回访: to ask whether it is solved. */
    FOLLOW_UP,
    /** 答复本人查询: to answer somebody who asks about her own matter. */
    ANSWER_CALLER,
    /** 个人信息权利: to do what somebody wishes for her own data. */
    DATA_RIGHTS,
    /** 紧急情况: to save life or property. */
    DANGER,
    /** 办理: to handle a matter. */
    HANDLE,
    /** 督办和统计: to see that matters are handled, and how many. */
    OVERSEE,
    /** 内部管理: to run the office. */
    OFFICE,
    /** 安全: to keep data and accounts safe. */
    SAFETY;

    /** The purpose with that name; empty for none. */
    public static Optional<Purpose> find(String name) {
        for (Purpose each : values()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
