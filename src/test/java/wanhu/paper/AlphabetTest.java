package wanhu.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters of the alphabet keep to the half cells of a paper, whatever font draws them. */
class AlphabetTest {
    /** Half of 3号, in points, with a hundredth for rounding. */
    private static final float HALF = 8.01f;

    @TempDir Path fonts;

    private static Paper paper() {
        return PaperTest.paper(Form.DOCUMENT, "接入 WiFi，编号150524-20261019-0004。");
    }

    @Test
    void aBrowserDrawsAPieceIntoItsWidth() {
        var text =
                Layout.of(paper()).getFirst().strokes().stream()
                        .filter(Sheet.Text.class::isInstance)
                        .map(Sheet.Text.class::cast)
                        .filter(each -> each.text().contains("WiFi"))
                        .findFirst()
                        .orElseThrow();
        var runs = Svg.runs(text);

        assertThat(runs.stream().map(Svg.Run::text).collect(Collectors.joining()))
                .isEqualTo(text.text());
        assertThat(runs.stream().filter(run -> run.length() != null).map(Svg.Run::text))
                .contains("WiFi");
    }

    @Test
    void noLetterOfAPdfIsWiderThanItsHalf() throws Exception {
        var own = Objects.requireNonNull(AlphabetTest.class.getResource("test-cjk.ttf")).toURI();
        Files.copy(Path.of(own), fonts.resolve("fang.ttf"));
        var out = new ByteArrayOutputStream();
        new Papers(new Fonts(fonts, List.of())).pdf(paper(), out);

        var letters = letters(out.toByteArray());
        assertThat(letters)
                .hasSizeGreaterThan(3)
                .allSatisfy(wide -> assertThat(wide).isLessThan(HALF));
    }

    /** How wide the small letters and capitals of the text are drawn, in points. */
    private static List<Float> letters(byte[] file) throws IOException {
        var found = new ArrayList<Float>();
        var reader =
                new PDFTextStripper() {
                    @Override
                    protected void writeString(String text, List<TextPosition> signs) {
                        signs.stream()
                                .filter(each -> each.getUnicode().matches("[A-Za-z]"))
                                .forEach(each -> found.add(each.getWidthDirAdj()));
                    }
                };
        try (var document = Loader.loadPDF(file)) {
            reader.getText(document);
        }
        return found;
    }
}
