package wanhu.promise;

/**
 * After which parts of a clock's time people are reminded, in percent.
 *
 * @param first of the first reminder
 * @param second from which it is due soon; of the second reminder
 */
record Shares(int first, int second) {}
