package wanhu.supervise;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.life.Matter;
import wanhu.matter.Matters;

/** All that is known of one matter's supervision, and what this post may do about it. */
@Controller
@ForMatters
class MatterSupervisePages {
    private final Matters matters;
    private final Supervisions supervisions;
    private final Consultations consultations;
    private final StageReports reports;
    private final RequestPages desk;
    private final Prompts prompts;
    private final Chases reminders;
    private final Lines views;

    MatterSupervisePages(
            Matters matters,
            Supervisions supervisions,
            Consultations consultations,
            StageReports reports,
            RequestPages desk,
            Prompts prompts,
            Chases reminders,
            Lines views) {
        this.matters = matters;
        this.supervisions = supervisions;
        this.consultations = consultations;
        this.reports = reports;
        this.desk = desk;
        this.prompts = prompts;
        this.reminders = reminders;
        this.views = views;
    }

    /**
     * The page.
     *
     * @param holder name of the unit that has the matter
     * @param first name of the unit that received it first (首接单位)
     * @param above whether this post supervises that unit
     */
    record MatterPage(
            Matter matter,
            String holder,
            String first,
            boolean above,
            boolean mayCall,
            List<Consultation> consultations,
            List<RequestPages.Told> reports,
            List<Lines.Line> orders,
            List<Lines.Found> found,
            List<Chases.Reminder> reminders) {}

    @GetMapping("/supervise/matters/{number}")
    ModelAndView show(Actor actor, @PathVariable String number) {
        var matter = matters.get(actor, number);
        int county = actor.county();
        return Html.page(
                "supervise/matter",
                new MatterPage(
                        matter,
                        views.unit(county, matter.parties().handlerOrHolder().unit()),
                        views.unit(county, matters.timeline(matter).getFirst().holderTo()),
                        supervisions.mayIssue(actor, matter),
                        consultations.mayCall(actor, matter),
                        consultations.ofMatter(county, matter.id()).stream()
                                .filter(each -> consultations.sees(actor, each))
                                .toList(),
                        desk.told(actor, reports.ofMatter(county, matter.id())),
                        views.lines(actor, supervisions.ofMatter(county, matter.id())),
                        views.found(actor, prompts.ofMatter(county, matter.id()), prompts),
                        reminders.ofMatter(county, matter.id())));
    }
}
