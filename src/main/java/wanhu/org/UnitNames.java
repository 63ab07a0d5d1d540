package wanhu.org;

/** What a name of a unit may be. */
final class UnitNames {
    private static final String FORMULA_STARTS = "=+-@'＝＋－＠";

    private UnitNames() {}

    /** Not empty, not too long, and only with characters that a name has. */
    static boolean proper(String name) {
        return !name.isBlank() && name.length() <= Unit.NAME_MAX && properCharacters(name);
    }

    /**
     * No control, formatting or unassigned characters (a right-to-left mark turns the page round)
     * and no start that a spreadsheet takes for a formula.
     */
    static boolean properCharacters(String name) {
        boolean formula = !name.isEmpty() && FORMULA_STARTS.indexOf(name.charAt(0)) >= 0;
        return !formula && name.codePoints().allMatch(UnitNames::printable);
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> character != 0xFFFD;
        };
    }
}
