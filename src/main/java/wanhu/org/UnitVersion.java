package wanhu.org;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a unit was before an act changed it.
 *
 * @param name its name then
 * @param kind its kind then
 * @param above the unit above it then
 * @param from first day
 * @param until the first day on which it no longer held
 * @param act sort of the act that ended it
 * @param document the document of that act
 */
record UnitVersion(
        String name,
        UnitKind kind,
        @Nullable UUID above,
        LocalDate from,
        LocalDate until,
        String act,
        String document) {}
