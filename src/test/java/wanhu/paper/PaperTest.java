package wanhu.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Papers keep to the measures of GB/T 9704-2012, read back from the files. */
class PaperTest {
    private static final double MM = 72 / 25.4;
    private static final double TOLERANCE = 1;

    @TempDir static Path nowhere;

    static Paper paper(Form form, String body) {
        return new Paper(
                form,
                "某县人民政府文件",
                "某民办督〔2026〕1号",
                "关于东头耕地没有通电问题的答复",
                "某镇人民政府",
                body,
                "某县人民政府",
                LocalDate.parse("2026-08-07"),
                "联系：0475-4912345",
                "某镇",
                form == Form.MINUTES ? "某人" : "",
                "");
    }

    /** A paragraph that fills its lines: the first has 26 characters, each other 28. */
    private static String full(int lines) {
        return "地".repeat(26 + 28 * (lines - 1));
    }

    /** What stands where, line by line: the upper edge in mm, and the places of its signs. */
    private record Placed(int page, double y, List<TextPosition> signs) {
        double left() {
            return signs.getFirst().getXDirAdj() / MM;
        }

        double right() {
            return signs.getLast().getEndX() / MM;
        }

        String text() {
            var text = new StringBuilder();
            signs.forEach(each -> text.append(each.getUnicode()));
            return text.toString();
        }
    }

