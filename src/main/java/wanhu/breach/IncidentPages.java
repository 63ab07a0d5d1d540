package wanhu.breach;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.calendar.Lateness;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.vault.PersonalField;

/** Incidents with personal data: the list, the form, the drafts, the print. */
@Controller
@For(Role.SECURITY)
class IncidentPages implements MenuSource {
    static final String PATH = "/admin/incidents";
    private static final int MENU = 955;

    /** From when the deadline of four hours is shown as near. */
    private static final Duration NEAR = Duration.ofHours(2);

    private final Incidents incidents;
    private final Units units;
    private final Clock clock;

    IncidentPages(Incidents incidents, Units units, Clock clock) {
        this.incidents = incidents;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("breach.title", PATH, MENU, Incidents::of));
    }

    /** All of the county. */
    record ListPage(List<Incident> incidents, Instant now) {
        Lateness lateness(Incident incident) {
            return late(incident, now);
        }
    }

    private static Lateness late(Incident incident, Instant now) {
        return incident.reported() == null
                ? Lateness.of(incident.due(), incident.due().minus(NEAR), now)
                : Lateness.DONE;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        return Html.page("breach/list", new ListPage(incidents.list(actor), clock.instant()));
    }

    /** The form; with what is wrong when it was sent. */
    record FormPage(IncidentForm form, List<Unit> townships, @Nullable Refused fault) {
        List<PersonalField> kinds() {
            return Arrays.stream(PersonalField.values())
                    .filter(each -> each.whose() == PersonalField.Whose.RESIDENT)
                    .toList();
        }
    }

    @GetMapping(PATH + "/new")
    ModelAndView form(Actor actor) {
        return Html.page("breach/form", page(actor, IncidentForm.EMPTY, null));
    }

    private FormPage page(Actor actor, IncidentForm form, @Nullable Refused fault) {
        return new FormPage(form, units.tree(actor.county()).townships(), fault);
    }

    @For(value = Role.SECURITY, proof = true)
    @PostMapping(PATH + "/new")
    ModelAndView open(Actor actor, @ModelAttribute IncidentForm form, Locale locale) {
        try {
            var id = incidents.open(actor, form, locale);
            return Html.redirect(PATH + "/" + id + "?said=breach.said.opened");
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("breach/form", page(actor, form, no), status);
        }
    }

    /** One of them with its drafts. */
    record ShowPage(Incidents.File file, String source, Instant now) {
        Lateness lateness() {
            return late(file.incident(), now);
        }
    }

    @GetMapping(PATH + "/{incident}")
    ModelAndView show(Actor actor, @PathVariable UUID incident, Locale locale) {
        var file = incidents.get(actor, incident);
        var rule = incidents.rule(actor.county(), file.incident().facts().found());
        return Html.page("breach/show", new ShowPage(file, rule.citation(locale), clock.instant()));
    }

    /** Counts again. */
    @PostMapping(PATH + "/{incident}/count")
    ModelAndView count(Actor actor, @PathVariable UUID incident, Locale locale) {
        incidents.countAgain(actor, incident, locale);
        return back(incident, "breach.said.counted");
    }

    /** Keeps the edited drafts. */
    @PostMapping(PATH + "/{incident}/draft")
    ModelAndView write(
            Actor actor, @PathVariable UUID incident, @ModelAttribute Incidents.Edited edited) {
        incidents.write(actor, incident, edited);
        return back(incident, "breach.said.written");
    }

    /** Notes what was done outside. */
    @PostMapping(PATH + "/{incident}/done")
    ModelAndView done(
            Actor actor,
            @PathVariable UUID incident,
            @RequestParam(defaultValue = "") String done) {
        for (Incidents.Done each : Incidents.Done.values()) {
            if (each.name().equals(done)) {
                incidents.note(actor, incident, each);
                return back(incident, "breach.said.noted");
            }
        }
        throw new Refused(Refused.Kind.INVALID, "breach.refused.missing");
    }

    /**
     * One text on paper.
     *
     * @param report whether it is the report, or else the notice
     */
    record PrintPage(Incident incident, Version version, boolean report) {
        String text() {
            return report ? version.report() : version.notice();
        }
    }

    @GetMapping(PATH + "/{incident}/print")
    ModelAndView print(
            Actor actor,
            @PathVariable UUID incident,
            @RequestParam(defaultValue = "report") String text,
            @RequestParam(defaultValue = "0") int version) {
        var file = incidents.get(actor, incident);
        var chosen =
                file.versions().stream()
                        .filter(each -> each.number() == version)
                        .findFirst()
                        .orElseGet(file::newest);
        return Html.page(
                "breach/print", new PrintPage(file.incident(), chosen, text.equals("report")));
    }

    private static ModelAndView back(UUID incident, String said) {
        return Html.redirect(PATH + "/" + incident + "?said=" + said);
    }
}
