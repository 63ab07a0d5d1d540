package wanhu.paper;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one PDF: those of the machine, of which only the signs used are embedded; and for
 * what they lack STSong-Light of the Adobe-GB1 collection, which a reader replaces by its own (PDF
 * 32000-1, 9.7.5.2).
 */
final class Types implements Closeable {
    private final PDDocument document;
    private final Fonts fonts;
    private final Map<Path, Embedded> embedded = new HashMap<>();
    private final List<Closeable> opened = new ArrayList<>();
    private final Type replaced = new Type("R", replaced(), null);

    Types(PDDocument document, Fonts fonts) {
        this.document = document;
        this.fonts = fonts;
    }

    /**
     * A font as a page uses it.
     *
     * @param own null when the reader's own font is taken
     */
    record Type(
            String name,
            COSDictionary dictionary,
            @org.jspecify.annotations.Nullable PDType0Font own) {
        /** How wide a sign is, in parts of its size; the reader's own font has halves. */
        double width(String sign) throws IOException {
            return own == null ? Setting.cells(sign) : own.getStringWidth(sign) / 1000;
        }

        /** The bytes of a sign. */
        byte[] encoded(String sign) throws IOException {
            if (own == null) {
                return sign.getBytes(StandardCharsets.UTF_16BE);
            }
            own.addToSubset(sign.codePointAt(0));
            return own.encode(sign);
        }
    }

    private record Embedded(TrueTypeFont font, Type type) {}

    /** What draws a sign in a face. */
    Type of(Face face, int sign) throws IOException {
        var file = fonts.file(face);
        if (file.isEmpty()) {
            return replaced;
        }
        var found = embedded.get(file.get());
        if (found == null) {
            found = embed(file.get());
            embedded.put(file.get(), found);
        }
        boolean has = found.font().getUnicodeCmapLookup().getGlyphId(sign) > 0;
        return has ? found.type() : replaced;
    }

    private Embedded embed(Path file) throws IOException {
        var font = open(file);
        var type = PDType0Font.load(document, font, true);
        return new Embedded(font, new Type("F" + embedded.size(), type.getCOSObject(), type));
    }

    private TrueTypeFont open(Path file) throws IOException {
        if (!file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".ttc")) {
            var font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
            opened.add(font);
            return font;
        }
        var collection = new TrueTypeCollection(file.toFile());
        opened.add(collection);
        var fonts = new ArrayList<TrueTypeFont>();
        collection.processAllFonts(fonts::add);
        return fonts.getFirst();
    }

    /** Keeps of each font the signs that were used. */
    void finish() throws IOException {
        for (Embedded each : embedded.values()) {
            var own = each.type().own();
            if (own != null) {
                own.subset();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : opened) {
            each.close();
        }
    }

    private static COSDictionary replaced() {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setName(COSName.ENCODING, "UniGB-UTF16-H");
        var descendants = new COSArray();
        descendants.add(descendant());
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static COSDictionary descendant() {
        var collection = new COSDictionary();
        collection.setItem(COSName.REGISTRY, new COSString("Adobe"));
        collection.setItem(COSName.ORDERING, new COSString("GB1"));
        collection.setInt(COSName.SUPPLEMENT, 5);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light");
        font.setItem(COSName.CIDSYSTEMINFO, collection);
        font.setItem(COSName.FONT_DESC, descriptor());
        font.setInt(COSName.DW, 1000);
        font.setItem(COSName.W, numbers(1, 95, 500));
        return font;
    }

    private static COSDictionary descriptor() {
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setInt(COSName.FLAGS, 6);
        descriptor.setItem(COSName.FONT_BBOX, numbers(-25, -254, 1000, 880));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 880);
        descriptor.setInt(COSName.DESCENT, -120);
        descriptor.setInt(COSName.CAP_HEIGHT, 880);
        descriptor.setInt(COSName.STEM_V, 93);
        return descriptor;
    }

    private static COSArray numbers(int... values) {
        var array = new COSArray();
        for (int each : values) {
            array.add(COSInteger.get(each));
        }
        return array;
    }
}
