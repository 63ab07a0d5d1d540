package wanhu.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.matter.Matters;

/** A project: what was promised, how far it is, what was done, and what one may do now. */
@Controller
@For({
    Role.GRID_WORKER,
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.PHONE_DESK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class ProjectPages {
    private final Projects projects;
    private final Matters matters;
    private final ProjectRatings ratings;
    private final ProjectNames names;
    private final Clock clock;

    ProjectPages(
            Projects projects,
            Matters matters,
            ProjectRatings ratings,
            ProjectNames names,
            Clock clock) {
        this.projects = projects;
        this.matters = matters;
        this.ratings = ratings;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/projects/{number}")
    ModelAndView show(Actor actor, @PathVariable String number) {
        return Html.page("ledger/project", page(actor, number, ActForm.EMPTY, null));
    }

    @PostMapping("/projects/{number}")
    @For({
        Role.VILLAGE_CLERK,
        Role.TOWNSHIP_CLERK,
        Role.COUNTY_CLERK,
        Role.DEPARTMENT_CLERK,
        Role.FOLLOW_UP,
        Role.LEADER
    })
    ModelAndView act(Actor actor, @PathVariable String number, @ModelAttribute ActForm form) {
        try {
            var act = form.read(each -> matters.get(actor, each));
            int version = form.version() == null ? -1 : form.version();
            projects.take(actor, new Taking(number, version, command(form.command()), act));
            return Html.redirect("/projects/" + number + "?said=ledger.said." + saidKey(act));
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("ledger/project", page(actor, number, form, no), status);
        }
    }

    private static String saidKey(Act act) {
        return act.name().toLowerCase(Locale.ROOT);
    }

    static UUID command(@Nullable UUID sent) {
        return sent == null ? Ids.next() : sent;
    }

    private ProjectPage page(Actor actor, String number, ActForm form, @Nullable Refused no) {
        var project = projects.get(actor, number);
        int county = project.county();
        var with =
                project.parties().with().stream()
                        .map(each -> names.unit(county, each))
                        .collect(Collectors.joining("、"));
        var all = projects.matters(project);
        var led = led(actor, all);
        return new ProjectPage(
                names.rows(List.of(project)).getFirst(),
                with,
                names.unit(county, project.parties().proposer().unit()),
                projects.events(project),
                led,
                all.size() - led.size(),
                new ProjectPage.Opinions(ratings.ofRequesters(project), ratings.ofCheck(project)),
                projects.allowed(actor, project),
                form,
                no,
                clock.instant());
    }

    private List<ProjectPage.Led> led(Actor actor, List<UUID> all) {
        var led = new ArrayList<ProjectPage.Led>();
        for (UUID id : all) {
            try {
                var matter = matters.get(actor, id);
                led.add(
                        new ProjectPage.Led(
                                matter.number(), matter.about().title(), matter.stage()));
            } catch (Refused _) {
                // Another unit's matter: it is counted, and not shown.
            }
        }
        return led;
    }
}
