package wanhu.queue;

/**
 * What all connections share.
 *
 * @param wire what is said to whoever finds no room for a request
 */
record Room(Pace pace, Memory memory, Waiting waiting, Wire wire) {
    /** Whether whoever comes must be told to come later. */
    boolean crowded() {
        return waiting.tooMany() || memory.crowded();
    }
}
