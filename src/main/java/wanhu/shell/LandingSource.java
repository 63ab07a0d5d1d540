package wanhu.shell;

import java.time.Instant;
import java.util.List;

/** How a room puts its newest public results on the residents' first page: a bean of this type. */
public interface LandingSource {
    /**
     * A public result, already redacted and approved.
     *
     * @param title what it was about
     * @param place the unit, as residents call it
     * @param at when it was published
     * @param href its public page
     */
    record Result(String title, String place, Instant at, String href) {}

    /** The newest results, at most that many, newest first. */
    List<Result> latest(int resultsMax);
}
