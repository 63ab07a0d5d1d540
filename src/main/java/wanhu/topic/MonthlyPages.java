package wanhu.topic;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import wanhu.base.Days;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.shell.Screen;

/** 每月一题: begun, told how it goes, ended. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class MonthlyPages {
    static final String PATH = TopicPages.PATH + "/monthly";
    private static final int STEPS = 4;

    private final MonthlyTopics monthly;
    private final HotTopics topics;
    private final Units units;

    MonthlyPages(MonthlyTopics monthly, HotTopics topics, Units units) {
        this.monthly = monthly;
        this.topics = topics;
        this.units = units;
    }

    /** A monthly topic as a row. */
    record Row(Monthly on, String owner, List<Monthly.Milestone> milestones) {
        long done() {
            return milestones.stream().filter(each -> each.reached() != null).count();
        }

        long late(LocalDate today) {
            return on.ended() == null ? Monthly.late(milestones, today) : 0;
        }
    }

    /** The list. */
    record ListPage(List<Row> rows, boolean begins) {}

    @GetMapping(PATH)
    ModelAndView list(Actor actor) {
        var rows = monthly.list(actor).stream().map(each -> row(actor, each)).toList();
        return Html.page("topic/monthly", new ListPage(rows, MonthlyTopics.begins(actor)));
    }

    private Row row(Actor actor, Monthly on) {
        return new Row(on, name(actor, on.owner()), monthly.milestones(on));
    }

    private String name(Actor actor, UUID unit) {
        return units.tree(actor.county()).find(unit).map(Unit::name).orElse("");
    }

    /** What somebody types. */
    record BeginForm(
            @Nullable UUID topic,
            @Nullable String title,
            @Nullable String category,
            @Nullable UUID owner,
            @Nullable String cause,
            @Nullable String plan,
            @Nullable String target,
            @Nullable List<String> step,
            @Nullable List<String> due) {
        static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        String step(int at) {
            return step == null || step.size() <= at ? "" : text(step.get(at));
        }

        String due(int at) {
            return due == null || due.size() <= at ? "" : text(due.get(at));
        }

        MonthlyTopics.Wish read() {
            if (owner == null) {
                throw new Refused(Refused.Kind.INVALID, "topic.refused.owner");
            }
            return new MonthlyTopics.Wish(
                    text(title),
                    topic,
                    text(category),
                    owner,
                    new Monthly.Plan(text(cause), text(plan), text(target)),
                    steps());
        }

        private List<MonthlyTopics.Step> steps() {
            var steps = new ArrayList<MonthlyTopics.Step>();
            for (int at = 0; at < STEPS; at++) {
                if (!step(at).isEmpty()) {
                    steps.add(new MonthlyTopics.Step(step(at), day(due(at))));
                }
            }
            return steps;
        }

        private static LocalDate day(String typed) {
            try {
                return Days.read(typed);
            } catch (DateTimeException _) {
                throw new Refused(Refused.Kind.INVALID, "topic.refused.day");
            }
        }
    }

    /** The form. */
    record BeginPage(BeginForm form, List<Choice> owners, int steps, @Nullable Refused refused) {
        String typed(@Nullable String text) {
            return BeginForm.text(text);
        }

        String owner() {
            var chosen = form.owner();
            return chosen == null ? "" : chosen.toString();
        }

        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }
    }

    @GetMapping(PATH + "/new")
    @For({Role.COUNTY_CLERK, Role.TOWNSHIP_CLERK, Role.LEADER})
    ModelAndView form(Actor actor, @ModelAttribute BeginForm form) {
        var topic = form.topic();
        return page(actor, topic == null ? form : from(topics.get(actor, topic)), null);
    }

    /** The form, filled from a hot topic: its name, its words, who has most of its matters. */
    private static BeginForm from(HotTopic topic) {
        var holders = topic.holders();
        return new BeginForm(
                topic.id(),
                topic.name(),
                topic.category(),
                holders.isEmpty() ? null : holders.getFirst().getKey(),
                null,
                null,
                null,
                null,
                null);
    }

    @PostMapping(PATH + "/new")
    @For({Role.COUNTY_CLERK, Role.TOWNSHIP_CLERK, Role.LEADER})
    ModelAndView begin(Actor actor, @ModelAttribute BeginForm form) {
        try {
            var topic = form.topic();
            if (topic != null) {
                topics.get(actor, topic);
            }
            var id = monthly.begin(actor, form.read());
            return Html.redirect(PATH + "/" + id + "?said=topic.said.begun");
        } catch (Refused no) {
            return page(actor, form, no);
        }
    }

    private ModelAndView page(Actor actor, BeginForm form, @Nullable Refused no) {
        var owners =
                units.tree(actor.county()).subtree(actor.path()).stream()
                        .filter(unit ->
                                unit.kind() != UnitKind.GRID
                                        && (unit.level() != Level.VILLAGE
                                                || actor.is(Role.TOWNSHIP_CLERK, Role.LEADER)))
                        .map(unit -> new Choice(unit.id().toString(), unit.name()))
                        .toList();
        var status = no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status());
        return Html.page("topic/begin", new BeginPage(form, owners, STEPS, no), status);
    }

    /** One of them. */
    record ShowPage(
            Row row,
            String issuer,
            List<Monthly.Note> notes,
            int now,
            boolean owns,
            boolean ends) {}

    @GetMapping(PATH + "/{monthly}")
    ModelAndView show(Actor actor, @PathVariable("monthly") UUID id) {
        var on = monthly.get(actor, id);
        return Html.page(
                "topic/one",
                new ShowPage(
                        row(actor, on),
                        name(actor, on.issuer()),
                        monthly.notes(on),
                        monthly.now(on),
                        monthly.owns(actor, on),
                        monthly.ends(actor, on)));
    }

    @PostMapping(PATH + "/{monthly}/note")
    ModelAndView note(
            Actor actor,
            @PathVariable("monthly") UUID id,
            @RequestParam(defaultValue = "") String text) {
        monthly.note(actor, id, text);
        return Html.redirect(PATH + "/" + id + "?said=topic.said.noted");
    }

    @PostMapping(PATH + "/{monthly}/reach")
    ModelAndView reach(Actor actor, @PathVariable("monthly") UUID id, @RequestParam int position) {
        monthly.reach(actor, id, position);
        return Html.redirect(PATH + "/" + id + "?said=topic.said.noted");
    }

    @PostMapping(PATH + "/{monthly}/close")
    @For({Role.COUNTY_CLERK, Role.TOWNSHIP_CLERK, Role.LEADER})
    ModelAndView close(
            Actor actor,
            @PathVariable("monthly") UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text) {
        monthly.close(actor, id, version, text);
        return Html.redirect(PATH + "/" + id + "?said=topic.said.closed");
    }
}
