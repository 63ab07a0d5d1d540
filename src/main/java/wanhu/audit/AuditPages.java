package wanhu.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Recorded;
import wanhu.base.Role;
import wanhu.base.Thing;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.export.Exports;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.people.Accounts;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;
import wanhu.vault.Origins;

/** The record of acts for auditors: look, take along, verify. They change nothing. */
@Controller
@For(Role.AUDITOR)
class AuditPages implements MenuSource {
    static final int ROWS = 50;
    private static final int FOUND_MAX = 100;
    private static final int MENU = 920;

    private final RecordSearch search;
    private final RecordExport export;
    private final Exports exports;
    private final RecordNames names;
    private final Verifier verifier;
    private final Accounts accounts;
    private final Units units;
    private final Origins origins;
    private final Audit audit;
    private final Clock clock;

    AuditPages(
            RecordSearch search,
            RecordExport export,
            Exports exports,
            RecordNames names,
            Verifier verifier,
            Accounts accounts,
            Units units,
            Origins origins,
            Audit audit,
            Clock clock) {
        this.search = search;
        this.export = export;
        this.exports = exports;
        this.names = names;
        this.verifier = verifier;
        this.accounts = accounts;
        this.units = units;
        this.origins = origins;
        this.audit = audit;
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
        var query = form.query(actor, today(), lookup(actor));
        var found = search.list(query, ROWS + 1);
        var shown = found.subList(0, Math.min(ROWS, found.size()));
        return Html.page(
                "audit/list",
                new ListPage(
                        form,
                        today(),
                        shown,
                        names.of(query.county(), shown),
                        search.steps(),
                        found.size() > ROWS
                                ? form.href("/audit", RecordSearch.After.of(shown.getLast()).text())
                                : null));
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }

    private SearchForm.Lookup lookup(Actor actor) {
        return new SearchForm.Lookup() {
            @Override
            public List<UUID> persons(String text) {
                return accounts.named(actor.county(), text, FOUND_MAX);
            }

            @Override
            public List<UUID> units(String text) {
                return units.tree(actor.county()).search(text, FOUND_MAX).stream()
                        .map(Unit::id)
                        .toList();
            }

            @Override
            public long sign(String address) {
                return origins.sign(address);
            }

            @Override
            public List<String> steps() {
                return search.steps();
            }
        };
    }

    /** The same as a file; that it was taken along is an act of its own. */
    @GetMapping("/audit/export.csv")
    void export(
            Actor actor,
            @ModelAttribute SearchForm form,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var query = form.query(actor, today(), lookup(actor));
        var act =
                Act.of(Verb.EXPORTED, "audit")
                        .with("from", query.when().from())
                        .with("until", query.when().until())
                        .with("filters", form.filters())
                        .with("verbs", query.verbNames());
        var mark = exports.take(actor, act, locale);
        export.send(query, new RecordExport.Way(locale, mark, today()), response);
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
 * @param steps names of steps, for the filter
 * @param next address of the next piece; null at the end
 */
record ListPage(
        SearchForm form,
        LocalDate today,
        List<Recorded> rows,
        Map<UUID, String> names,
        List<String> steps,
        @Nullable String next) {
    String name(Recorded row, Screen screen) {
        return RecordNames.who(row, names).orElseGet(() -> screen.t(RecordNames.nobody(row)));
    }

    String title(Recorded row) {
        return RecordNames.title(row, names);
    }

    List<Choice> groups(Screen screen) {
        return Stream.concat(
                        Arrays.stream(Verb.Group.values()).map(Verb.Group::name),
                        Stream.of(SearchForm.STEPS))
                .map(each -> new Choice(each, screen.t("audit.group." + each)))
                .toList();
    }

    List<Choice> verbs(Screen screen) {
        return Stream.concat(
                        Arrays.stream(Verb.values())
                                .map(Verb::name)
                                .map(each -> new Choice(each, screen.t("audit.verb." + each))),
                        steps.stream().map(each -> new Choice(each, screen.t("life.step." + each))))
                .toList();
    }

    List<Choice> things(Screen screen) {
        return Stream.concat(Stream.of("MATTER"), Arrays.stream(Thing.values()).map(Thing::name))
                .map(each -> new Choice(each, screen.t("audit.thing." + each)))
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
