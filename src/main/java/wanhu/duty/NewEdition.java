package wanhu.duty;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to put an edition in force.
 *
 * @param name its name
 * @param document number of the document that puts it in force, may be empty
 * @param validFrom first day
 * @param sample whether it is only a sample
 * @param by who imports it, or null for the installation itself
 * @param byName name of who imports it
 */
public record NewEdition(
        String name,
        String document,
        LocalDate validFrom,
        boolean sample,
        @Nullable UUID by,
        String byName) {
    /** Longest name or number of a document in characters. */
    public static final int NAME_MAX = 120;

    public NewEdition {
        name = name.strip();
        document = document.strip();
    }
}
