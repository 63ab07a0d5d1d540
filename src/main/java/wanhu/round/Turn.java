package wanhu.round;

/**
 * One of the meetings of a kind in a period.
 *
 * @param ordinal which of them, from 1
 */
record Turn(RoundKind kind, Window window, int ordinal) {}
