package wanhu.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import wanhu.paper.Setting.Atom;

/** Lays a paper out on sheets after GB/T 9704-2012. Pure: the same paper, the same sheets. */
final class Layout {
    /** 标题 in 2号: as many characters as fit beside each other. */
    private static final double TITLE_CELLS =
            Math.floor(Sheet.BODY_WIDTH / (Sheet.SIZE_2 * Sheet.POINT));

    private static final double MIDDLE = Sheet.LEFT + Sheet.BODY_WIDTH / 2;

    /** 左空二字. */
    private static final double INDENT = 2;

    /** 成文日期右空四字. */
    private static final double DATE_RIGHT = 4;

    /** Lines above the signature, for the seal. */
    private static final int SEAL_LINES = 2;

    /** Lines of the text that go to the next page with the signature: none stands alone there. */
    private static final int CARRIED_LINES = 2;

    private final Paper paper;
    private final List<List<Sheet.Stroke>> pages = new ArrayList<>();
    private int line;

    private Layout(Paper paper) {
        this.paper = paper;
    }

    /** The sheets of a paper, one at least. */
    static List<Sheet> of(Paper paper) {
        return new Layout(paper).sheets();
    }

    private List<Sheet> sheets() {
        var head = Head.of(paper);
        pages.add(new ArrayList<>(head.strokes()));
        line = head.firstLine();
        var body = Stream.of(title(), to(), text(), present()).flatMap(List::stream).toList();
        var end = Stream.concat(signature().stream(), contact().stream()).toList();
        var imprint = new Imprint(paper);
        int kept = body.size() - CARRIED_LINES;
        body.subList(0, kept).forEach(this::put);
        var last = Stream.concat(body.subList(kept, body.size()).stream(), end.stream()).toList();
        if (line + last.size() + imprint.lines() > Sheet.LINES) {
            turn();
        }
        last.forEach(this::put);
        pages.getLast().addAll(imprint.strokes());
        return numbered(imprint);
    }

    private List<Sheet> numbered(Imprint imprint) {
        var sheets = new ArrayList<Sheet>();
        for (int page = 0; page < pages.size(); page++) {
            var strokes = new ArrayList<>(pages.get(page));
            strokes.addAll(imprint.margin(page + 1));
            sheets.add(new Sheet(strokes));
        }
        return sheets;
    }

    private void put(Row row) {
        if (line == Sheet.LINES) {
            turn();
        }
        pages.getLast().addAll(row.on(line));
        line++;
    }

    private void turn() {
        pages.add(new ArrayList<>());
        line = 0;
    }

    /** 标题: centred, in lines of like length. */
    private List<Row> title() {
        var atoms = Setting.atoms(paper.title(), Face.SONG);
        double cells = Setting.cells(paper.title());
        double lines = Math.ceil(cells / TITLE_CELLS);
        double width = Math.min(TITLE_CELLS, Math.ceil(cells / lines) + 1);
        var rows = new ArrayList<Row>();
        Setting.lines(atoms, 0, 0, width)
                .forEach(each -> rows.add(Row.centred(MIDDLE, Sheet.SIZE_2, each)));
        rows.add(Row.BLANK);
        return rows;
    }

    /** 主送机关: at the left edge, a colon after it. */
    private List<Row> to() {
        return paper.to().isEmpty()
                ? List.of()
                : rows(Setting.atoms(paper.to() + "：", Face.FANG), 0, 0);
    }

    private List<Row> text() {
        return paper.paragraphs().stream()
                .flatMap(each -> rows(Headings.atoms(each), INDENT, 0).stream())
                .toList();
    }

    /** 出席: the word in 黑体, the names behind it, lines below each other. */
    private List<Row> present() {
        if (paper.present().isEmpty()) {
            return List.of();
        }
        var atoms = new ArrayList<Atom>(Setting.atoms("出席：", Face.HEI));
        double hang = INDENT + Setting.cells("出席：");
        atoms.addAll(Setting.atoms(paper.present(), Face.FANG));
        return Stream.concat(Stream.of(Row.BLANK), rows(atoms, INDENT, hang).stream()).toList();
    }

    /** 发文机关署名 above 成文日期, with room for the seal; minutes have neither. */
    private List<Row> signature() {
        if (paper.form() == Form.MINUTES) {
            return List.of();
        }
        double date = Setting.cells(paper.date());
        double organ = Setting.cells(paper.organ());
        double right = Sheet.CELLS - DATE_RIGHT - date / 2;
        double middle = Math.min(right, Math.max(Sheet.CELLS - INDENT - organ / 2, organ / 2));
        var rows = new ArrayList<Row>();
        for (int blank = 0; blank < SEAL_LINES; blank++) {
            rows.add(Row.BLANK);
        }
        rows.add(centred(paper.organ(), middle));
        rows.add(centred(paper.date(), middle));
        return rows;
    }

    private static Row centred(String text, double middle) {
        var atoms = Setting.atoms(text, Face.FANG);
        return Row.text(new Setting.Line(middle - Setting.cells(text) / 2, atoms));
    }

    /** 附注: in brackets, below the date. */
    private List<Row> contact() {
        return paper.contact().isEmpty()
                ? List.of()
                : rows(Setting.atoms("（" + paper.contact() + "）", Face.FANG), INDENT, 0);
    }

    private static List<Row> rows(List<Atom> atoms, double first, double then) {
        return Setting.lines(atoms, first, then, Sheet.CELLS).stream().map(Row::text).toList();
    }
}
