package wanhu.org;

import java.util.List;

/** What can be wrong with a row of an import. */
enum ImportFault {
    /** The code breaks the grammar, or has not the length of the row's level. */
    CODE,
    /** An earlier row has the same code. */
    DUPLICATE,
    /** The code belongs to a unit that has been closed; codes are never reused. */
    CODE_CLOSED,
    /** The unit is there with another name, kind or parent: that takes a dated act. */
    DIFFERS,
    /** The level or kind is not known. */
    LEVEL,
    /** The parent's code breaks the grammar or does not contain the division's code. */
    PARENT_CODE,
    /** Neither the file nor the tree has the parent. */
    ORPHAN,
    /** The unit would be its own ancestor. */
    CYCLE,
    /** A unit of this kind cannot stand under a unit of the parent's kind. */
    LEVEL_MISMATCH,
    /** There is no name. */
    NAME_EMPTY,
    /** The name is too long. */
    NAME_LONG,
    /** The name has control characters or starts like a formula. */
    NAME_CHARACTERS,
    /** The unit does not lie where the importing post may import. */
    OUTSIDE,
    /** The parent has no ordinal left. */
    FULL;

    int bit() {
        return 1 << BITS.indexOf(this);
    }

    private static final List<ImportFault> BITS = List.of(values());
}
