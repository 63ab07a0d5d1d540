package wanhu.workbench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.base.Word;
import wanhu.calendar.Lateness;
import wanhu.life.Matter;
import wanhu.matter.Part;
import wanhu.matter.Promises;
import wanhu.matter.Reports;
import wanhu.matter.Requesters;
import wanhu.matter.TimelineLine;
import wanhu.reply.Finding;
import wanhu.shell.BesideMatter;
import wanhu.shell.ProjectSource;
import wanhu.shell.Screen;

/**
 * All of one matter for one who may see it.
 *
 * @param unsureYear year into which a deadline reaches though its holidays are not known; null when
 *     none does
 * @param life the timeline, newest first
 * @param beside what other rooms know of it
 * @param step the form that is open; null when this post can take no step
 * @param others the other steps of this post
 * @param trouble why the last attempt was refused; null when none was
 */
record MatterPage(
        Actor actor,
        Matter matter,
        Names names,
        CategoryNames categories,
        List<Promises.Grounded> promises,
        @Nullable Integer unsureYear,
        List<Part> parts,
        List<TimelineLine> life,
        People people,
        Projects projects,
        List<BesideMatter.Block> beside,
        @Nullable StepView step,
        List<String> others,
        @Nullable Trouble trouble) {

    /**
     * Who asks.
     *
     * @param shown masked, the first ones
     * @param mayAsk whether names and phones may be asked for at all
     * @param links whether a one-time link may be made for her
     * @param plain the contact that was asked for just now; null when none was
     * @param of whose it is
     */
    record People(
            List<Requesters.Masked> shown,
            boolean mayAsk,
            boolean links,
            Reports.@Nullable Contact plain,
            @Nullable UUID of) {}

    /**
     * The livelihood projects that came out of it.
     *
     * @param offer where this post makes one; null when it may not, or one is there
     */
    record Projects(List<ProjectSource.Line> lines, @Nullable String offer) {}

    /**
     * One entry of the timeline as the page shows it: one line, or neighbours who joined one after
     * the other, the last one first.
     */
    record Entry(List<TimelineLine> lines) {
        TimelineLine line() {
            return lines.getFirst();
        }

        /** Whether several lines are shown as one. */
        boolean folded() {
            return lines.size() > 1;
        }
    }

    /**
     * Why an attempt was refused.
     *
     * @param why what the refusing room says
     * @param since what others did after the page was shown
     * @param texts what was typed, when there is no form for it any more
     */
    record Trouble(Word why, List<TimelineLine> since, List<String> texts) {}

    /** The timeline with neighbours who joined one after the other in one entry. */
    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        var joins = new ArrayList<TimelineLine>();
        for (TimelineLine line : life) {
            boolean join = line.step().equals("Join");
            if (!join && !joins.isEmpty()) {
                entries.add(new Entry(List.copyOf(joins)));
                joins.clear();
            }
            if (join) {
                joins.add(line);
            } else {
                entries.add(new Entry(List.of(line)));
            }
        }
        if (!joins.isEmpty()) {
            entries.add(new Entry(List.copyOf(joins)));
        }
        return entries;
    }

    /** Whether the open form has something beside it and needs the whole width. */
    boolean wideStep() {
        return step != null && step.duties() != null;
    }

    /** What to look at before the answer goes out. */
    Optional<List<Finding>> findings() {
        return step == null ? Optional.empty() : ReplyLook.of(step.typed(), matter);
    }

    String category(Screen screen) {
        return categories.full(matter.about().category(), screen.locale());
    }

    /** How late it is, as the name of a look. */
    String lateness(Instant now) {
        var times = matter.times();
        var late = matter.open() ? Lateness.of(times.due(), times.warn(), now) : Lateness.DONE;
        return late.name();
    }

    String number() {
        return matter.number();
    }

    /** Look of the stage's tag. */
    String look() {
        return Looks.stage(matter.stage());
    }

    List<LifeFact> facts(Screen screen, TimelineLine line) {
        return line.step().equals("Sort")
                ? SortFacts.of(screen, categories, line.detail())
                : LifeFact.of(line, names);
    }

    /** Who acted, for a line without a name. */
    String byWord(TimelineLine line) {
        return "workbench.by." + line.byKind();
    }
}
