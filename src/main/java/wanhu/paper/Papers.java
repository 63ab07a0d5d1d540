package wanhu.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Service;

/** The door: a paper as sheets for a page, as PDF, as DOCX. */
@Service
public class Papers {
    private final Fonts fonts;

    Papers(Fonts fonts) {
        this.fonts = fonts;
    }

    /** The sheets of a paper, for the template {@code paper/sheets}. */
    public List<Sheet> sheets(Paper paper) {
        return Layout.of(paper);
    }

    /** Writes PDF. */
    public void pdf(Paper paper, OutputStream out) throws IOException {
        Pdf.write(Layout.of(paper), paper.title(), fonts, out);
    }

    /** Writes DOCX (Office Open XML, ISO/IEC 29500); the stream stays open. */
    public void docx(Paper paper, OutputStream out) throws IOException {
        Docx.write(paper, out);
    }
}
