package wanhu.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Cells;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.people.Accounts;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;

/** The record of acts for auditors: look, take along, verify. They change nothing. */
@Controller
@For(Role.AUDITOR)
class AuditPages implements MenuSource {
    static final int ROWS = 50;
    private static final int EXPORT_ROWS_MAX = 100_000;
    private static final int PIECE_ROWS = 2_000;
    private static final int PERSONS_MAX = 100;
    private static final int MENU = 920;

    private final ActSearch search;
    private final Verifier verifier;
    private final Accounts accounts;
    private final Audit audit;
    private final Words words;
    private final Clock clock;

    AuditPages(
            ActSearch search,
            Verifier verifier,
            Accounts accounts,
            Audit audit,
            Words words,
            Clock clock) {
        this.search = search;
        this.verifier = verifier;
        this.accounts = accounts;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry("audit.title", "/audit", MENU, actor -> actor.is(Role.AUDITOR)),
                new MenuEntry(
                        "audit.verify.title",
                        "/audit/verify",
                        MENU + 1,
                        actor -> actor.is(Role.AUDITOR)));
    }

    @GetMapping("/audit")
    ModelAndView list(Actor actor, @ModelAttribute SearchForm form) {
        var today = today();
        var query = query(actor, form);
        var start = ActSearch.After.of(SearchForm.text(form.after()), query.until());
        var found = search.list(query, start, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        return Html.page(
                "audit/list",
                new ListPage(
                        form,
                        today,
                        shown,
                        names(query.county(), shown),
                        found.size() > ROWS
                                ? form.href("/audit", shown.getLast().after().text())
                                : null));
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }

    private ActSearch.Query query(Actor actor, SearchForm form) {
        return form.query(
                actor, today(), text -> accounts.named(actor.county(), text, PERSONS_MAX));
    }

    private Map<UUID, String> names(int county, List<ActSearch.Found> rows) {
        return accounts.names(
                county,
                rows.stream()
                        .map(ActSearch.Found::person)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** The same as a file; that it was taken along is an act of its own. */
    @GetMapping("/audit/export.csv")
    void export(
            Actor actor,
            @ModelAttribute SearchForm form,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var query = query(actor, form);
        audit.record(
                actor,
                Act.of(Verb.EXPORTED, "audit")
                        .with("from", query.from())
                        .with("until", query.until())
                        .with("verbs", query.verbNames()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"audit-" + today() + ".csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var out =
                new BufferedWriter(
                        new OutputStreamWriter(
                                response.getOutputStream(), StandardCharsets.UTF_8))) {
            write(query, locale, out);
        }
    }

    private void write(ActSearch.Query query, Locale locale, Writer out) throws IOException {
        out.write('\uFEFF');
        line(
                out,
                Stream.of("at", "who", "post", "what", "thing", "object", "reason", "facts", "id")
                        .map(each -> words.text(locale, "audit.col." + each)));
        var piece = search.list(query, ActSearch.After.of("", query.until()), PIECE_ROWS);
        for (int written = 0; !piece.isEmpty() && written < EXPORT_ROWS_MAX; ) {
            var names = names(query.county(), piece);
            for (var row : piece) {
                line(out, cells(row, names, locale));
            }
            written += piece.size();
            piece = search.list(query, piece.getLast().after(), PIECE_ROWS);
        }
    }

    private Stream<String> cells(ActSearch.Found row, Map<UUID, String> names, Locale locale) {
        return Stream.of(
                row.at().atZone(Zones.CHINA).toOffsetDateTime().toString(),
                ListPage.name(row, names),
                row.title(),
                words.text(locale, "audit.verb." + row.verb()),
                words.text(locale, "audit.thing." + row.verb().thing()),
                row.object(),
                row.reason(),
                row.facts(),
                row.id().toString());
    }

    private static void line(Writer out, Stream<String> cells) throws IOException {
        out.write(cells.map(Cells::csv).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    @GetMapping("/audit/verify")
    ModelAndView ask() {
        return Html.page("audit/verify", new VerifyPage(null, 0));
    }

    /** Verifies the whole record of the county now. */
    @PostMapping("/audit/verify")
    ModelAndView verify(Actor actor) {
        long begun = System.nanoTime();
        var verdict = verifier.verify(actor.county());
        audit.record(
                actor,
                Act.of(Verb.RECORD_VERIFIED, actor.county())
                        .with("rows", verdict.rows())
                        .with("sound", verdict.sound()));
        return Html.page("audit/verify", new VerifyPage(verdict, System.nanoTime() - begun));
    }
}

/**
 * A piece of the record.
 *
 * @param names of the persons on it
 * @param next address of the next piece; null at the end
 */
record ListPage(
        SearchForm form,
        LocalDate today,
        List<ActSearch.Found> rows,
        Map<UUID, String> names,
        @Nullable String next) {
    String name(ActSearch.Found row) {
        return name(row, names);
    }

    static String name(ActSearch.Found row, Map<UUID, String> names) {
        var person = row.person();
        return person == null ? "" : names.getOrDefault(person, person.toString());
    }

    List<Choice> groups(Screen screen) {
        return Arrays.stream(Verb.Group.values())
                .map(each -> new Choice(each.name(), screen.t("audit.group." + each)))
                .toList();
    }

    List<Choice> verbs(Screen screen) {
        return Arrays.stream(Verb.values())
                .map(each -> new Choice(each.name(), screen.t("audit.verb." + each)))
                .toList();
    }

    String exported() {
        return form.href("/audit/export.csv", "");
    }

    @Nullable String first() {
        return SearchForm.text(form.after()).isEmpty() ? null : form.href("/audit", "");
    }
}

/**
 * The verification.
 *
 * @param verdict what it came to; null before
 * @param nanos how long it took
 */
record VerifyPage(@Nullable Verdict verdict, long nanos) {
    private static final long NANOS_A_MILLI = 1_000_000;

    long millis() {
        return nanos / NANOS_A_MILLI;
    }
}
