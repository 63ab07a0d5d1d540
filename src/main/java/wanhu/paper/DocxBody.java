package wanhu.paper;

/**
 * The parts of a DOCX in which the paper's own words stand. Lengths are twips, twentieths of a
 * point.
 */
final class DocxBody {
    private static final double TWIPS = 20 / Sheet.POINT;

    /** Height of a line, rounded down so that 22 of them fit. */
    static final long LINE = (long) Math.floor(Sheet.PITCH * TWIPS);

    /** What is taken off a character of 3号, rounded so that 28 of them fit. */
    static final long NARROWER = (long) Math.floor((Sheet.CELL / Sheet.POINT - Sheet.SIZE_3) * 20);

    private static final String RED = "C00000";

    /** A last paragraph of five lines goes with the signature, which never stands alone. */
    private static final int KEPT_CELLS_MAX = 5 * Sheet.CELLS;

    /** What a line is higher than a character of 3号. */
    private static final long LEADING = LINE - Math.round(Sheet.SIZE_3 * 20);

    private final Paper paper;

    DocxBody(Paper paper) {
        this.paper = paper;
    }

    static long twips(double millimetres) {
        return Math.round(millimetres * TWIPS);
    }

    /** document.xml. */
    String document(String namespace) {
        var xml =
                new StringBuilder(
                        "<w:document %s xmlns:r=\"%s\"><w:body>"
                                .formatted(
                                        namespace,
                                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"));
        if (!paper.stamp().isEmpty()) {
            var stamp = run(paper.stamp(), Face.HEI, Sheet.SIZE_4, RED);
            xml.append(paragraph(frame(STAMP_TOP) + WIDE, stamp));
        }
        head(xml);
        xml.append(
                paragraph(
                        spacing(2 * LINE, LINE) + "<w:jc w:val=\"center\"/>",
                        run(paper.title(), Face.SONG, Sheet.SIZE_2, "")));
        if (!paper.to().isEmpty()) {
            xml.append(paragraph("", text(paper.to() + "：")));
        }
        var paragraphs = paper.paragraphs();
        for (int each = 0; each < paragraphs.size(); each++) {
            var text = paragraphs.get(each);
            boolean last = each == paragraphs.size() - 1 && paper.form() != Form.MINUTES;
            var kept = last && Setting.cells(text) <= KEPT_CELLS_MAX ? "<w:keepNext/>" : "";
            xml.append(paragraph(kept + INDENTED, split(text)));
        }
        present(xml);
        signature(xml);
        xml.append(DocxFoot.imprint(paper));
        return xml.append(section()).append("</w:body></w:document>").toString();
    }

    private static final String INDENTED = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/>";

    private void head(StringBuilder xml) {
        boolean letter = paper.form() == Form.LETTER;
        double size = Math.floor(Head.size(paper));
        xml.append(
                paragraph(
                        (letter
                                        ? frame(Head.LETTER_MARK_TOP)
                                                + edge("bottom", "thickThinSmallGap", 24, 5)
                                        : "")
                                + spacing(letter ? 0 : twips(Head.MARK_TOP - Sheet.TOP), 0, size)
                                + "<w:jc w:val=\"center\"/>",
                        run(paper.mark(), Face.SONG, size, RED)));
        switch (paper.form()) {
            case LETTER ->
                    xml.append(
                            paragraph(
                                    spacing(twips(Sheet.SIZE_3 * Sheet.POINT * 7 / 8) - LEADING, 0)
                                            + "<w:jc w:val=\"right\"/>",
                                    text(paper.number())));
            case DOCUMENT ->
                    xml.append(
                            paragraph(
                                    edge("bottom", "single", 16, 11)
                                            + spacing(2 * LINE - LEADING, 0)
                                            + "<w:jc w:val=\"center\"/>",
                                    text(paper.number())));
            case MINUTES ->
                    xml.append(
                            paragraph(
                                    edge("bottom", "single", 16, 11)
                                            + "<w:tabs><w:tab w:val=\"right\" w:pos=\"8530\"/></w:tabs>"
                                            + spacing(2 * LINE - LEADING, 0)
                                            + "<w:ind w:leftChars=\"100\" w:left=\"316\"/>",
                                    text(paper.number())
                                            + "<w:r><w:tab/></w:r>"
                                            + text(paper.date())));
        }
    }

    /** Of what stands above the head, in mm. */
    private static final double STAMP_TOP = 18;

    /** In such a frame where the type area begins: 8 mm and 6 mm are in the margins. */
    private static final String WIDE = "<w:ind w:left=\"454\" w:right=\"340\"/>";

    /** 170 mm wide in the middle of the paper, its upper edge at a height: for lines of letters. */
    static String frame(double top) {
        return "<w:framePr w:w=\"%d\" w:hSpace=\"0\" w:wrap=\"notBeside\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:xAlign=\"center\" w:y=\"%d\"/>"
                .formatted(twips(Head.LETTER_RULE_WIDTH), twips(top));
    }

    static String edge(String side, String line, int eighths, int points) {
        return "<w:pBdr><w:%s w:val=\"%s\" w:sz=\"%d\" w:space=\"%d\" w:color=\"%s\"/></w:pBdr>"
                .formatted(side, line, eighths, points, RED);
    }

    private void present(StringBuilder xml) {
        if (!paper.present().isEmpty()) {
            xml.append(
                    paragraph(
                            spacing(LINE, 0)
                                    + "<w:ind w:leftChars=\"500\" w:left=\"1579\" w:hangingChars=\"300\" w:hanging=\"947\"/>",
                            run("出席：", Face.HEI, Sheet.SIZE_3, "") + text(paper.present())));
        }
    }

    private void signature(StringBuilder xml) {
        if (paper.form() != Form.MINUTES) {
            double wider = (Setting.cells(paper.date()) - Setting.cells(paper.organ())) / 2;
            xml.append(
                    paragraph(
                            "<w:keepNext/><w:keepLines/>" + spacing(2 * LINE, 0) + right(wider),
                            text(paper.organ())));
            xml.append(paragraph("<w:keepLines/>" + right(0), text(paper.date())));
        }
        if (!paper.contact().isEmpty()) {
            xml.append(paragraph(INDENTED, text("（" + paper.contact() + "）")));
        }
    }

    /** 成文日期右空四字, and what stands in the middle above it so much more or less. */
    private static String right(double more) {
        double cells = Math.max(0, 4 + more);
        return "<w:ind w:right=\"%d\"/><w:jc w:val=\"right\"/>"
                .formatted(twips(cells * Sheet.CELL));
    }

    private String section() {
        boolean letter = paper.form() == Form.LETTER;
        var feet =
                "<w:footerReference w:type=\"default\" r:id=\"odd\"/><w:footerReference w:type=\"even\" r:id=\"even\"/>"
                        + (letter ? "<w:footerReference w:type=\"first\" r:id=\"first\"/>" : "");
        double right = Sheet.WIDTH - Sheet.LEFT - Sheet.BODY_WIDTH;
        double bottom = Sheet.HEIGHT - Sheet.TOP - Sheet.BODY_HEIGHT;
        return "<w:sectPr>"
                + feet
                + "<w:pgSz w:w=\"%d\" w:h=\"%d\"/>"
                        .formatted(twips(Sheet.WIDTH), twips(Sheet.HEIGHT))
                + "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"851\" w:footer=\"%d\" w:gutter=\"0\"/>"
                        .formatted(
                                twips(Sheet.TOP),
                                twips(right),
                                twips(bottom),
                                twips(Sheet.LEFT),
                                twips(bottom - Imprint.NUMBER_GAP - 5))
                + (letter ? "<w:titlePg/>" : "")
                + "<w:docGrid w:type=\"lines\" w:linePitch=\"%d\"/>".formatted(LINE)
                + "</w:sectPr>";
    }

    /** With lines as high as a size of type asks for, in pt. */
    static String spacing(long before, long after, double size) {
        return "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" w:lineRule=\"exact\"/>"
                .formatted(before, after, Math.round(size * 20));
    }

    static String spacing(long before, long after) {
        return "<w:spacing w:before=\"%d\" w:after=\"%d\"/>".formatted(before, after);
    }

    static String paragraph(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    private static String split(String paragraph) {
        var split = Headings.split(paragraph);
        var heading =
                split.heading().isEmpty()
                        ? ""
                        : run(split.heading(), split.face(), Sheet.SIZE_3, "");
        return heading + (split.rest().isEmpty() ? "" : text(split.rest()));
    }

    private static String text(String text) {
        return run(text, Face.FANG, Sheet.SIZE_3, "");
    }

    static String small(String text) {
        return run(text, Face.FANG, Sheet.SIZE_4, "");
    }

    static String run(String text, Face face, double size, String colour) {
        return "<w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"%s\"/>%s<w:spacing w:val=\"%d\"/><w:sz w:val=\"%d\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>"
                .formatted(
                        face.office(),
                        colour.isEmpty() ? "" : "<w:color w:val=\"" + colour + "\"/>",
                        size == Sheet.SIZE_3 ? NARROWER : 0,
                        Math.round(size * 2),
                        Markup.escaped(text));
    }
}
