package wanhu.base;

/**
 * Something that is due by the clock and would otherwise wait for its next turn: run at once after
 * the clock of a demonstration was moved.
 */
public interface AfterClockMoved {
    /** Does what has become due; doing it twice, or on two nodes at once, changes nothing. */
    void clockMoved();
}
