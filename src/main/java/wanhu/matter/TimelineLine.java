package wanhu.matter;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.life.Stage;

/**
 * One line of the timeline (流转记录).
 *
 * @param seq number of the step, from 1
 * @param step name of the step; its label is the word {@code life.step.NAME}
 * @param byKind STAFF, ON_BEHALF, REQUESTER or RULE
 * @param byName post and name of the one who acted; empty for a requester
 * @param told what the resident reads; empty when nothing
 * @param note what only staff reads
 * @param detail the facts of the step, by name
 * @param round the meeting that decided it
 */
public record TimelineLine(
        int seq,
        String step,
        Stage from,
        Stage to,
        UUID holderFrom,
        UUID holderTo,
        String byKind,
        @Nullable UUID byUnit,
        String byName,
        Instant happened,
        Instant recorded,
        String told,
        String note,
        Map<String, Object> detail,
        @Nullable UUID round) {

    /** Whether the matter went to another stage or holder. */
    public boolean moved() {
        return from != to || !holderFrom.equals(holderTo);
    }

    /** Whether a resident sees the line: what moved it, or what she was told. */
    public boolean forResident() {
        return moved() || !told.isEmpty() || "Register".equals(step) || "Join".equals(step);
    }
}
