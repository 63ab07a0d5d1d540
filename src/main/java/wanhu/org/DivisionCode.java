package wanhu.org;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code of a unit: the division code of GB/T 2260 and GB/T 10114 (2 + 2 + 2 + 3 + 3 digits, a grid
 * has one to six more), or a local one that starts with X for units that the state has not coded.
 * Never reused.
 */
public record DivisionCode(String text) {
    private static final Pattern GRAMMAR =
            Pattern.compile(
                    "[1-9]\\d(\\d\\d(\\d\\d(\\d{3}(\\d{3}(\\d{1,6})?)?)?)?)?|X[0-9A-Z]{1,23}");
    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final int FULL = 12;

    /** Longest code, local or not. */
    public static final int LENGTH_MAX = 24;

    public DivisionCode {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Expected 2, 4, 6, 9, 12 to 18 digits or X and letters but got " + text);
        }
    }

    /** Reads what somebody typed: spaces, full-width digits and a small x are forgiven. */
    public static Optional<DivisionCode> find(String typed) {
        var text = plain(typed);
        return GRAMMAR.matcher(text).matches()
                ? Optional.of(new DivisionCode(text))
                : Optional.empty();
    }

    /**
     * As {@link #find(String)} when the level is known: zeros that fill the code up to six or
     * twelve digits are taken off, and the length has to be that of the level.
     */
    public static Optional<DivisionCode> find(String typed, Level level) {
        var text = plain(typed);
        int width = width(level);
        boolean filled =
                text.length() > width
                        && level != Level.GRID
                        && ZEROS.matcher(text.substring(width)).matches();
        return find(filled ? text.substring(0, width) : text)
                .filter(code -> code.local() || code.level().orElseThrow() == level);
    }

    /** Whether it was given here and not by the state. */
    public boolean local() {
        return text.charAt(0) == 'X';
    }

    /** The level that the length tells; empty for a local code. */
    public Optional<Level> level() {
        return local()
                ? Optional.empty()
                : Optional.of(
                        switch (text.length()) {
                            case 2 -> Level.PROVINCE;
                            case 4 -> Level.CITY;
                            case 6 -> Level.COUNTY;
                            case 9 -> Level.TOWNSHIP;
                            case FULL -> Level.VILLAGE;
                            default -> Level.GRID;
                        });
    }

    /** The code of the division that contains this one; empty for a province or a local code. */
    public Optional<DivisionCode> parent() {
        return level().flatMap(Level::next)
                .map(above -> new DivisionCode(text.substring(0, width(above))));
    }

    /** Filled with zeros to the twelve digits of the statistical code; others stay as they are. */
    public String padded() {
        return local() || text.length() >= FULL ? text : text + "0".repeat(FULL - text.length());
    }

    /**
     * The six digits under which the rows of the unit are kept: its county's, or for a city or
     * province its own filled with zeros; empty for a local code.
     */
    public Optional<Integer> county() {
        return local() ? Optional.empty() : Optional.of(Integer.valueOf(padded().substring(0, 6)));
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }

    private static int width(Level level) {
        return switch (level) {
            case PROVINCE -> 2;
            case CITY -> 4;
            case COUNTY -> 6;
            case TOWNSHIP -> 9;
            case VILLAGE, GRID -> FULL;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
