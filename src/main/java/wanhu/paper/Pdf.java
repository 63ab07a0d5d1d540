package wanhu.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Sheets as PDF: each sign where the sheet has it, fonts as {@link Types} has them. A letter stands
 * in the middle of its half cell, and is drawn narrower where it is wider than that.
 */
final class Pdf {
    private Pdf() {}

    static void write(List<Sheet> sheets, String title, Fonts fonts, OutputStream out)
            throws IOException {
        try (var document = new PDDocument();
                var types = new Types(document, fonts)) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setProducer("Wanhu");
            document.getDocumentCatalog().setLanguage("zh-CN");
            for (Sheet sheet : sheets) {
                page(document, types, sheet);
            }
            types.finish();
            document.save(out);
        }
    }

    private static void page(PDDocument document, Types types, Sheet sheet) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        var used = new COSDictionary();
        var content = new StringBuilder();
        for (Sheet.Stroke each : sheet.strokes()) {
            switch (each) {
                case Sheet.Rule rule -> rule(content, rule);
                case Sheet.Text text -> text(content, text, types, used);
            }
        }
        var resources = new PDResources();
        resources.getCOSObject().setItem(COSName.FONT, used);
        page.setResources(resources);
        var bytes = content.toString().getBytes(StandardCharsets.US_ASCII);
        page.setContents(
                new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE));
    }

    private static void rule(StringBuilder content, Sheet.Rule rule) {
        content.append(colour(rule.ink()))
                .append(points(rule.x()))
                .append(' ')
                .append(points(Sheet.HEIGHT - rule.y() - rule.thickness() / 2))
                .append(' ')
                .append(points(rule.length()))
                .append(' ')
                .append(points(rule.thickness()))
                .append(" re f\n");
    }

    private static void text(
            StringBuilder content, Sheet.Text text, Types types, COSDictionary used)
            throws IOException {
        content.append("BT ").append(colour(text.ink()));
        double at = 0;
        double y = Sheet.HEIGHT - text.y();
        var font = "";
        for (Sheet.Sign sign : text.signs().stream().filter(Pdf::drawn).toList()) {
            var type = types.of(text.face(), sign.text().codePointAt(0));
            if (!type.name().equals(font)) {
                font = type.name();
                used.setItem(COSName.getPDFName(font), type.dictionary());
                content.append('/').append(font).append(' ').append(text.size()).append(" Tf ");
            }
            double room = Setting.cells(sign.text());
            double wide = room < 1 ? type.width(sign.text()) : room;
            double x = sign.x() + Math.max(0, room - wide) / 2 * text.size() * Sheet.POINT;
            content.append(points(x - at))
                    .append(' ')
                    .append(points(y))
                    .append(" Td ")
                    .append(wide > room ? Sheet.number(100 * room / wide) + " Tz <" : "<")
                    .append(HexFormat.of().formatHex(type.encoded(sign.text())))
                    .append(wide > room ? "> Tj 100 Tz\n" : "> Tj\n");
            at = x;
            y = 0;
        }
        content.append("ET\n");
    }

    /** Blanks are what stands between: nothing is drawn for them. */
    private static boolean drawn(Sheet.Sign sign) {
        return !sign.text().isBlank();
    }

    private static String colour(Sheet.Ink ink) {
        return switch (ink) {
            case BLACK -> "0 0 0 rg ";
            case RED -> "0.753 0 0 rg ";
        };
    }

    private static String points(double millimetres) {
        return Sheet.number(millimetres / Sheet.POINT);
    }
}
