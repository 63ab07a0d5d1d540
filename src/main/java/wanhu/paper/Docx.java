package wanhu.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A paper as WordprocessingML (ISO/IEC 29500-1): the fewest parts that office programs ask for. The
 * 22 lines are an exact height of the line and the 28 characters a narrower setting of them, both
 * in the style, so that what is written on in an office program keeps them. Not a grid of
 * characters: LibreOffice gives each that is wider than its cell two cells.
 */
final class Docx {
    private static final String W =
            "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String PROLOGUE =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String TYPES =
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
            <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
            <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
            <Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>
            <Override PartName="/word/odd.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
            <Override PartName="/word/even.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
            <Override PartName="/word/first.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
            </Types>
            """;

    private static final String ROOT =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
            </Relationships>
            """;

    private static final String PARTS =
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="styles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            <Relationship Id="settings" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>
            <Relationship Id="fonts" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>
            <Relationship Id="odd" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="odd.xml"/>
            <Relationship Id="even" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="even.xml"/>
            <Relationship Id="first" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="first.xml"/>
            </Relationships>
            """;

    private static final String SETTINGS =
            """
            <w:settings %s>
            <w:evenAndOddHeaders/>
            <w:characterSpacingControl w:val="compressPunctuation"/>
            <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
            </w:settings>
            """
                    .formatted(W);

    /** Fonts by the names that offices use, each with a second name under which it is known. */
    private static final String FONTS =
            """
            <w:fonts %s>
            <w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/></w:font>
            <w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/><w:charset w:val="86"/></w:font>
            <w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/><w:charset w:val="86"/></w:font>
            <w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/></w:font>
            <w:font w:name="宋体"><w:altName w:val="SimSun"/><w:charset w:val="86"/></w:font>
            </w:fonts>
            """
                    .formatted(W);

    private static final String STYLES =
            """
            <w:styles %s>
            <w:docDefaults><w:rPrDefault><w:rPr>
            <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/>
            <w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>
            </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
            <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:line="%d" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="%d"/><w:sz w:val="32"/></w:rPr></w:style>
            </w:styles>
            """
                    .formatted(W, DocxBody.LINE, DocxBody.NARROWER);

    private Docx() {}

    static void write(Paper paper, OutputStream out) throws IOException {
        var body = new DocxBody(paper);
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part(zip, "[Content_Types].xml", TYPES);
        part(zip, "_rels/.rels", ROOT);
        part(zip, "word/_rels/document.xml.rels", PARTS);
        part(zip, "word/settings.xml", SETTINGS);
        part(zip, "word/fontTable.xml", FONTS);
        part(zip, "word/styles.xml", STYLES);
        part(zip, "word/odd.xml", DocxFoot.footer(W, "right"));
        part(zip, "word/even.xml", DocxFoot.footer(W, "left"));
        part(zip, "word/first.xml", DocxFoot.firstFooter(W));
        part(zip, "word/document.xml", body.document(W));
        zip.finish();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((PROLOGUE + text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
