package wanhu.org;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import as it was read.
 *
 * @param number number in the file
 * @param code as typed
 * @param parent as typed, may be empty
 * @param level as typed
 * @param name as typed, without spaces around it
 * @param kind as typed, may be empty
 */
record ImportRow(int number, String code, String parent, String level, String name, String kind) {

    /** The kind: from its own column, else from the level's, else from level and name. */
    Optional<UnitKind> unitKind() {
        var stated = kind.isBlank() ? Optional.<UnitKind>empty() : KindWords.kind(kind);
        if (!kind.isBlank()) {
            return stated;
        }
        return KindWords.level(level)
                .map(known -> UnitKind.ofName(known, name))
                .or(() -> KindWords.kind(level));
    }

    /** The code, when its length fits the kind. */
    Optional<DivisionCode> divisionCode(@Nullable UnitKind of) {
        return of != null && of.territorial()
                ? DivisionCode.find(code, of.level())
                : DivisionCode.find(code);
    }
}
