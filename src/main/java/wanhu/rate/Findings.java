package wanhu.rate;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.base.Zones;
import wanhu.life.Reason;
import wanhu.matter.RatedMatters.Asked;
import wanhu.matter.RatedMatters.Rated;
import wanhu.matter.RatedMatters.Rating;
import wanhu.promise.ClockKind;
import wanhu.promise.KeptPromises.Kept;

/**
 * What one matter says of the unit that handles it. Pure. A promise counts in the month of its end
 * or of its fulfilment, what residents say in the month in which they said it; so a month that is
 * over changes only when something of it is left out.
 */
final class Findings {
    private static final int VOLUME = 0;
    private static final int SIGN = 1;
    private static final int CONTACT = 2;
    private static final int SOLUTION = 3;
    private static final int GRADES = 10;

    private final Rated matter;
    private final List<Kept> promises;
    private final boolean excluded;
    private final Instant now;
    private final List<Item> items = new ArrayList<>();
    private @Nullable Instant next;

    private Findings(Rated matter, List<Kept> promises, boolean excluded, Instant now) {
        this.matter = matter;
        this.promises = promises;
        this.excluded = excluded;
        this.now = now;
    }

    /**
     * What is found now.
     *
     * @param promises to sign and to contact, the first made first
     * @param excluded whether the matter was left out for this unit
     */
    static Findings of(Rated matter, List<Kept> promises, boolean excluded, Instant now) {
        var found = new Findings(matter, promises, excluded, now);
        found.add(VOLUME, matter.came(), Finding.HANDLED);
        found.sign();
        found.contact();
        found.solution();
        found.grades();
        return found;
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    /** When a promise that runs ends and the matter is to be looked at again; null when none. */
    @Nullable Instant next() {
        return next;
    }

    /** The first promise since the matter came; one to an earlier unit is none of this one. */
    private void sign() {
        promises.stream()
                .filter(each -> each.kind() == ClockKind.SIGN)
                .filter(each -> !each.started().isBefore(matter.came()))
                .findFirst()
                .ifPresent(kept -> promise(SIGN, kept, Finding.SIGNED, Finding.SIGNED_LATE));
    }

    /** The first word with who asked; when it is done again another is promised. */
    private void contact() {
        promises.stream()
                .filter(each -> each.kind() == ClockKind.CONTACT)
                .filter(each -> !before(each.stopped(), matter.came()))
                .findFirst()
                .ifPresent(this::contact);
    }

    private void contact(Kept kept) {
        var stopped = kept.stopped();
        var contacted = matter.contacted();
        if (stopped != null && (contacted == null || contacted.isAfter(stopped))) {
            add(CONTACT, stopped, Finding.NOT_CONTACTED);
        } else {
            promise(CONTACT, kept, Finding.CONTACTED, Finding.CONTACTED_LATE);
        }
    }

    private static boolean before(@Nullable Instant at, Instant limit) {
        return at != null && at.isBefore(limit);
    }

    private void promise(int no, Kept kept, Finding inTime, Finding late) {
        var stopped = kept.stopped();
        if (stopped != null) {
            boolean good = Boolean.TRUE.equals(kept.inTime());
            add(no, good ? stopped : earlier(stopped, kept.due()), good ? inTime : late);
        } else if (!kept.due().isAfter(now) && !kept.paused()) {
            add(no, kept.due(), late);
        } else if (!kept.paused()) {
            next = next == null ? kept.due() : earlier(next, kept.due());
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The last word counts: of who was asked, or of who rated since. */
    private void solution() {
        var asked = matter.asked();
        var rating = matter.ratings().isEmpty() ? null : last(matter.ratings());
        if (rating != null && (asked == null || !asked.at().isAfter(rating.at()))) {
            add(SOLUTION, rating.at(), solution(rating.solved()));
        } else if (asked != null) {
            add(
                    SOLUTION,
                    asked.at(),
                    asked.reached() ? solution(asked.solved()) : Finding.UNREACHED);
        }
    }

    private static Rating last(List<Rating> ratings) {
        return ratings.stream()
                .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
                .orElseThrow();
    }

    private Finding solution(boolean solved) {
        if (!solved) {
            return Finding.UNSOLVED;
        }
        return matter.result() == Reason.Result.PARTLY ? Finding.PARTLY : Finding.SOLVED;
    }

    /** Each requester's rating counts; without any, the grade of the follow-up. */
    private void grades() {
        int no = GRADES;
        for (Rating rating : matter.ratings()) {
            add(no++, rating.at(), Finding.of(rating.grade()));
        }
        var asked = matter.asked();
        if (matter.ratings().isEmpty() && asked != null) {
            add(no, asked.at(), grade(asked));
        }
    }

    private static Finding grade(Asked asked) {
        if (!asked.reached()) {
            return Finding.NOBODY_RATED;
        }
        return asked.grade() == null ? Finding.UNRATED : Finding.of(asked.grade());
    }

    private void add(int no, Instant at, Finding finding) {
        var top = matter.category().split("\\.", 2)[0];
        var month = YearMonth.from(Zones.day(at));
        items.add(new Item(matter.id(), no, matter.unit(), top, month, finding, excluded));
    }
}
