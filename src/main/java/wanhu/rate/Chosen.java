package wanhu.rate;

import java.time.Instant;
import java.time.YearMonth;

/**
 * That a county uses a preset from a month on.
 *
 * @param published whether residents may read the rates
 */
record Chosen(
        int seq,
        Preset preset,
        YearMonth from,
        boolean published,
        String reason,
        String by,
        Instant at) {}
