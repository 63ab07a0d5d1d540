package wanhu.supervise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Word;
import wanhu.shell.BesideMatter;

/** What is known of a matter's supervision, on the page of the matter. */
@Component
class MatterBlock implements BesideMatter {
    /** The newest of each sort. */
    private static final int LINES_MAX = 3;

    private final Supervisions supervisions;
    private final Prompts prompts;
    private final Chases reminders;

    MatterBlock(Supervisions supervisions, Prompts prompts, Chases reminders) {
        this.supervisions = supervisions;
        this.prompts = prompts;
        this.reminders = reminders;
    }

    @Override
    public Optional<Block> of(Actor actor, UUID matter, String number) {
        var lines = new ArrayList<Line>();
        supervisions.ofMatter(actor.county(), matter).stream()
                .limit(LINES_MAX)
                .map(each -> line(actor, each))
                .forEach(lines::add);
        prompts.ofMatter(actor.county(), matter).stream()
                .limit(LINES_MAX)
                .map(MatterBlock::line)
                .forEach(lines::add);
        reminders.ofMatter(actor.county(), matter).stream()
                .limit(LINES_MAX)
                .map(MatterBlock::line)
                .forEach(lines::add);
        var offer = new Offer("supervise.matter.open", "/supervise/matters/" + number);
        return Optional.of(new Block("supervise.matter.title", lines, List.of(offer)));
    }

    private Line line(Actor actor, Supervision order) {
        return new Line(
                new Word(
                        (order.listed() ? "supervise.line.listed." : "supervise.line.order.")
                                + order.rank(),
                        List.of(order.number())),
                order.state() == Supervision.State.CLOSED ? "plain" : "soon",
                order.demand(),
                order.parties().name(),
                supervisions.sees(actor, order) ? "/supervise/" + order.id() : null,
                order.times().issued());
    }

    private static Line line(Prompt prompt) {
        return new Line(
                new Word(
                        "supervise.found." + prompt.rule(),
                        List.of(prompt.figure(), prompt.threshold())),
                "overdue",
                "",
                "",
                null,
                prompt.made());
    }

    private static Line line(Chases.Reminder reminder) {
        return new Line(
                new Word("supervise.reminder", List.of()),
                "plain",
                reminder.text(),
                reminder.byName(),
                null,
                reminder.at());
    }
}
