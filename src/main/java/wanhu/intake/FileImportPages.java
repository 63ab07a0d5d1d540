package wanhu.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.Cells;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Plain;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.TemporaryFiles;
import wanhu.shell.Choice;

/** Where a file of reports is uploaded, judged, imported and watched. */
@Controller
@RequestMapping("/desk/import")
@For({Role.PHONE_DESK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK})
class FileImportPages {
    private static final int SOURCE_CHARACTERS_MAX = 100;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final FileImports imports;
    private final FileGrounds grounds;
    private final Places places;
    private final TemporaryFiles temporary;

    FileImportPages(
            FileImports imports, FileGrounds grounds, Places places, TemporaryFiles temporary) {
        this.imports = imports;
        this.grounds = grounds;
        this.places = places;
        this.temporary = temporary;
    }

    /** Whether the post imports files. */
    static boolean may(Actor actor) {
        return actor.is(Role.PHONE_DESK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK);
    }

    @GetMapping
    ModelAndView list(Actor actor) {
        return Html.page("intake/imports", new ImportsPage(imports.list(actor), places.of(actor)));
    }

    /** From where the rows come and to which unit those without a place go; empty when not said. */
    record Into(@Nullable String source, @Nullable String place) {}

    /** Judges a file; writes nothing yet. */
    @PostMapping
    ModelAndView upload(
            Actor actor,
            @RequestParam MultipartFile file,
            @ModelAttribute Into into,
            Locale locale) {
        if (file.isEmpty()) {
            throw new Refused(Refused.Kind.INVALID, "intake.refused.no-file");
        }
        var given = file.getOriginalFilename();
        var name = given == null ? "" : Plain.text(given);
        var target = target(actor, into, name);
        try {
            var path = temporary.file();
            try {
                file.transferTo(path);
                var made = imports.check(actor, new FileImports.Upload(path, name, target), locale);
                return Html.redirect("/desk/import/" + made.id());
            } finally {
                Files.deleteIfExists(path);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private FileImport.Into target(Actor actor, Into into, String file) {
        var place = into.place();
        var unit =
                place == null || place.isEmpty()
                        ? null
                        : grounds.place(actor, place)
                                .orElseThrow(() ->
                                        new Refused(Refused.Kind.INVALID, "intake.refused.place"));
        var source = into.source();
        return new FileImport.Into(named(source == null ? "" : source, file), unit);
    }

    private static String named(String source, String file) {
        var name = source.isBlank() ? file.strip() : source.strip();
        if (name.isEmpty() || name.length() > SOURCE_CHARACTERS_MAX) {
            throw new Refused(Refused.Kind.INVALID, "intake.refused.source", SOURCE_CHARACTERS_MAX);
        }
        return name;
    }

    @GetMapping("/{id}")
    ModelAndView one(Actor actor, @PathVariable UUID id) {
        return Html.page("intake/importOne", new ImportPage(imports.get(actor, id)));
    }

    /** The moving part of the page. */
    @GetMapping("/{id}/progress")
    ModelAndView progress(Actor actor, @PathVariable UUID id) {
        return Html.page("intake/importProgress", new ImportPage(imports.get(actor, id)));
    }

    @PostMapping("/{id}/start")
    ModelAndView start(Actor actor, @PathVariable UUID id) {
        imports.start(actor, id);
        return Html.redirect("/desk/import/" + id);
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(Actor actor, @PathVariable UUID id) {
        imports.cancel(actor, id);
        return Html.redirect("/desk/import/" + id);
    }

    /** Every bad row with its reason. */
    @GetMapping("/{id}/faults.csv")
    ResponseEntity<byte[]> faults(Actor actor, @PathVariable UUID id) throws IOException {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(imports.faults(actor, id)))) {
            return file("faults.csv", CSV, zip.readAllBytes());
        }
    }

    /** An empty file with the headings, as text. */
    @GetMapping("/template.csv")
    ResponseEntity<byte[]> csv() {
        var text =
                headings().stream()
                        .map(Cells::csv)
                        .collect(Collectors.joining(",", "\uFEFF", "\r\n"));
        return file("template.csv", CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for Excel. */
    @GetMapping("/template.xlsx")
    ResponseEntity<byte[]> excel() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "wanhu", "1.0")) {
            var sheet = book.newWorksheet("wanhu");
            var headings = headings();
            for (int at = 0; at < headings.size(); at++) {
                sheet.value(0, at, headings.get(at));
                sheet.width(at, 18);
            }
        }
        return file("template.xlsx", XLSX, bytes.toByteArray());
    }

    private static List<String> headings() {
        return Stream.of(FileColumn.values())
                .filter(column -> column != FileColumn.USER)
                .map(FileColumn::heading)
                .toList();
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
        var disposition = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}

/** Page of the imports of a unit. */
record ImportsPage(List<FileImport> imports, List<Choice> places) {}

/** Page of one import. */
record ImportPage(FileImport file) {
    /** A fault as "row, reason". */
    record Line(String row, String reason) {}

    List<Line> faults() {
        return file.faultsFirst().stream()
                .map(line -> line.split("\t", 2))
                .map(parts -> new Line(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    String href() {
        return "/desk/import/" + file.id();
    }
}
