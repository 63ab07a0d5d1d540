package wanhu.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.files.Clamd.Answer;

/** What a real clamd says, where one is installed (Debian: clamav-daemon); otherwise skipped. */
class RealClamdTest {
    private static final int MEGABYTE = 1 << 20;
    private static final byte[] VIRUS = ClamdProgram.EICAR.getBytes(StandardCharsets.US_ASCII);
    private static final Answer FOUND = new Answer.Infected("House.Eicar.UNOFFICIAL");

    @TempDir private Path folder;
    private ClamdProgram clamd;

    @BeforeEach
    void starts() throws IOException {
        clamd =
                new ClamdProgram(
                        folder, "StreamMaxLength 3M", "MaxFileSize 2M", "AlertExceedsMax yes");
    }

    @AfterEach
    void ends() {
        if (clamd != null) {
            clamd.close();
        }
    }

    private Answer says(byte[] file) {
        return says(new ByteArrayInputStream(file));
    }

    private Answer says(InputStream file) {
        return Clamd.at(clamd.place()).scan(file);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    /** A voice note as WAV: a head and two seconds of silence. */
    private static byte[] voice() {
        var head = "RIFF\0\0\0\0WAVEfmt ".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(32_000).put(head).array();
    }

    private static byte[] and(byte[] file, byte[] more) {
        return ByteBuffer.allocate(file.length + more.length).put(file).put(more).array();
    }

    private static byte[] packed(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void cleanFilesAreClean() throws IOException {
        assertThat(says(picture())).isEqualTo(new Answer.Clean());
        assertThat(says(voice())).isEqualTo(new Answer.Clean());
    }

    @Test
    void theSignatureIsFoundBehindPictureAndVoiceAndInsideATable() throws IOException {
        assertThat(says(and(picture(), VIRUS))).isEqualTo(FOUND);
        assertThat(says(and(voice(), VIRUS))).isEqualTo(FOUND);
        assertThat(says(packed(and(new byte[1000], VIRUS)))).isEqualTo(FOUND);
    }

    @Test
    void aFileOverTheLengthOfAStreamIsNoCleanFile() {
        assertThat(says(new byte[40 * MEGABYTE])).isInstanceOf(Answer.Unknown.class);
        assertThat(says(voice())).isEqualTo(new Answer.Clean());
    }

    @Test
    void aFileOfWhichClamdReadsNoMoreThanTheBeginningIsNotClean() {
        assertThat(says(new byte[2 * MEGABYTE + 1]))
                .isEqualTo(new Answer.Infected("Heuristics.Limits.Exceeded.MaxFileSize"));
    }

    @Test
    void killedInTheMiddleItIsAskedAgainAsSoonAsItIsBack() throws IOException {
        assertThat(says(new Interrupted(clamd::kill))).isInstanceOf(Answer.Unknown.class);
        assertThat(says(voice())).isInstanceOf(Answer.Unknown.class);

        clamd.start();

        assertThat(says(voice())).isEqualTo(new Answer.Clean());
    }

    @Test
    void frozenItIsGivenUpInTimeAndAskedAgainWhenItGoesOn() throws Exception {
        clamd.freeze();
        var hurried = new Clamd(clamd.address(), Duration.ofMillis(300));

        assertThat(hurried.scan(new ByteArrayInputStream(new byte[40 * MEGABYTE])))
                .isInstanceOf(Answer.Unknown.class);

        clamd.thaw();
        assertThat(says(voice())).isEqualTo(new Answer.Clean());
    }

    /** A megabyte in whose middle something happens. */
    private static final class Interrupted extends FilterInputStream {
        private final Runnable act;

        Interrupted(Runnable act) {
            super(new ByteArrayInputStream(new byte[MEGABYTE]));
            this.act = act;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (in.available() == MEGABYTE / 2) {
                act.run();
            }
            return super.read(into, from, length);
        }
    }
}
