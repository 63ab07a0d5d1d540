package wanhu.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;

/**
 * One line of a project's history; append-only.
 *
 * @param seq the version of the project after it, from 1
 * @param act name of the act; its label is the word {@code ledger.act.NAME}
 * @param byUnit unit of who acted; null for the system
 * @param byName post and name of who acted; empty for the system
 * @param on the day on which it was so, for what was written down later
 * @param publicly whether the public reads the line
 * @param spent money of a progress entry
 * @param percent progress after it
 * @param asked people asked in a check, else 0
 * @param satisfied how many of them were content
 */
public record Event(
        int seq,
        String act,
        Phase from,
        Phase to,
        @Nullable UUID byUnit,
        String byName,
        Instant at,
        LocalDate on,
        String text,
        boolean publicly,
        Fen spent,
        int percent,
        int asked,
        int satisfied) {}