    private static PDDocument pdf(Paper paper) throws IOException, URISyntaxException {
        var own =
                Path.of(
                        Objects.requireNonNull(PaperTest.class.getResource("test-cjk.ttf"))
                                .toURI());
        var fonts = nowhere.resolve("fonts");
        Files.createDirectories(fonts);
        for (String each : List.of("fang.ttf", "song.ttf", "hei.ttf", "kai.ttf")) {
            if (Files.notExists(fonts.resolve(each))) {
                Files.copy(own, fonts.resolve(each));
            }
        }
        var out = new ByteArrayOutputStream();
        new Papers(new Fonts(fonts, List.of())).pdf(paper, out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static List<Placed> lines(PDDocument document) throws IOException {
        var lines = new ArrayList<Placed>();
        var reader =
                new PDFTextStripper() {
                    @Override
                    protected void writeString(String text, List<TextPosition> signs) {
                        lines.add(
                                new Placed(
                                        getCurrentPageNo(),
                                        signs.getFirst().getYDirAdj() / MM,
                                        List.copyOf(signs)));
                    }
                };
        reader.setSortByPosition(true);
        reader.getText(document);
        return lines;
    }

    @Test
    void aPageHasTwentyTwoLinesOfTwentyEightCharactersInTheTypeArea() throws Exception {
        try (var document = pdf(paper(Form.MINUTES, full(60)))) {
            var box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth() / MM).isCloseTo(210, within(0.1));
            assertThat(box.getHeight() / MM).isCloseTo(297, within(0.1));
            var second =
                    lines(document).stream()
                            .filter(each -> each.page() == 2 && each.text().startsWith("地"))
                            .toList();
            assertThat(second).hasSize(22).allSatisfy(each -> assertThat(each.signs()).hasSize(28));
            assertThat(second)
                    .allSatisfy(each -> {
                        assertThat(each.left()).isCloseTo(28, within(TOLERANCE));
                        assertThat(each.right()).isCloseTo(28 + 156, within(TOLERANCE));
                        assertThat(each.signs().getFirst().getFontSizeInPt()).isEqualTo(16);
                    });
            double top = second.getFirst().y() - 16 / MM;
            double bottom = second.getLast().y();
            assertThat(top).isBetween(36.0, 40.0);
            assertThat(bottom).isLessThanOrEqualTo(37 + 225);
        }
    }

    @Test
    void theRedHeadStandsWhereTheStandardHasIt() throws Exception {
        try (var document = pdf(paper(Form.DOCUMENT, full(1)))) {
            var lines = lines(document);
            var mark = lines.getFirst();
            double size = mark.signs().getFirst().getFontSizeInPt() / MM;
            assertThat(mark.text()).isEqualTo("某县人民政府文件");
            assertThat(mark.y() - size * 0.86).isCloseTo(37 + 35, within(TOLERANCE));
            assertThat((mark.left() + mark.right()) / 2).isCloseTo(28 + 78, within(TOLERANCE));
            assertThat(lines.get(1).text()).isEqualTo("某民办督〔2026〕1号");
            assertThat(lines.get(2).signs().getFirst().getFontSizeInPt()).isEqualTo(22);
            var below = lines.stream().filter(each -> each.y() > 37 + 225).toList();
            assertThat(String.join("", below.stream().map(Placed::text).toList())).isEqualTo("—1—");
            assertThat(below.getFirst().y()).isBetween(268.0, 272.0);
        }
    }

    @Test
    void aLetterHasDoubleLinesOf170AndNoNumberOnItsFirstPage() throws Exception {
        var sheets = Layout.of(paper(Form.LETTER, full(3)));

        var rules =
                sheets.getFirst().strokes().stream()
                        .filter(Sheet.Rule.class::isInstance)
                        .map(Sheet.Rule.class::cast)
                        .toList();
        assertThat(rules).hasSize(4).allSatisfy(each -> assertThat(each.length()).isEqualTo(170));
        assertThat(rules.getLast().y()).isCloseTo(297 - 20, within(TOLERANCE));
        try (var document = pdf(paper(Form.LETTER, full(3)))) {
            assertThat(lines(document)).noneMatch(each -> each.text().contains("—"));
            assertThat(lines(document).getFirst().y()).isGreaterThan(30);
        }
    }

    @Test
    void dateAndOrganStandBelowTheTextWithRoomForTheSeal() throws Exception {
        try (var document = pdf(paper(Form.DOCUMENT, full(1)))) {
            var lines = lines(document);
            var day = lines.stream().filter(each -> each.text().equals("2026年8月7日")).findFirst();
            assertThat(day).isPresent();
            assertThat(day.get().right())
                    .isCloseTo(28 + 156 - 4 * Sheet.CELL, within(3 * TOLERANCE));
            var last = lines.stream().filter(each -> each.text().startsWith("地")).toList();
            assertThat(day.get().y() - last.getLast().y())
                    .isCloseTo(4 * Sheet.PITCH, within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theSignatureNeverStandsAloneOnAPage(Form form) {
        for (int lines = 1; lines < 50; lines++) {
            var last = Layout.of(paper(form, full(lines))).getLast();

            assertThat(last.strokes())
                    .anyMatch(each ->
                            each instanceof Sheet.Text text
                                    && (text.text().contains("地") || text.text().contains("出席")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "一二三四五六七八九十一二三四五六七八九十一二三四五六。后, 一二三四五六七八九十一二三四五六七八九十一二三四五",
        "一二三四五六七八九十一二三四五六七八九十一二三四五（后, 一二三四五六七八九十一二三四五六七八九十一二三四五",
        "一二三四五六七八九十一二三四五六七八九十一二2026年, 一二三四五六七八九十一二三四五六七八九十一二2026年"
    })
    void noLineBeginsOrEndsWithTheWrongSign(String text, String first) {
        var lines = Setting.lines(Setting.atoms(text, Face.FANG), 2, 0, 28);

        var read = new StringBuilder();
        lines.getFirst().atoms().forEach(each -> read.append(each.text()));
        assertThat(read).hasToString(first);
    }

    @Test
    void withoutAFontOfTheMachineTheReaderTakesItsOwn() throws IOException {
        var out = new ByteArrayOutputStream();
        new Papers(new Fonts(nowhere.resolve("none"), List.of()))
                .pdf(paper(Form.LETTER, "耕地。"), out);

        try (var document = Loader.loadPDF(out.toByteArray())) {
            var fonts =
                    document.getPage(0)
                            .getResources()
                            .getCOSObject()
                            .getCOSDictionary(COSName.FONT);
            assertThat(fonts.getCOSDictionary(COSName.getPDFName("R")).getNameAsString("BaseFont"))
                    .isEqualTo("STSong-Light");
        }
    }

    @Test
    void theFootOfDocxStandsInFramesThatSomethingFollows() throws Exception {
        var parts = docx(paper(Form.MINUTES, "一、核实情况。属实。"));

        var frames =
                xml(parts.getOrDefault("word/document.xml", "")).getElementsByTagName("w:framePr");
        assertThat(frames.getLength()).isEqualTo(2);
        assertThat(IntStream.range(0, 2).mapToObj(frames::item).map(Element.class::cast))
                .allSatisfy(frame -> assertThat(frame.getAttribute("w:vAnchor")).isEqualTo("page"))
                .extracting(frame -> Integer.parseInt(frame.getAttribute("w:y")))
                .isSorted()
                .allSatisfy(top -> assertThat(top).isLessThan((int) (262 * MM * 20)));
        var letter = xml(docx(paper(Form.LETTER, "属实。")).getOrDefault("word/first.xml", ""));
        assertThat(letter.getElementsByTagName("w:p").getLength()).isEqualTo(2);
    }

    @Test
    void docxHasTheSameMeasures() throws Exception {
        var parts = docx(paper(Form.LETTER, "一、核实情况。属实。\n<地>&"));

        var document = xml(parts.getOrDefault("word/document.xml", ""));
        assertThat(one(document, "w:pgSz").getAttribute("w:w")).isEqualTo("11906");
        assertThat(one(document, "w:pgSz").getAttribute("w:h")).isEqualTo("16838");
        var margins = one(document, "w:pgMar");
        assertThat(margins.getAttribute("w:top")).isEqualTo("2098");
        assertThat(margins.getAttribute("w:left")).isEqualTo("1587");
        assertThat(margins.getAttribute("w:right")).isEqualTo("1474");
        assertThat(margins.getAttribute("w:bottom")).isEqualTo("1984");
        var grid = one(document, "w:docGrid");
        assertThat(Integer.parseInt(grid.getAttribute("w:linePitch")) * 22)
                .isCloseTo((int) (225 * MM * 20), within(22))
                .isLessThanOrEqualTo((int) (225 * MM * 20));
        // Measured in LibreOffice 7.4: a grid of characters gave 14 of them a line.
        assertThat(grid.getAttribute("w:type")).isEqualTo("lines");
        assertThat(parts.get("word/styles.xml"))
                .contains("w:line=\"579\" w:lineRule=\"exact\"", "<w:spacing w:val=\"-5\"/>");
        assertThat((16 - 5 / 20.0) * 28).isLessThanOrEqualTo(156 * MM);
        assertThat(parts.get("word/document.xml"))
                .contains("w:eastAsia=\"仿宋_GB2312\"", "w:eastAsia=\"方正小标宋简体\"", "w:eastAsia=\"黑体\"")
                .contains("<w:sz w:val=\"32\"/>", "<w:sz w:val=\"44\"/>", "&lt;地&gt;&amp;");
        for (Map.Entry<String, String> part : parts.entrySet()) {
            assertThat(xml(part.getValue()).getDocumentElement()).isNotNull();
        }
    }

    private static Element one(Document document, String name) {
        return (Element) document.getElementsByTagName(name).item(0);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> docx(Paper paper) throws IOException {
        var out = new ByteArrayOutputStream();
        new Papers(new Fonts(nowhere, List.of())).docx(paper, out);
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                parts.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
