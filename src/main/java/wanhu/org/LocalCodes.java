package wanhu.org;

import java.util.Locale;
import wanhu.base.Ids;
import wanhu.base.OrgPath;

/** Codes for units that the state has not coded: departments, offices, teams, grids. */
final class LocalCodes {
    private static final int RADIX = 36;
    private static final int VILLAGE_DIGITS = 12;

    private LocalCodes() {}

    /**
     * A grid of a coded village gets the village's code and three digits; any other unit an X, its
     * county and three letters for each ordinal of the path on which it is founded. Ordinals are
     * never given twice, so neither are the codes.
     */
    static String next(UnitKind kind, Unit above, OrgPath path) {
        int ordinal = ordinal(path.text(), path.text().length());
        boolean coded = above.code().length() == VILLAGE_DIGITS && above.code().charAt(0) != 'X';
        return kind == UnitKind.GRID && coded ? above.code() + "%03d".formatted(ordinal) : of(path);
    }

    private static String of(OrgPath path) {
        var text = path.text();
        var code = new StringBuilder("X").append(text.substring(0, OrgPath.COUNTY_LENGTH));
        for (int end = OrgPath.COUNTY_LENGTH + 5; end <= text.length(); end += 5) {
            var letters = Integer.toString(ordinal(text, end), RADIX).toUpperCase(Locale.ROOT);
            code.append("0".repeat(3 - letters.length())).append(letters);
        }
        var local = code.toString().replace(".", "");
        return local.length() <= DivisionCode.LENGTH_MAX ? local : random();
    }

    private static int ordinal(String path, int end) {
        return Integer.parseInt(path.substring(end - 5, end - 1));
    }

    private static String random() {
        var id = Ids.next();
        var letters = Long.toUnsignedString(id.getMostSignificantBits(), RADIX);
        var more = Long.toUnsignedString(id.getLeastSignificantBits(), RADIX);
        return ("X" + letters + more)
                .substring(0, DivisionCode.LENGTH_MAX)
                .toUpperCase(Locale.ROOT);
    }
}
