package wanhu.org;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a dated act does to the tree. Nothing is ever deleted, no code is ever given twice. */
sealed interface UnitChange {
    /** The unit that is changed; of a founding the unit under which the new one will stand. */
    UUID unit();

    /** Founds a unit below another. */
    record Found(UUID unit, UnitKind kind, String name, @Nullable String code)
            implements UnitChange {}

    /** Gives another name, and maybe another kind of the same level (撤乡设镇). */
    record Rename(UUID unit, UnitKind kind, String name) implements UnitChange {}

    /** Puts the unit with all below it under another one. */
    record Move(UUID unit, UUID to) implements UnitChange {}

    /** Closes the unit; what is below it goes to the one that remains. */
    record Merge(UUID unit, UUID into) implements UnitChange {}

    /** Founds a sibling of the same kind and gives it some of the units below. */
    record Split(UUID unit, String name, @Nullable String code, List<UUID> children)
            implements UnitChange {
        public Split {
            children = List.copyOf(children);
        }
    }

    /** Closes a unit that has nothing below it. */
    record Close(UUID unit) implements UnitChange {}

    /** Name of the sort of act, also of its word. */
    default String kindName() {
        return switch (this) {
            case Found _ -> "FOUND";
            case Rename _ -> "RENAME";
            case Move _ -> "MOVE";
            case Merge _ -> "MERGE";
            case Split _ -> "SPLIT";
            case Close _ -> "CLOSE";
        };
    }
}
