package wanhu.life;

import java.time.LocalDate;
import java.util.function.Consumer;
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
        return changed(draft -> draft.returns++);
    }

    Tally redone() {
        return changed(draft -> {
            draft.redos++;
            draft.attempts = 0;
            draft.lastAttempt = null;
            draft.extended = false;
            draft.extension = null;
            draft.unhappy = false;
            draft.contacted = false;
        });
    }

    Tally passed(boolean designatedNow) {
        return changed(draft -> {
            draft.passes++;
            draft.designated = designatedNow;
        });
    }

    Tally attempted(LocalDate day) {
        return changed(draft -> {
            draft.attempts++;
            draft.lastAttempt = day;
        });
    }

    Tally askedFor(@Nullable Term more) {
        return changed(draft -> draft.extension = more);
    }

    Tally extendedOnce() {
        return changed(draft -> {
            draft.extended = true;
            draft.extension = null;
        });
    }

    /** A level begins anew with what it may do once or so many times. */
    Tally raised(boolean urgentNow) {
        return changed(draft -> {
            draft.returns = 0;
            draft.extended = false;
            draft.extension = null;
            draft.urgent = urgentNow;
            draft.designated = false;
        });
    }

    Tally disappointed(boolean unhappyNow) {
        return changed(draft -> draft.unhappy = unhappyNow);
    }

    Tally spokenWith() {
        return changed(draft -> {
            draft.unhappy = false;
            draft.contacted = true;
        });
    }

    Tally joined(int more) {
        return changed(draft -> draft.supporters += more);
    }

    private Tally changed(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.tally();
    }

    /** A tally while one act changes it. */
    private static final class Draft {
        private int returns;
        private int redos;
        private int passes;
        private int attempts;
        private @Nullable LocalDate lastAttempt;
        private boolean extended;
        private @Nullable Term extension;
        private boolean urgent;
        private boolean unhappy;
        private boolean designated;
        private boolean contacted;
        private int supporters;

        Draft(Tally from) {
            returns = from.returns;
            redos = from.redos;
            passes = from.passes;
            attempts = from.attempts;
            lastAttempt = from.lastAttempt;
            extended = from.extended;
            extension = from.extension;
            urgent = from.urgent;
            unhappy = from.unhappy;
            designated = from.designated;
            contacted = from.contacted;
            supporters = from.supporters;
        }

        Tally tally() {
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
                    supporters);
        }
    }
}
