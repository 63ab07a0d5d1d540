package wanhu.life;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Term;

/**
 * Counts and flags of a matter on which limits are set.
 *
 * @param returns how often a unit asked to return it
 * @param redos how often it was done again
 * @param passes how many units were the lead
 * @param attempts failed follow-up attempts, at most one a day
 * @param lastAttempt day of the last one
 * @param extended an extension was granted
 * @param extension an extension asked for and not yet decided
 * @param urgent it left the monthly rhythm
 * @param unhappy a requester rated it badly and nobody has called back yet
 * @param designated the lead was named with finality and can't return it
 * @param contacted the resident was spoken with since the work began
 * @param supporters requesters, the first included
 */
public record Tally(
        int returns,
        int redos,
        int passes,
        int attempts,
        @Nullable LocalDate lastAttempt,
        boolean extended,
        @Nullable Term extension,
        boolean urgent,
        boolean unhappy,
        boolean designated,
        boolean contacted,
        int supporters) {
    static final Tally NEW =
            new Tally(0, 0, 0, 0, null, false, null, false, false, false, false, 1);

    Tally returned() {
        return new Tally(
                returns + 1,
                redos,
                passes,
                attempts,
                lastAttempt,
                extended,
                extension,
                urgent,
                unhappy,
                designated,
                contacted,
                supporters);
    }

    Tally redone() {
        return new Tally(
                returns,
                redos + 1,
                passes,
                0,
                null,
                false,
                null,
                urgent,
                false,
                designated,
                false,
                supporters);
    }

    Tally passed(boolean designatedNow) {
        return new Tally(
                returns,
                redos,
                passes + 1,
                attempts,
                lastAttempt,
                extended,
                extension,
                urgent,
                unhappy,
                designatedNow,
                contacted,
                supporters);
    }

    Tally attempted(LocalDate day) {
        return new Tally(
                returns,
                redos,
                passes,
                attempts + 1,
                day,
                extended,
                extension,
                urgent,
                unhappy,
                designated,
                contacted,
                supporters);
    }

    Tally askedFor(@Nullable Term more) {
        return new Tally(
                returns,
                redos,
                passes,
                attempts,
                lastAttempt,
                extended,
                more,
                urgent,
                unhappy,
                designated,
                contacted,
                supporters);
    }

    Tally extendedOnce() {
        return new Tally(
                returns,
                redos,
                passes,
                attempts,
                lastAttempt,
                true,
                null,
                urgent,
                unhappy,
                designated,
                contacted,
                supporters);
    }

    Tally raised(boolean urgentNow) {
        return new Tally(
                0,
                redos,
                passes,
                attempts,
                lastAttempt,
                false,
                null,
                urgentNow,
                unhappy,
                false,
                contacted,
                supporters);
    }

    Tally disappointed(boolean unhappyNow) {
        return new Tally(
                returns,
                redos,
                passes,
                attempts,
                lastAttempt,
                extended,
                extension,
                urgent,
                unhappyNow,
                designated,
                contacted,
                supporters);
    }

    Tally spokenWith() {
        return new Tally(
                returns,
                redos,
                passes,
                attempts,
                lastAttempt,
                extended,
                extension,
                urgent,
                false,
                designated,
                true,
                supporters);
    }

    Tally joined(int more) {
        return new Tally(
                returns,
                redos,
                passes,
                attempts,
                lastAttempt,
                extended,
                extension,
                urgent,
                unhappy,
                designated,
                contacted,
                supporters + more);
    }
}
