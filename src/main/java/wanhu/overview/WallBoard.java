package wanhu.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import wanhu.org.Unit;
import wanhu.rate.RateFigures;
import wanhu.shell.Lines;

/**
 * What hangs on the wall of the county's hall, where everybody can read it: no matter, no person,
 * no report of wrongdoing, and no count so small that it could point at somebody.
 *
 * @param least counts from 1 to below this are not told
 * @param days what came in and was solved on each of the last days, today last
 * @param median days from report to solution, of the recent months; empty where too few were solved
 * @param rates of the recent months; empty before they were counted
 */
record WallBoard(
        Unit county,
        Instant at,
        int least,
        Now now,
        Came today,
        Came recent,
        Lines days,
        OptionalInt median,
        List<RateFigures.Share> rates,
        List<Tile> tiles) {
    /** Days of the recent figures, today included. */
    static final int DAYS = 30;

    /** Open matters now; empty where it is a small count. */
    record Now(OptionalLong open, OptionalLong soon, OptionalLong overdue) {}

    /** What came in and was solved; empty where it is a small count. */
    record Came(OptionalLong came, OptionalLong solved) {}

    /**
     * A township on the schematic map.
     *
     * @param open empty where it is hidden
     * @param overdue empty where it is hidden
     * @param villages its villages in protocol order, without their names
     */
    record Tile(String name, OptionalLong open, OptionalLong overdue, List<Load> villages) {}

    /** How much is open in a village, as far as it is told. */
    enum Load {
        /** Nothing. */
        NONE,
        /** Fewer than may be told. */
        FEW,
        /** So many or more. */
        SOME
    }

    /** The first of the recent days. */
    static LocalDate first(LocalDate today) {
        return today.minusDays(DAYS - 1L);
    }
}
