package wanhu.shell;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one path of an SVG, so that the page needs neither a script nor a picture.
 *
 * @param size modules a side, with the quiet zone of four around (ISO/IEC 18004, 5.3.8)
 * @param path the dark modules, as the attribute "d"
 */
public record SquareCode(int size, String path) {
    private static final int QUIET = 4;

    /** The code of a text of up to some 500 characters. */
    public static SquareCode of(String text) {
        try {
            return drawn(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(
                    "Expected a text that fits a QR code but got " + text.length(), tooLong);
        }
    }

    private static SquareCode drawn(ByteMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new SquareCode(modules.getWidth() + 2 * QUIET, path.toString());
    }
}
