package wanhu.wording;

import java.time.LocalDate;

/**
 * A text as it holds in one county from some day.
 *
 * @param version 0 as shipped, then 1, 2, …
 * @param validFrom first day on which it holds
 * @param zh as people read it, with {0} where something is put in; empty when the shipped text is
 *     brought back
 * @param en the same in English; empty together with {@code zh}
 * @param reason why; empty for the shipped one
 * @param by who made it, as which post; empty for the shipped one
 */
record Version(
        String key,
        int version,
        LocalDate validFrom,
        String zh,
        String en,
        String reason,
        String by) {
    /** Whether it brings back what the product ships. */
    boolean shipped() {
        return zh.isEmpty();
    }
}
