package wanhu.org;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.Cells;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.OrgPath;
import wanhu.base.Plain;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.TemporaryFiles;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/** Import of units for the administrator: template, dry run, confirmation, progress. */
@Controller
@For(Role.ADMIN)
class ImportPages {
    private static final String REFRESH_SECONDS = "2";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final char MARK = '\uFEFF';

    private final Imports imports;
    private final ImportFiles files;
    private final ImportRunner runner;
    private final TemporaryFiles temporary;
    private final Words words;
    private final Clock clock;

    ImportPages(
            Imports imports,
            ImportFiles files,
            ImportRunner runner,
            TemporaryFiles temporary,
            Words words,
            Clock clock) {
        this.imports = imports;
        this.files = files;
        this.runner = runner;
        this.temporary = temporary;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/org/import")
    ModelAndView form() {
        return form(null);
    }

    private ModelAndView form(@Nullable Refused no) {
        var page = new ImportFormPage(Zones.day(clock.instant()), no);
        var status = no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status());
        return Html.page("org/import", page, status);
    }

    /** The dry run: says what the import would do and which rows are bad. */
    @PostMapping("/org/import")
    ModelAndView check(Actor actor, @RequestParam MultipartFile file, @RequestParam LocalDate from)
            throws IOException {
        if (file.isEmpty()) {
            return form(new Refused(Refused.Kind.INVALID, "org.import.refused.file"));
        }
        var kept = temporary.file();
        try {
            file.transferTo(kept);
            var report = imports.check(kept, actor.path());
            var given = file.getOriginalFilename();
            var name = given == null ? "" : Plain.text(given);
            var id = files.keep(actor, kept, name, from);
            return Html.page("org/importCheck", new ImportCheckPage(id, name, report));
        } catch (Refused no) {
            return form(no);
        } finally {
            ImportRunner.delete(kept);
        }
    }

    @PostMapping("/org/import/{id}/load")
    ModelAndView load(Actor actor, @PathVariable UUID id, @RequestParam int rows) {
        runner.start(actor, job(actor, id), rows);
        return Html.redirect("/org/import/" + id);
    }

    @GetMapping("/org/import/{id}")
    ModelAndView progress(Actor actor, @PathVariable UUID id, HttpServletResponse response) {
        var job = job(actor, id);
        if (job.state() == ImportFiles.State.LOADING && !job.stalled()) {
            response.setHeader("Refresh", REFRESH_SECONDS);
        }
        return Html.page("org/importProgress", job);
    }

    /** Every bad row with its number and what is wrong with it. */
    @GetMapping("/org/import/{id}/errors")
    void errors(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "zh-CN") String lang,
            HttpServletResponse response)
            throws IOException {
        job(actor, id);
        var locale = Locale.forLanguageTag(lang);
        Path file =
                files.unpacked(actor.county(), id)
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.MISSING, "org.import.refused.gone"));
        response.setContentType(CSV.toString());
        response.setHeader("Content-Disposition", "attachment; filename=\"errors.csv\"");
        var out = response.getWriter();
        try {
            out.write(MARK + heading(locale));
            imports.badRows(file, actor.path(), row -> out.write(line(locale, row)));
        } finally {
            ImportRunner.delete(file);
        }
    }

    private String heading(Locale locale) {
        return String.join(
                        ",",
                        words.text(locale, "org.import.row"),
                        words.text(locale, "org.import.columns"),
                        words.text(locale, "org.import.fault"))
                + "\r\n";
    }

    private String line(Locale locale, ImportReport.BadRow row) {
        var line = new StringBuilder().append(row.number());
        row.cells().forEach(cell -> line.append(',').append(Cells.csv(cell)));
        var faults =
                row.faults().stream()
                        .map(each -> words.text(locale, "org.import.fault." + each))
                        .toList();
        return line.append(',')
                .append(Cells.csv(String.join("；", faults)))
                .append("\r\n")
                .toString();
    }

    @GetMapping("/org/import/template")
    void template(@RequestParam(defaultValue = "zh-CN") String lang, HttpServletResponse response)
            throws IOException {
        response.setContentType(CSV.toString());
        response.setHeader("Content-Disposition", "attachment; filename=\"units.csv\"");
        var heading = words.text(Locale.forLanguageTag(lang), "org.import.template.text");
        response.getWriter().write(MARK + heading + "\r\n");
    }

    /** A file belongs to who sent it, and to those who work for the whole county. */
    private static boolean county(Actor actor) {
        return actor.path().text().length() <= OrgPath.COUNTY_LENGTH;
    }

    private ImportFiles.Job job(Actor actor, UUID id) {
        return files.find(actor.county(), id)
                .filter(job -> county(actor) || job.by().equals(actor.person()))
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "org.import.refused.gone"));
    }
}

/** The form of an import. */
record ImportFormPage(LocalDate today, @Nullable Refused no) {
    String fault(Screen screen) {
        return no == null ? "" : screen.t(no.word(), no.arguments().toArray());
    }
}

/** What an import would do. */
record ImportCheckPage(UUID id, String name, ImportReport report) {
    List<Link> faults(Screen screen) {
        return report.shown().stream()
                .map(row ->
                        new Link(
                                text(screen, row),
                                null,
                                screen.t("org.import.row.number", row.number())))
                .toList();
    }

    private static String text(Screen screen, ImportReport.BadRow row) {
        var faults =
                row.faults().stream().map(each -> screen.t("org.import.fault." + each)).toList();
        var cells = String.join(" | ", row.cells().subList(0, 4));
        return cells + "：" + String.join("；", faults);
    }

    List<Map.Entry<String, Integer>> kinds() {
        return report.freshByKind().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    }
}
