package wanhu.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;
import wanhu.base.OrgPath;

/**
 * A line of a meeting's list, as it was when the list was frozen, with what was decided.
 *
 * @param position place on the list, from 1
 * @param urgent it was raised urgently
 * @param came when it came to this level
 * @param carried an earlier meeting carried it on
 * @param ruling what was decided; null until then
 */
public record Item(
        UUID round,
        UUID matter,
        int position,
        String number,
        String title,
        UUID place,
        OrgPath placePath,
        boolean urgent,
        Instant came,
        boolean carried,
        @Nullable Ruling ruling) {

    /**
     * What was decided.
     *
     * @param note plan, advice, reason or what was tried
     * @param until by when, for a plan
     * @param to who has it then, when it left the body
     * @param money that came with a hand-back
     * @param people who came with a hand-back
     * @param by who entered it: post and name
     */
    public record Ruling(
            Outcome outcome,
            String note,
            @Nullable LocalDate until,
            @Nullable UUID to,
            Fen money,
            String people,
            Instant at,
            String by) {}

    /** Whether it waits for a decision. */
    public boolean pending() {
        return ruling == null;
    }
}
