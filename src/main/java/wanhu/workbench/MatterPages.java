package wanhu.workbench;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
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
import wanhu.base.ForMatters;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.life.By;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.vault.Stated;

/** One matter: where it stands, its life, and the steps that this post may take. */
@Controller
@ForMatters
class MatterPages {
    private static final String PAGE = "workbench/matter";

    private final Matters matters;
    private final Reports reports;
    private final MatterDesk desk;

    MatterPages(Matters matters, Reports reports, MatterDesk desk) {
        this.matters = matters;
        this.reports = reports;
        this.desk = desk;
    }

    @GetMapping("/matters/{number}")
    ModelAndView show(
            Actor actor,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String step) {
        return Html.page(PAGE, desk.page(actor, matters.get(actor, number), step));
    }

    /** The whole life record on A4. */
    @GetMapping("/matters/{number}/print")
    ModelAndView print(Actor actor, @PathVariable String number) {
        return Html.page("workbench/print", desk.page(actor, matters.get(actor, number), ""));
    }

    /** Takes a step; what was typed is never lost when it is refused. */
    @PostMapping("/matters/{number}/steps/{step}")
    ModelAndView take(
            Actor actor,
            @PathVariable String number,
            @PathVariable String step,
            HttpServletRequest request) {
        var matter = matters.get(actor, number);
        var form = StepForm.find(step).orElseThrow(MatterPages::missing);
        var typed = desk.told(actor, Typed.of(step, request.getParameterMap()));
        int version = version(request);
        var command = command(request);
        if (DutyPick.asked(typed) || ReplyLook.asked(typed)) {
            var looking = DutyPick.taken(typed);
            var attempt = new MatterDesk.Attempt(looking, version, command, Map.of(), null);
            return Html.page(PAGE, desk.page(actor, matter, attempt));
        }
        var faults = desk.check(actor, matter, typed).faults(form.inputs());
        if (!faults.isEmpty()) {
            var attempt = new MatterDesk.Attempt(typed, version, command, faults, null);
            return Html.page(PAGE, desk.page(actor, matter, attempt), HttpStatus.BAD_REQUEST);
        }
        var wish = form.read().apply(desk.answers(actor, matter, typed));
        try {
            matters.take(
                    new By.Staff(actor),
                    new Taking(matter.county(), matter.id(), version, command, wish, null, null));
        } catch (Refused no) {
            return again(
                    actor, number, new MatterDesk.Attempt(typed, version, command, Map.of(), no));
        }
        return Html.redirect(after(actor, number));
    }

    private ModelAndView again(Actor actor, String number, MatterDesk.Attempt attempt) {
        var refused = attempt.refused();
        if (refused == null || refused.kind() == Refused.Kind.MISSING) {
            throw refused == null ? missing() : refused;
        }
        var page = desk.page(actor, matters.get(actor, number), attempt);
        return Html.page(PAGE, page, HttpStatus.valueOf(refused.kind().status()));
    }

    /** To the matter, or to the desk when the step took it out of sight. */
    private String after(Actor actor, String number) {
        try {
            matters.get(actor, number);
            return "/matters/" + number + "?said=workbench.said.done";
        } catch (Refused _) {
            return "/desk?said=workbench.said.done";
        }
    }

    /** Shows name and phone of a requester; who asked and why is recorded. */
    @ForMatters(proof = true)
    @PostMapping("/matters/{number}/contact")
    ModelAndView contact(
            Actor actor,
            @PathVariable String number,
            @RequestParam UUID requester,
            @ModelAttribute Stated.Form why) {
        var matter = matters.get(actor, number);
        var asked =
                reports.of(matter).stream()
                        .filter(each -> each.id().equals(requester))
                        .findFirst()
                        .orElseThrow(MatterPages::missing);
        var contact = reports.contact(actor, matter, asked, why.stated());
        return Html.page(PAGE, desk.page(actor, matter, new MatterDesk.Plain(contact, requester)));
    }

    private static int version(HttpServletRequest request) {
        var text = request.getParameter("version");
        if (text == null || !text.matches("\\d{1,9}")) {
            throw new Refused(Refused.Kind.INVALID, "workbench.refused.form");
        }
        return Integer.parseInt(text);
    }

    private static UUID command(HttpServletRequest request) {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("command")));
        } catch (IllegalArgumentException _) {
            throw new Refused(Refused.Kind.INVALID, "workbench.refused.form");
        }
    }

    private static Refused missing() {
        return new Refused(Refused.Kind.MISSING, "workbench.refused.missing");
    }
}
