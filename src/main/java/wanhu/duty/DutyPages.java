package wanhu.duty;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.TemporaryFiles;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** The duty lists for staff, with their editions and their import. */
@Controller
@For
class DutyPages implements MenuSource {
    private static final int MENU = 510;

    private final DutyLists lists;
    private final DutyStore store;
    private final Audit audit;
    private final TemporaryFiles temporary;
    private final Clock clock;

    DutyPages(
            DutyLists lists, DutyStore store, Audit audit, TemporaryFiles temporary, Clock clock) {
        this.lists = lists;
        this.store = store;
        this.audit = audit;
        this.temporary = temporary;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("duty.title", "/duty", MENU));
    }

    /**
     * What of an edition is asked for.
     *
     * @param q words of the item
     * @param start index of the first row
     */
    record Filter(@Nullable String q, @Nullable DutyKind kind, @Nullable Integer start) {
        DutyPage.Asked on(int county, LocalDate day) {
            return new DutyPage.Asked(
                    county, q == null ? "" : q, kind, day, start == null ? 0 : start);
        }
    }

    @GetMapping("/duty")
    ModelAndView browse(
            Actor actor,
            @RequestParam(required = false) @Nullable LocalDate day,
            @ModelAttribute Filter filter) {
        var asked = filter.on(actor.county(), day == null ? today() : day);
        var page = DutyPage.of(lists, asked);
        return Html.page(
                "duty/browse",
                new DutyStaffPage(page, store.editions(actor.county()), actor.is(Role.ADMIN)));
    }

    @GetMapping("/duty/import")
    @For(Role.ADMIN)
    ModelAndView form() {
        return Html.page("duty/import", DutyImportPage.blank(today()));
    }

    /**
     * What the form of an import sends.
     *
     * @param act "load" to put the edition in force; else it is only checked
     */
    record ImportForm(@Nullable String name, @Nullable String document, @Nullable String act) {
        boolean loads() {
            return "load".equals(act);
        }

        DutyImportPage page(LocalDate from) {
            return new DutyImportPage(
                    name == null ? "" : name, document == null ? "" : document, from, null, null);
        }
    }

    /** Checks the file; puts the edition in force when that was asked for and nothing is wrong. */
    @PostMapping("/duty/import")
    @For(Role.ADMIN)
    ModelAndView load(
            Actor actor,
            @RequestParam MultipartFile file,
            @RequestParam LocalDate from,
            @ModelAttribute ImportForm form)
            throws IOException {
        var typed = form.page(from);
        if (file.isEmpty()) {
            var none = new Refused(Refused.Kind.INVALID, "duty.refused.file");
            return Html.page("duty/import", typed.with(null, none), HttpStatus.BAD_REQUEST);
        }
        Path kept = temporary.file();
        try {
            file.transferTo(kept);
            var report = lists.check(actor.county(), kept);
            if (!form.loads() || !report.clean()) {
                return Html.page("duty/import", typed.with(report, null));
            }
            putInForce(actor, typed, kept);
            return Html.redirect("/duty?said=duty.said.loaded");
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("duty/import", typed.with(null, no), status);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private void putInForce(Actor actor, DutyImportPage typed, Path file) {
        var edition =
                new NewEdition(
                        typed.name(),
                        typed.document(),
                        typed.from(),
                        false,
                        actor.person(),
                        actor.name());
        audit.during(
                actor,
                Act.of(Verb.DUTY_LISTS_CHANGED, edition.validFrom()).because(edition.document()),
                () -> lists.load(actor.county(), file, edition));
    }

    @GetMapping("/duty/import/template")
    @For(Role.ADMIN)
    void template(HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=" + StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"duty.csv\"");
        response.getWriter().write("\uFEFF" + DutyColumn.heading() + "\r\n");
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }
}
