package wanhu.files;

import java.nio.ByteBuffer;

/**
 * Whether a JPEG comes in one scan. One that comes in several (a progressive one) is unpacked whole
 * before its first line can be drawn, outside of Java's own memory.
 */
final class Scans {
    private static final int START = 0xFFD8;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int FRAME_FIRST = 0xC0;
    private static final int FRAME_LAST = 0xCF;
    private static final int HUFFMAN_TABLE = 0xC4;
    private static final int ARITHMETIC_TABLE = 0xCC;
    private static final int SCAN = 0xDA;

    private Scans() {}

    /** Several, for whatever does not show in its first bytes that it has one. */
    static boolean several(byte[] head) {
        try {
            return several(ByteBuffer.wrap(head));
        } catch (IndexOutOfBoundsException _) {
            return true;
        }
    }

    /** One: a frame of the sequential sort whose first scan has all of its components. */
    private static boolean several(ByteBuffer head) {
        if ((head.getShort(0) & 0xFFFF) != START) {
            return false;
        }
        int components = -1;
        int at = 2;
        while ((head.get(at) & 0xFF) == 0xFF) {
            int marker = head.get(at + 1) & 0xFF;
            if (marker == SCAN) {
                return (head.get(at + 4) & 0xFF) != components;
            }
            if (marker == BASELINE || marker == EXTENDED) {
                components = head.get(at + 9) & 0xFF;
            } else if (frame(marker)) {
                return true;
            }
            at += 2 + (head.getShort(at + 2) & 0xFFFF);
        }
        return true;
    }

    private static boolean frame(int marker) {
        return marker >= FRAME_FIRST
                && marker <= FRAME_LAST
                && marker != HUFFMAN_TABLE
                && marker != ARITHMETIC_TABLE
                && marker != 0xC8;
    }
}
