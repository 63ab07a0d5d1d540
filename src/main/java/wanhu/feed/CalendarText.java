package wanhu.feed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.matter.Lens;
import wanhu.matter.MatterLine;
import wanhu.matter.MatterLists;
import wanhu.matter.MatterQuery;
import wanhu.round.Meetings;
import wanhu.round.Round;

/**
 * The calendar of a post: when what its unit holds is due, and until when its meetings must be
 * held. It leaves the house for calendars of others, so it names numbers and no words of a matter.
 */
@Component
class CalendarText {
    private static final int DEADLINES_MAX = 500;
    private static final int ENDED_MAX = 100;
    private static final Duration ENDED_SHOWN = Duration.ofDays(30);

    private final MatterLists lists;
    private final Meetings meetings;
    private final Words words;
    private final Clock clock;

    CalendarText(MatterLists lists, Meetings meetings, Words words, Clock clock) {
        this.lists = lists;
        this.meetings = meetings;
        this.words = words;
        this.clock = clock;
    }

    String of(Actor actor, String origin, Locale locale) {
        var now = clock.instant();
        var ics = new Ics(words.text(locale, "feed.name", actor.title()), now);
        var todo = MatterQuery.of(Lens.TODO, MatterQuery.Sort.DUE, DEADLINES_MAX);
        lists.list(actor, todo).rows().stream()
                .filter(line -> line.due() != null)
                .forEach(line -> ics.event(deadline(line, origin, locale)));
        var ended = MatterQuery.of(Lens.HANDLED, MatterQuery.Sort.NEWEST, ENDED_MAX);
        lists.list(actor, ended).rows().stream()
                .filter(line -> lately(line.solved(), now))
                .forEach(line -> ics.event(ended(line, origin, locale)));
        meetings.of(actor).forEach(round -> ics.event(meeting(round, origin, locale)));
        return ics.end();
    }

    private static boolean lately(@Nullable Instant solved, Instant now) {
        return solved != null && solved.isAfter(now.minus(ENDED_SHOWN));
    }

    private Ics.Event deadline(MatterLine line, String origin, Locale locale) {
        var clock = line.clock() == null ? "" : words.text(locale, "promise.clock." + line.clock());
        return new Ics.Event(
                uid("matter", line.id()),
                line.version(),
                new Ics.At(Objects.requireNonNull(line.due())),
                words.text(locale, "feed.deadline", clock, line.number()),
                origin + "/matters/" + line.number(),
                false);
    }

    private Ics.Event ended(MatterLine line, String origin, Locale locale) {
        return new Ics.Event(
                uid("matter", line.id()),
                line.version(),
                new Ics.At(Objects.requireNonNull(line.solved())),
                words.text(locale, "feed.ended", line.number()),
                origin + "/matters/" + line.number(),
                true);
    }

    private Ics.Event meeting(Round round, String origin, Locale locale) {
        var due = round.due();
        var day = due == null ? round.lastDay() : Zones.day(due.minusNanos(1));
        boolean chinese = locale.getLanguage().equals("zh");
        var name = chinese ? round.name().chinese() : round.name().english();
        return new Ics.Event(
                uid("round", round.id()),
                round.over() ? 1 : 0,
                new Ics.On(day),
                words.text(locale, "feed.meeting", name, round.period()),
                origin + "/rounds/" + round.id(),
                round.over() && round.sitting().met() == null);
    }

    private static String uid(String what, UUID id) {
        return what + "-" + id + "@wanhu";
    }
}
