package wanhu.audit;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A hash of SHA-256 or SM3: 32 bytes as four numbers, so that hashes compare as values. */
record Hash(long first, long second, long third, long fourth) {
    /** Length in bytes. */
    static final int BYTES = 32;

    /** What stands where there is none before. */
    static final Hash ZERO = new Hash(0, 0, 0, 0);

    static Hash of(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    static Hash read(ByteBuffer bytes) {
        return new Hash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /**
     * Reads 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException when the text is something else
     */
    static Hash parse(String text) {
        var bytes = HexFormat.of().parseHex(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("Expected 64 hexadecimal digits");
        }
        return of(bytes);
    }

    void write(ByteBuffer bytes) {
        bytes.putLong(first).putLong(second).putLong(third).putLong(fourth);
    }

    byte[] bytes() {
        var bytes = ByteBuffer.allocate(BYTES);
        write(bytes);
        return bytes.array();
    }

    /** 64 hexadecimal digits. */
    String text() {
        return HexFormat.of().formatHex(bytes());
    }
}
