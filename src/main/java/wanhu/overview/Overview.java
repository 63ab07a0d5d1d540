package wanhu.overview;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import wanhu.board.Months;
import wanhu.life.Stage;
import wanhu.org.Unit;
import wanhu.rate.RateFigures;

/**
 * The figures of a territory.
 *
 * @param above the territories above that the post may look at, the highest first
 * @param stages open matters by stage, those without any left out
 * @param months the last {@link Overviews#MONTHS}, the first first, each there
 * @param below the territories directly below, in protocol order
 * @param spans which months, and up to when they were counted
 */
record Overview(
        Unit unit,
        List<Unit> above,
        SortedMap<Stage, Count> stages,
        List<Months.Line> months,
        Line whole,
        List<Line> below,
        Spans spans) {

    /**
     * A territory with all below it.
     *
     * @param now open matters
     * @param recent what came in and was solved in the recent months
     * @param rates of the recent months
     */
    record Line(Unit unit, Count now, Months.Sum recent, RateFigures.Rated rates) {}

    /**
     * The recent months, both inclusive.
     *
     * @param counted up to when what happened is in the figures, but for the rates
     * @param rated up to when what happened is in the rates; the epoch before they were counted
     */
    record Spans(YearMonth from, YearMonth until, Instant counted, Instant rated) {
        /** Whether the rates have been counted. */
        boolean hasRates() {
            return rated.isAfter(Instant.EPOCH);
        }
    }

    /** The month that runs. */
    Months.Line running() {
        return months.getLast();
    }
}
