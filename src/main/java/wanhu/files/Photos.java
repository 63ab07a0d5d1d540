package wanhu.files;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * Draws a picture anew as a JPEG of modest size: whatever else the file carried (position, device,
 * a script in a comment) is left behind, and a picture bomb is refused before it is unpacked.
 */
@Component
class Photos {
    /** Most points of a picture: more than any phone takes. */
    static final long POINTS_MAX = 120_000_000L;

    /** Longer side of what is kept. */
    static final int SIDE_POINTS_MAX = 1600;

    private static final int AT_ONCE_MAX = 2;
    private static final float QUALITY = 0.82f;

    private final Semaphore turns = new Semaphore(AT_ONCE_MAX);

    byte[] reencode(byte[] bytes) {
        turns.acquireUninterruptibly();
        try (ImageInputStream input =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            return write(turned(read(input), Orientation.of(bytes)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException _) {
            throw new Refused(Kind.INVALID, "files.refused.picture");
        } finally {
            turns.release();
        }
    }

    /**
     * Reads every so many points only, so that a large picture takes no more memory than a small
     * one.
     */
    private static BufferedImage read(ImageInputStream input) throws IOException {
        var readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new Refused(Kind.INVALID, "files.refused.picture");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(input, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            Refused.unless(
                    Kind.INVALID,
                    width > 0 && height > 0 && width * height <= POINTS_MAX,
                    "files.refused.points",
                    POINTS_MAX / 1_000_000);
            int step = (int) Math.max(1, Math.max(width, height) / SIDE_POINTS_MAX);
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage turned(BufferedImage image, Orientation orientation) {
        double scale =
                Math.min(
                        1,
                        (double) SIDE_POINTS_MAX / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        boolean lying = orientation.swapsSides();
        var drawn =
                new BufferedImage(
                        lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        var place = orientation.transform(width, height);
        place.concatenate(AffineTransform.getScaleInstance(scale, scale));
        pen.drawImage(image, place, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] write(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
