package wanhu.files;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileCacheImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.TemporaryFiles;

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

    /** Most points of one that must be unpacked whole before it is drawn. */
    static final long POINTS_WHOLE_MAX = 50_000_000L;

    private static final float QUALITY = 0.82f;
    private static final int HEAD_BYTES = 128 * 1024;
    private static final int UNPACKED_BYTES_A_POINT = 6;
    private static final int DRAWN_BYTES = SIDE_POINTS_MAX * SIDE_POINTS_MAX * 4;
    private static final int MEGABYTE = 1 << 20;

    private final DrawingMemory memory;
    private final File temporary;

    /** Nobody waits longer for the pictures of others than this; a browser waits a minute. */
    Photos(@Value("${wanhu.picture-wait:PT15S}") Duration wait, TemporaryFiles temporary) {
        memory = new DrawingMemory(wait);
        this.temporary = temporary.folder().toFile();
    }

    /**
     * The picture as it is kept.
     *
     * @throws Refused INVALID when it cannot be read or has too many points; BUSY when too many are
     *     being drawn, or there is no room on the disk for it
     */
    byte[] reencode(Resource picture) {
        try (var upload = picture.getInputStream();
                var input = new FileCacheImageInputStream(upload, temporary)) {
            var head = head(picture);
            var reader = reader(input);
            try {
                var plan = Plan.of(reader, Scans.several(head));
                return memory.during(
                        plan.megabytes(), () -> drawn(reader, plan.step(), Orientation.of(head)));
            } finally {
                reader.dispose();
            }
        } catch (IOException
                | UncheckedIOException
                | IllegalArgumentException
                | IndexOutOfBoundsException _) {
            throw room(picture)
                    ? new Refused(Kind.INVALID, "files.refused.picture")
                    : new Refused(Kind.BUSY, "files.refused.room");
        }
    }

    private static byte[] head(Resource picture) throws IOException {
        try (var input = picture.getInputStream()) {
            return input.readNBytes(HEAD_BYTES);
        }
    }

    /** While it is read, a copy lies on the disk of temporary files. */
    private boolean room(Resource picture) {
        return temporary.getUsableSpace() > size(picture);
    }

    private static long size(Resource picture) {
        try {
            return picture.contentLength();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static ImageReader reader(ImageInputStream input) {
        var readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new Refused(Kind.INVALID, "files.refused.picture");
        }
        var reader = readers.next();
        reader.setInput(input, true, true);
        return reader;
    }

    /**
     * How a picture is read: every so many points only, so that a large one takes no more memory
     * than a small one.
     */
    private record Plan(int step, int megabytes) {
        static Plan of(ImageReader reader, boolean whole) throws IOException {
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            long most = whole ? POINTS_WHOLE_MAX : POINTS_MAX;
            Refused.unless(
                    Kind.INVALID,
                    width > 0 && height > 0 && width * height <= most,
                    "files.refused.points",
                    most / 1_000_000);
            int step = (int) Math.max(1, Math.max(width, height) / SIDE_POINTS_MAX);
            long read = (width / step + 1) * (height / step + 1) * bytesAPoint(reader);
            long unpacked = whole ? width * height * UNPACKED_BYTES_A_POINT : 0;
            return new Plan(step, (int) ((read + unpacked + DRAWN_BYTES) / MEGABYTE) + 1);
        }

        private static int bytesAPoint(ImageReader reader) throws IOException {
            var types = reader.getImageTypes(0);
            return types.hasNext()
                    ? 1 + types.next().getColorModel().getPixelSize() / Byte.SIZE
                    : Long.BYTES;
        }
    }

    private static byte[] drawn(ImageReader reader, int step, Orientation orientation) {
        try {
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return write(turned(reader.read(0, how), orientation));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
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
