package wanhu.paper;

/** What stands at the foot of a DOCX: the imprint, page numbers, the lower red line of letters. */
final class DocxFoot {
    private DocxFoot() {}

    /** 版记, at the foot of the type area: a frame for each line, each with its own rules. */
    static String imprint(Paper paper) {
        var xml = new StringBuilder();
        boolean ruled = paper.form() != Form.LETTER;
        double top = Sheet.TOP + Sheet.BODY_HEIGHT - (ruled ? SMALL_LINE : 0);
        if (!paper.copies().isEmpty()) {
            var copies = "抄送：" + paper.copies() + "。";
            double cells =
                    Math.floor((Sheet.BODY_WIDTH / Sheet.POINT - 2 * Sheet.SIZE_4) / Sheet.SIZE_4);
            double lines = Math.ceil(Setting.cells(copies) / cells);
            xml.append(
                    foot(
                            top - lines * SMALL_LINE,
                            ruled ? "<w:pBdr>" + side("top", 8) + "</w:pBdr>" : "",
                            DocxBody.small(copies)));
        }
        if (ruled) {
            int above = paper.copies().isEmpty() ? 8 : 6;
            xml.append(
                    foot(
                            top,
                            "<w:pBdr>" + side("top", above) + side("bottom", 8) + "</w:pBdr>",
                            DocxBody.small(paper.organ())
                                    + "<w:r><w:tab/></w:r>"
                                    + DocxBody.small(paper.date() + "印发")));
        }
        return xml.toString();
    }

    /** Height of a line of 4号, in mm. */
    private static final double SMALL_LINE = Sheet.SIZE_4 * 1.4 * Sheet.POINT;

    private static String foot(double top, String rules, String runs) {
        return DocxBody.paragraph(
                        "<w:framePr w:w=\"%d\" w:hSpace=\"0\" w:wrap=\"notBeside\" w:vAnchor=\"page\" w:hAnchor=\"margin\" w:x=\"0\" w:y=\"%d\"/>"
                                        .formatted(
                                                DocxBody.twips(Sheet.BODY_WIDTH),
                                                DocxBody.twips(top))
                                + rules
                                + "<w:tabs><w:tab w:val=\"right\" w:pos=\"8560\"/></w:tabs>"
                                + DocxBody.spacing(0, 0, SMALL_LINE / Sheet.POINT)
                                + "<w:ind w:left=\"280\" w:right=\"280\"/>",
                        runs)
                + nothing();
    }

    private static String side(String side, int eighths) {
        return "<w:%s w:val=\"single\" w:sz=\"%d\" w:space=\"0\" w:color=\"000000\"/>"
                .formatted(side, eighths);
    }

    /** The page number: 4号, at the outer edge, one character from it. */
    static String footer(String namespace, String side) {
        var inner =
                side.equals("right")
                        ? "<w:ind w:rightChars=\"100\" w:right=\"280\"/>"
                        : "<w:ind w:leftChars=\"100\" w:left=\"280\"/>";
        var number =
                "<w:fldSimple w:instr=\" PAGE \">"
                        + DocxBody.run("1", Face.SONG, Sheet.SIZE_4, "")
                        + "</w:fldSimple>";
        return "<w:ftr %s>".formatted(namespace)
                + DocxBody.paragraph(
                        inner + "<w:jc w:val=\"" + side + "\"/>",
                        DocxBody.run("— ", Face.SONG, Sheet.SIZE_4, "")
                                + number
                                + DocxBody.run(" —", Face.SONG, Sheet.SIZE_4, ""))
                + "</w:ftr>";
    }

    /** Below the first page of a letter: the second red double line, and no number. */
    static String firstFooter(String namespace) {
        return "<w:ftr %s>".formatted(namespace)
                + DocxBody.paragraph(
                        DocxBody.frame(Head.LETTER_RULE_BOTTOM - RULE_HEIGHT)
                                + DocxBody.edge("top", "thinThickSmallGap", 24, 0)
                                + DocxBody.spacing(0, 0, 1),
                        DocxBody.run("", Face.FANG, 1, ""))
                + nothing()
                + "</w:ftr>";
    }

    /** How high a red double line is, in mm. */
    private static final double RULE_HEIGHT = 1.5;

    /** A paragraph of no height: LibreOffice takes frames for text that no other text follows. */
    private static String nothing() {
        return DocxBody.paragraph(DocxBody.spacing(0, 0, 1), DocxBody.run("", Face.FANG, 1, ""));
    }
}
