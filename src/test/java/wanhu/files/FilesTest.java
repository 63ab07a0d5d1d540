package wanhu.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Refused;

/** Uploads that are what they say, and uploads that are not (CWE-434, CWE-409). */
@WanhuTest
class FilesTest {
    private static final int COUNTY = 150941;

    @Autowired Files files;

    private final UUID subject = Ids.next();

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, width / 2, height);
        image.setRGB(0, 0, Color.RED.getRGB());
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** The picture with a camera's note: how it was held, and a position that must not survive. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        var note = ByteBuffer.allocate(10 + 8 + 2 + 12 + 4 + 20);
        note.putShort((short) 0xFFE1)
                .putShort((short) (note.capacity() - 2))
                .putInt(0x45786966)
                .putShort((short) 0);
        note.putShort((short) 0x4D4D).putShort((short) 42).putInt(8).putShort((short) 1);
        note.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        note.putInt(0).put("GPS 42.73N 121.77E".getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.allocate(jpeg.length + note.capacity())
                .put(jpeg, 0, 2)
                .put(note.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private void add(byte[] bytes) {
        files.add(COUNTY, subject, new ByteArrayResource(bytes), false);
    }

    private Files.Content kept() {
        return files.find(COUNTY, List.of(subject), files.of(COUNTY, subject).getFirst().id())
                .orElseThrow();
    }

    private byte[] bytes() throws IOException {
        try (var input = kept().open()) {
            return input.readAllBytes();
        }
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable act, String word) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.word()).isEqualTo(word));
    }

    @Test
    void aPhotoIsDrawnAnewAndItsPositionIsGone() throws IOException {
        add(withExif(picture("jpg", 400, 200), 1));

        assertThat(kept().type()).isEqualTo("image/jpeg");
        assertThat(new String(bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
    }

    @ParameterizedTest
    @CsvSource({"1, 400, 200", "3, 400, 200", "6, 200, 400", "8, 200, 400"})
    void aPhotoStandsUprightAsTheCameraWasHeld(int orientation, int width, int height)
            throws IOException {
        add(withExif(picture("jpg", 400, 200), orientation));
        var image = ImageIO.read(new ByteArrayInputStream(bytes()));

        assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(width + "x" + height);
    }

    @Test
    void aLargePhotoIsMadeSmaller() throws IOException {
        add(picture("png", 5000, 3000));
        var image = ImageIO.read(new ByteArrayInputStream(bytes()));

        assertThat(Math.max(image.getWidth(), image.getHeight()))
                .isLessThanOrEqualTo(Photos.SIDE_POINTS_MAX);
    }

    @Test
    void aPictureBombIsRefusedBeforeItIsUnpacked() {
        refused(() -> add(bomb(60_000, 60_000)), "files.refused.points");
    }

    /** Unpacked whole outside of Java's memory before its first line is drawn. */
    @Test
    void aPictureInSeveralScansIsRefusedEarlier() throws IOException {
        var sequential = picture("jpg", 400, 200);

        assertThat(Scans.several(sequential)).isFalse();
        assertThat(Scans.several(progressive(400, 200))).isTrue();
        add(progressive(400, 200));
        assertThat(kept().type()).isEqualTo("image/jpeg");
    }

    private static byte[] progressive(int width, int height) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        return bytes.toByteArray();
    }

    /** A PNG of a few bytes that claims to be enormous. */
    private static byte[] bomb(int width, int height) {
        var head =
                ByteBuffer.allocate(17)
                        .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0});
        var check = new CRC32();
        check.update(head.array());
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(head.array())
                .putInt((int) check.getValue())
                .array();
    }

    @Test
    void aPictureThatIsNoneIsRefused() {
        refused(() -> add("<?php echo 1;".getBytes(StandardCharsets.UTF_8)), "files.refused.type");
        refused(
                () ->
                        add(
                                "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"
                                        .getBytes(StandardCharsets.UTF_8)),
                "files.refused.type");
        refused(
                () -> add(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1, 2}),
                "files.refused.picture");
        refused(() -> add(new byte[0]), "files.refused.empty");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        refused(() -> add(new byte[Files.BYTES_MAX + 1]), "files.refused.large");
    }

    @Test
    void theSameFileTwiceIsKeptOnce() throws IOException {
        add(picture("png", 40, 20));
        add(picture("png", 40, 20));

        assertThat(files.of(COUNTY, subject)).hasSize(1);
    }

    @Test
    void aVoiceNoteIsKeptAsItIsInAllItsPieces() throws IOException {
        var wav =
                Arrays.copyOf(
                        "RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII),
                        2 * Pieces.BYTES + 1);
        wav[2 * Pieces.BYTES] = 7;
        add(wav);

        assertThat(kept().type()).isEqualTo("audio/wav");
        assertThat(bytes()).isEqualTo(wav);
    }

    @Test
    void aFileOfAnotherSubjectIsNotFound() throws IOException {
        add(picture("png", 40, 20));
        var id = files.of(COUNTY, subject).getFirst().id();

        assertThat(files.find(COUNTY, List.of(Ids.next()), id)).isEmpty();
    }
}
