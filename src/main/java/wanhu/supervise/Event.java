package wanhu.supervise;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the history of an order.
 *
 * @param act name of the act; Issue and Chase besides those of {@link Act}
 * @param due last day for an answer, after it
 * @param byName post and name; empty for the system
 */
record Event(String act, Rank rank, LocalDate due, String text, String byName, Instant at) {}
