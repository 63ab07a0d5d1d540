package wanhu.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One edition of a county's three lists, in force from its first day until the next one's.
 *
 * @param id the edition
 * @param name its name
 * @param document number of the document that puts it in force, may be empty
 * @param validFrom first day
 * @param sample whether it is only a sample (示例) without legal force
 * @param items how many items it has
 * @param by who imported it
 * @param at when it was imported
 */
public record Edition(
        UUID id,
        String name,
        String document,
        LocalDate validFrom,
        boolean sample,
        int items,
        String by,
        Instant at) {}
