package wanhu.files;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held (EXIF tag 0x0112, values 1 to 8): the one thing that is read from a
 * picture's metadata before they are dropped, else many photos would lie on their side.
 */
record Orientation(int value) {
    private static final int TAG = 0x0112;
    private static final int UPRIGHT = 1;
    private static final int MOST = 8;
    private static final int FIRST_THAT_SWAPS = 5;
    private static final int ENTRIES_MAX = 200;
    private static final int ENTRY_BYTES = 12;

    /** The orientation of a JPEG; upright for whatever does not say one. */
    static Orientation of(byte[] bytes) {
        try {
            return new Orientation(find(ByteBuffer.wrap(bytes)));
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            return new Orientation(UPRIGHT);
        }
    }

    boolean swapsSides() {
        return value >= FIRST_THAT_SWAPS;
    }

    /** Turns a picture of that width and height upright. */
    AffineTransform transform(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** Walks the segments of the JPEG to the one that begins with "Exif". */
    private static int find(ByteBuffer bytes) {
        if (bytes.getShort(0) != (short) 0xFFD8) {
            return UPRIGHT;
        }
        int at = 2;
        while ((bytes.get(at) & 0xFF) == 0xFF && (bytes.get(at + 1) & 0xFF) != 0xDA) {
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if ((bytes.get(at + 1) & 0xFF) == 0xE1 && bytes.getInt(at + 4) == 0x45786966) {
                return inExif(bytes.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inExif(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Math.min(ENTRIES_MAX, tiff.getShort(directory) & 0xFFFF);
        for (int each = 0; each < entries; each++) {
            int entry = directory + 2 + each * ENTRY_BYTES;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
