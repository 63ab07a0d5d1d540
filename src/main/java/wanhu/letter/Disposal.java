package wanhu.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 销毁: that what letters say goes, once their time of keeping is over and two persons have agreed.
 *
 * @param before letters that were issued before this day
 * @param term how long they are kept, as the rule states it
 * @param source where the rule comes from
 * @param reason 鉴定意见
 * @param decided null while nobody has decided
 */
record Disposal(
        int county,
        UUID id,
        UUID unit,
        LocalDate before,
        String term,
        String source,
        String reason,
        UUID askedBy,
        Instant askedAt,
        @Nullable Decided decided) {
    /** What was decided, and of how many letters the text went. */
    record Decided(UUID by, Instant at, boolean granted, int letters) {}
}
