package wanhu.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
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
import wanhu.base.PersonalData;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.life.Matter;
import wanhu.matter.Matters;

/** Writes a project down, planned or out of a matter, and changes one. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.LEADER
})
class ProjectFormPages {
    /** Weights of the milestones that a new form proposes. */
    private static final List<String> USUAL_WEIGHTS = List.of("20", "60", "20");

    private final Projects projects;
    private final Matters matters;
    private final ProjectNames names;
    private final Words words;
    private final Clock clock;

    ProjectFormPages(
            Projects projects, Matters matters, ProjectNames names, Words words, Clock clock) {
        this.projects = projects;
        this.matters = matters;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/projects/new")
    ModelAndView blank(Actor actor, @RequestParam(defaultValue = "") String matter, Locale locale) {
        var from = matter.isBlank() ? null : matters.get(actor, matter.strip());
        return Html.page("ledger/form", page(actor, null, prefilled(from, locale), null));
    }

    @PostMapping("/projects/new")
    ModelAndView propose(Actor actor, @ModelAttribute ProjectForm form) {
        try {
            var command = ProjectPages.command(form.command());
            var number = Typed.text(form.matter());
            var made =
                    number.isEmpty()
                            ? projects.propose(actor, command, form.wish())
                            : projects.fromMatter(actor, command, number, form.wish());
            return Html.redirect("/projects/" + made.number() + "?said=ledger.said.propose");
        } catch (Refused no) {
            return again(actor, null, form, no);
        }
    }

    @GetMapping("/projects/{number}/edit")
    ModelAndView edit(Actor actor, @PathVariable String number) {
        var project = projects.get(actor, number);
        Refused.unless(
                Refused.Kind.FORBIDDEN,
                projects.allowed(actor, project).contains("Amend"),
                "ledger.refused.hand.Amend");
        return Html.page("ledger/form", page(actor, project, ProjectForm.of(project), null));
    }

    @PostMapping("/projects/{number}/edit")
    ModelAndView amend(Actor actor, @PathVariable String number, @ModelAttribute ProjectForm form) {
        try {
            int version = Objects.requireNonNullElse(form.version(), -1);
            var act = new Act.Amend(form.wish(), Typed.text(form.reason()));
            var command = ProjectPages.command(form.command());
            projects.take(actor, new Taking(number, version, command, act));
            return Html.redirect("/projects/" + number + "?said=ledger.said.amend");
        } catch (Refused no) {
            return again(actor, projects.get(actor, number), form, no);
        }
    }

    private ModelAndView again(
            Actor actor, @Nullable Project project, ProjectForm form, Refused no) {
        var status = HttpStatus.valueOf(no.kind().status());
        return Html.page("ledger/form", page(actor, project, form, no), status);
    }

    private FormPage page(
            Actor actor, @Nullable Project project, ProjectForm form, @Nullable Refused no) {
        var from = Typed.text(form.matter());
        return new FormPage(
                project == null ? null : project.number(),
                project != null && project.published(),
                from.isEmpty() ? null : matters.get(actor, from).about().title(),
                project == null ? form : form.at(project.version()),
                names.places(actor),
                names.doers(actor.county()),
                names.helpers(actor.county()),
                no);
    }

    /**
     * What the form says before somebody writes: the matter's own words, without personal numbers;
     * of a secret matter nothing but its place.
     */
    private ProjectForm prefilled(@Nullable Matter matter, Locale locale) {
        int year = Zones.day(clock.instant()).getYear();
        var usual =
                Stream.of("prepare", "build", "accept")
                        .map(each -> words.text(locale, "ledger.usual." + each))
                        .toList();
        var blank = ProjectForm.blank(Integer.toString(year), usual, USUAL_WEIGHTS);
        return matter == null ? blank : blank.from(matter, PersonalData::redacted);
    }
}
