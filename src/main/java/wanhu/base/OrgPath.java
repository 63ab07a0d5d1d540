package wanhu.base;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Place of a unit in the tree, root first, fixed width: a subtree is a range of paths. Same text as
 * in the database, where the column is collated "C".
 *
 * <p>The first three segments are the two-digit parts of the division code (province, city, county:
 * "15.05.24."); each deeper unit has a four-digit ordinal that is never reused:
 * "15.05.24.0003.0009." is a village. The trailing '.' keeps one unit from being the prefix of its
 * neighbour.
 */
public record OrgPath(String text) implements Comparable<OrgPath> {
    private static final Pattern GRAMMAR =
            Pattern.compile("\\d\\d\\.(\\d\\d\\.(\\d\\d\\.(\\d{4}\\.)*)?)?");
    private static final int COUNTY_DEPTH = 3;
    private static final int CODE_WIDTH = 3;
    private static final int ORDINAL_WIDTH = 5;

    /** Longest path that the tables hold: county and ten levels below it. */
    public static final int LENGTH_MAX = COUNTY_DEPTH * CODE_WIDTH + 10 * ORDINAL_WIDTH;

    /**
     * Length of a county's path; townships and departments are one ordinal longer, villages two,
     * grids three.
     */
    public static final int COUNTY_LENGTH = COUNTY_DEPTH * CODE_WIDTH;

    public OrgPath {
        if (text.length() > LENGTH_MAX || !GRAMMAR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "Expected a path like 15.05.24.0003. but got " + text);
        }
    }

    /**
     * Number of segments: 1 province, 2 city, 3 county, 4 township or department, 5 village or
     * office, 6 grid.
     */
    public int depth() {
        return text.length() <= COUNTY_LENGTH
                ? text.length() / CODE_WIDTH
                : COUNTY_DEPTH + (text.length() - COUNTY_LENGTH) / ORDINAL_WIDTH;
    }

    /** Lower end of the subtree's range, inclusive: {@code path >= from()}. */
    public String from() {
        return text;
    }

    /**
     * Upper end of the subtree's range, exclusive: {@code path < until()}; '/' follows '.' in the C
     * collation.
     */
    public String until() {
        return text.substring(0, text.length() - 1) + '/';
    }

    /** Whether the other place is this one or lies below it. */
    public boolean contains(OrgPath other) {
        return other.text.startsWith(text);
    }

    /** The unit above; empty for a province. */
    public Optional<OrgPath> above() {
        return text.length() <= CODE_WIDTH
                ? Optional.empty()
                : Optional.of(new OrgPath(text.substring(0, text.length() - lastWidth())));
    }

    /** The ancestor (or this) with so many segments. */
    public OrgPath atDepth(int depth) {
        if (depth < 1 || depth > depth()) {
            throw new IllegalArgumentException(
                    "Expected a depth of 1 to " + depth() + " but got " + depth);
        }
        return new OrgPath(text.substring(0, lengthAt(depth)));
    }

    /** The path of the child with that ordinal, 1 to 9999; only below a county. */
    public OrgPath child(int ordinal) {
        if (ordinal < 1 || ordinal > 9999) {
            throw new IllegalArgumentException(
                    "Expected an ordinal of 1 to 9999 but got " + ordinal);
        }
        // By hand: an import makes a path for each of 600,000 villages.
        return new OrgPath(text + Integer.toString(10_000 + ordinal).substring(1) + '.');
    }

    /** The path of a province, city or county, from its division code of 2, 4 or 6 digits. */
    public static OrgPath ofDivision(String code) {
        var text = new StringBuilder();
        for (int at = 0; at + 2 <= code.length(); at += 2) {
            text.append(code, at, at + 2).append('.');
        }
        return new OrgPath(text.toString());
    }

    private int lastWidth() {
        return text.length() <= COUNTY_LENGTH ? CODE_WIDTH : ORDINAL_WIDTH;
    }

    private static int lengthAt(int depth) {
        return depth <= COUNTY_DEPTH
                ? depth * CODE_WIDTH
                : COUNTY_LENGTH + (depth - COUNTY_DEPTH) * ORDINAL_WIDTH;
    }

    @Override
    public int compareTo(OrgPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
