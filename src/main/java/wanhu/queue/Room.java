package wanhu.queue;

/**
 * What all connections share.
 *
 * @param busy what is sent to whoever finds no room for a request, as it goes over the wire
 */
@SuppressWarnings("ArrayRecordComponent")
record Room(Pace pace, Memory memory, byte[] busy) {}
