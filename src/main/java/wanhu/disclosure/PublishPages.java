package wanhu.disclosure;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.PersonalData;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.PublicMatters;
import wanhu.matter.Taking;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/**
 * Staff writes the public text of an ended matter, looks at it as the public will, and publishes
 * it.
 */
@Controller
@RequestMapping("/disclosure")
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.LEADER
})
class PublishPages implements MenuSource {
    private static final int ROWS = 50;

    private final PublicMatters publics;
    private final Matters matters;
    private final Board board;
    private final Units units;

    PublishPages(PublicMatters publics, Matters matters, Board board, Units units) {
        this.publics = publics;
        this.matters = matters;
        this.board = board;
        this.units = units;
    }

    @Override
    public List<MenuEntry> menu() {
        var roles =
                Set.of(
                        Role.VILLAGE_CLERK,
                        Role.TOWNSHIP_CLERK,
                        Role.COUNTY_CLERK,
                        Role.DEPARTMENT_CLERK,
                        Role.LEADER);
        return List.of(
                new MenuEntry(
                        "disclosure.menu",
                        "/disclosure",
                        330,
                        actor -> roles.contains(actor.role())));
    }

    /** A matter that waits to be published. */
    record WaitingLine(PublicMatters.Waiting matter, String place) {}

    /** What waits to be published. */
    record QueuePage(List<WaitingLine> lines, int most) {}

    @GetMapping
    ModelAndView queue(Actor actor) {
        var tree = units.tree(actor.county());
        var lines =
                publics.waiting(actor, ROWS).stream()
                        .map(each -> new WaitingLine(each, board.name(tree, each.place())))
                        .toList();
        return Html.page("disclosure/queue", new QueuePage(lines, ROWS));
    }

    /** What the form sends. */
    record PublicText(
            int version,
            UUID command,
            String title,
            String text,
            String answer,
            @Nullable String publish) {
        boolean publishes() {
            return publish != null;
        }
    }

    /** A number that must not be read by others, where it stands. */
    record Finding(String field, PersonalData.Sort sort, String found) {}

    /** The text as it is being written, as the public will see it, and what was found in it. */
    record EditPage(
            Matter matter,
            PublicText form,
            String place,
            List<Finding> findings,
            boolean preview,
            @Nullable Refused fault) {}

    @GetMapping("/{number}")
    ModelAndView edit(Actor actor, @PathVariable String number) {
        var matter = matters.get(actor, number);
        var end = matter.ending();
        boolean fresh = end.publicTitle().isEmpty();
        var form =
                new PublicText(
                        matter.version(),
                        wanhu.base.Ids.next(),
                        fresh ? PersonalData.redacted(matter.about().title()) : end.publicTitle(),
                        fresh ? PersonalData.redacted(matter.about().body()) : end.publicText(),
                        fresh ? PersonalData.redacted(end.answer()) : end.publicAnswer(),
                        null);
        return page(actor, matter, form, null);
    }

    /** Without "publish" the text is only shown as the public would read it. */
    @PostMapping("/{number}")
    ModelAndView publish(Actor actor, @PathVariable String number, PublicText form) {
        var matter = matters.get(actor, number);
        if (!form.publishes()) {
            return page(actor, matter, form, null);
        }
        try {
            var step =
                    new Step.Publish(
                            form.title().strip(), form.text().strip(), form.answer().strip());
            matters.take(
                    new By.Staff(actor),
                    new Taking(
                            matter.county(),
                            matter.id(),
                            form.version(),
                            form.command(),
                            step,
                            null,
                            null));
        } catch (Refused refused) {
            return page(actor, matters.get(actor, number), form, refused);
        }
        return Html.redirect("/open/matters/" + number);
    }

    private ModelAndView page(
            Actor actor, Matter matter, PublicText form, @Nullable Refused fault) {
        var findings = new java.util.ArrayList<Finding>();
        find(findings, "title", form.title());
        find(findings, "text", form.text());
        find(findings, "answer", form.answer());
        var place = board.name(units.tree(actor.county()), matter.about().placePath());
        return Html.page(
                "disclosure/edit",
                new EditPage(matter, form, place, findings, true, fault),
                fault == null ? HttpStatus.OK : HttpStatus.valueOf(fault.kind().status()));
    }

    private static void find(List<Finding> findings, String field, String text) {
        PersonalData.find(text)
                .forEach(each ->
                        findings.add(
                                new Finding(
                                        field,
                                        each.sort(),
                                        text.substring(each.from(), each.until()))));
    }
}
