package wanhu.org;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to found one unit.
 *
 * @param above the unit under which it will stand
 * @param kind what sort of unit
 * @param name the official name
 * @param code its division code or local code; null to have a local one given
 * @param from the first day on which it exists
 * @param document number of the document by which it is founded, or null
 */
public record NewUnit(
        UUID above,
        UnitKind kind,
        String name,
        @Nullable String code,
        LocalDate from,
        @Nullable String document) {
    public NewUnit {
        name = name.strip();
    }
}
