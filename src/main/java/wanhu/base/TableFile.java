package wanhu.base;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a table that somebody uploaded row by row, so that its size does not matter: Excel (.xlsx),
 * or text with commas, tabs or semicolons in UTF-8, UTF-16 or GB 18030, with or without a mark; the
 * text may be packed with gzip.
 */
public final class TableFile {
    /** Longest cell in characters; a longer one ends the reading with a refusal. */
    public static final int CELL_CHARACTERS_MAX = 120_000;

    /** Most cells of a row. */
    public static final int ROW_CELLS_MAX = 200;

    /** Largest size of an unpacked file in MB: stops a small one that unpacks to gigabytes. */
    static final long UNPACKED_MB_MAX = 600;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MARK_BYTES = 4;
    private static final int BLOCK_BYTES = 1 << 16;

    /** Takes the rows in the order of the file. */
    @FunctionalInterface
    public interface Rows {
        /**
         * A row with its number as a spreadsheet shows it, from 1; empty rows and notes of the file
         * about itself ({@link Cells#note}) are left out.
         */
        void row(int number, List<String> cells);
    }

    private TableFile() {}

    /**
     * Reads all rows, the heading among them.
     *
     * @throws Refused when it is no table that we read, or too large when unpacked
     */
    public static void read(Path file, Rows taker) {
        Rows rows =
                (number, cells) -> {
                    if (!Cells.note(cells)) {
                        taker.row(number, Plain.cells(cells));
                    }
                };
        try {
            Text plain = () -> Files.newInputStream(file);
            var mark = mark(plain);
            if (mark.length >= 2 && mark[0] == 'P' && mark[1] == 'K') {
                ExcelFile.read(file, rows);
            } else if (mark.length >= 2 && mark[0] == (byte) 0xD0 && mark[1] == (byte) 0xCF) {
                throw new Refused(Refused.Kind.INVALID, "base.refused.old-excel");
            } else if (starts(mark, 0x1F, 0x8B)) {
                readPacked(file, rows);
            } else {
                readText(plain, rows);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A text, to be read again and again from its beginning. */
    @FunctionalInterface
    private interface Text {
        InputStream open() throws IOException;
    }

    /**
     * A table packed with gzip, as for a whole country; unpacked anew each time that it is read.
     */
    private static void readPacked(Path file, Rows rows) throws IOException {
        Text text = () -> new GZIPInputStream(Files.newInputStream(file), BLOCK_BYTES);
        needWhole(text);
        readText(text, rows);
    }

    /** Unpacks everything once and counts, before the first row is taken. */
    private static void needWhole(Text text) throws IOException {
        var block = new byte[BLOCK_BYTES];
        long left = UNPACKED_MB_MAX << 20;
        try (var input = text.open()) {
            for (int read = input.read(block); read >= 0; read = input.read(block)) {
                left -= read;
                if (left < 0) {
                    throw new Refused(
                            Refused.Kind.TOO_LARGE, "base.refused.unpacked", UNPACKED_MB_MAX);
                }
            }
        } catch (ZipException | EOFException _) {
            throw new Refused(Refused.Kind.INVALID, "base.refused.damaged");
        }
    }

    private static void readText(Text text, Rows rows) throws IOException {
        var charset = charset(text);
        try (var reader =
                new BufferedReader(new InputStreamReader(text.open(), charset), BLOCK_BYTES)) {
            new SeparatedText(reader).read(rows);
        }
    }

    private static Charset charset(Text text) throws IOException {
        var mark = mark(text);
        if (starts(mark, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(mark, 0xFF, 0xFE) || starts(mark, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        return isUtf8(text) ? StandardCharsets.UTF_8 : GB18030;
    }

    private static boolean starts(byte[] mark, int... bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (mark.length <= at || mark[at] != (byte) bytes[at]) {
                return false;
            }
        }
        return true;
    }

    /** Chinese text in GB 18030 is practically never well-formed UTF-8 by chance. */
    private static boolean isUtf8(Text text) throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var block = new byte[BLOCK_BYTES];
        var bytes = ByteBuffer.allocate(BLOCK_BYTES + MARK_BYTES);
        var characters = CharBuffer.allocate(BLOCK_BYTES + MARK_BYTES);
        try (var input = text.open()) {
            for (int read = input.read(block); read >= 0; read = input.read(block)) {
                bytes.put(block, 0, read).flip();
                characters.clear();
                var result = decoder.decode(bytes, characters, false);
                if (result.isError()) {
                    result.throwException();
                }
                bytes.compact();
            }
            return bytes.position() == 0;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static byte[] mark(Text text) throws IOException {
        try (var input = text.open()) {
            return input.readNBytes(MARK_BYTES);
        }
    }
}
