package wanhu.wording;

import java.time.LocalDate;

/**
 * A wish to say a text anew.
 *
 * @param zh empty, with {@code en}, to bring back the shipped text
 * @param validFrom first day, today or later
 * @param reason why, 2 to 200 characters
 */
record Wish(String key, String zh, String en, LocalDate validFrom, String reason) {
    Wish {
        zh = zh.strip();
        en = en.strip();
        reason = reason.strip();
    }

    boolean shipped() {
        return zh.isEmpty() && en.isEmpty();
    }
}
