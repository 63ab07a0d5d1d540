package wanhu.workbench;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.ForMatters;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.category.Categories;
import wanhu.matter.MatterLine;
import wanhu.matter.MatterLists;
import wanhu.org.Units;
import wanhu.people.RateLimit;
import wanhu.people.RateLimits;
import wanhu.shell.Languages;

/** The filtered list as a file; nothing in it tells who asked. */
@Controller
@ForMatters
class ExportPages {
    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "title",
                    "kind",
                    "category",
                    "channel",
                    "place",
                    "stage",
                    "holder",
                    "due",
                    "late",
                    "supporters",
                    "redos",
                    "reported",
                    "solved");

    /** Files that one person takes away in an hour: more is no office work (attack S31). */
    static final int FILES_AN_HOUR_MAX = 30;

    private final MatterLists lists;
    private final Units units;
    private final Categories categories;
    private final Words words;
    private final Audit audit;
    private final Clock clock;
    private final RateLimit files;

    ExportPages(
            MatterLists lists,
            Units units,
            Categories categories,
            Words words,
            Audit audit,
            RateLimits limits,
            Clock clock) {
        this.lists = lists;
        this.units = units;
        this.categories = categories;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
        this.files = limits.of("export", FILES_AN_HOUR_MAX, Duration.ofHours(1));
    }

    @GetMapping("/matters/export.csv")
    void csv(
            Actor actor,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.take(actor.person().toString());
        response.setContentType("text/csv;charset=UTF-8");
        named(response, "csv");
        try (var sheet = Sheet.Csv.to(response.getOutputStream())) {
            write(actor, parameters, reader(actor, request), sheet);
        }
    }

    @GetMapping("/matters/export.xlsx")
    void excel(
            Actor actor,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        files.take(actor.person().toString());
        response.setContentType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        named(response, "xlsx");
        var reader = reader(actor, request);
        var title = reader.text("workbench.export.sheet");
        try (var sheet = new Sheet.Excel(response.getOutputStream(), title)) {
            write(actor, parameters, reader, sheet);
        }
    }

    private void named(HttpServletResponse response, String ending) {
        var day = Zones.day(clock.instant());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"matters-" + day + "." + ending + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** In whose words and with which names a file is written. */
    private record Reader(
            int county, Locale locale, Words words, Names names, CategoryNames categories) {
        String text(String key) {
            return words.text(county, locale, key);
        }
    }

    private Reader reader(Actor actor, HttpServletRequest request) {
        var names = new Names(units.tree(actor.county()));
        var named = new CategoryNames(categories.tree(actor.county()));
        return new Reader(actor.county(), Languages.of(request), words, names, named);
    }

    private void write(Actor actor, Map<String, String> parameters, Reader reader, Sheet sheet) {
        audit.record(
                actor,
                Act.of(Verb.EXPORTED, "matters")
                        .with("filters", String.join(" ", new TreeSet<>(parameters.keySet()))));
        var form = new ListForm(parameters);
        var below = reader.categories().subtree(form.value("category"));
        var query = form.query(reader.names().tree(), below);
        var head = COLUMNS.stream().map(each -> "workbench.col." + each);
        sheet.row(Stream.concat(Stream.of("shell.row"), head).map(reader::text).toList());
        int[] line = {0};
        lists.export(actor, query, row -> sheet.row(cells(++line[0], row, reader)));
    }

    private List<String> cells(int line, MatterLine row, Reader reader) {
        var names = reader.names();
        return List.of(
                Integer.toString(line),
                row.number(),
                row.title(),
                reader.text("life.kind." + row.kind()),
                reader.categories().full(row.category(), reader.locale()),
                reader.text("life.channel." + row.channel()),
                names.place(row.place()),
                reader.text("life.stage." + row.stage()),
                names.place(row.holder()),
                row.due() == null ? "" : Moment.text(row.due()),
                reader.text("shell.late." + row.lateness(clock.instant())),
                Integer.toString(row.supporters()),
                Integer.toString(row.redos()),
                Moment.text(row.reported()),
                row.solved() == null ? "" : Moment.text(row.solved()));
    }
}
