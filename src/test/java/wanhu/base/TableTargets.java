package wanhu.base;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import wanhu.fuzz.Target;

/** Tables and numbers that strangers send. */
public final class TableTargets {
    private TableTargets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(
                Target.of("table", TableTargets::table),
                Target.of("sheet", bytes -> table(workbook(bytes))),
                Target.text("personal", text -> PersonalData.find(PersonalData.redacted(text))));
    }

    private static void table(byte[] bytes) throws IOException {
        var file = Files.createTempFile("wanhu-fuzz", "");
        try {
            Files.write(file, bytes);
            TableFile.read(file, (_, _) -> {});
        } finally {
            Files.delete(file);
        }
    }

    /** An Excel file whose rows are given as XML. */
    static byte[] workbook(byte[] rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Override PartName="/xl/workbook.xml" ContentType=\
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/styles.xml" ContentType=\
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType=\
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>\
                    """);
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(
                    zip,
                    "xl/workbook.xml",
                    """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=\
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>\
                    """);
            part(
                    zip,
                    "xl/styles.xml",
                    """
                    <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2">\
                    <xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>\
                    """);
            part(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                            + new String(rows, StandardCharsets.UTF_8)
                            + "</sheetData></worksheet>");
        }
        return bytes.toByteArray();
    }

    private static String relation(String type, String target) {
        return """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type=\
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>\
        """
                .formatted(type, target);
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A file that holds it, for a test that hands it in. */
    static Path file(Path folder, String rows) throws IOException {
        return Files.write(
                folder.resolve("table.xlsx"), workbook(rows.getBytes(StandardCharsets.UTF_8)));
    }
}
