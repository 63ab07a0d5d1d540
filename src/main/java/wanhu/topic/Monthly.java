package wanhu.topic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 每月一题: a topic that one unit solves for many, by a plan.
 *
 * @param topic the hot topic from which it came; null for one that a person thought of
 * @param category of which its matters are counted when it came from no topic
 * @param issuer the unit that set it
 * @param owner the unit that answers for it
 * @param before matters told in the days before it began
 * @param days how many days are counted, before and after
 * @param ended how it ended; null while it runs
 */
record Monthly(
        int county,
        UUID id,
        int version,
        YearMonth month,
        String title,
        @Nullable UUID topic,
        String category,
        UUID issuer,
        UUID owner,
        Plan plan,
        int before,
        int days,
        Instant begun,
        @Nullable Ended ended) {

    /** Why, what is done, and by what it is measured. */
    record Plan(String cause, String measures, String target) {}

    /** Matters told in as many days before the end, and what was reached. */
    record Ended(int after, String outcome, Instant at) {}

    /** A step of the plan. */
    record Milestone(int position, String name, LocalDate due, @Nullable LocalDate reached) {
        boolean late(LocalDate today) {
            return reached == null && due.isBefore(today);
        }
    }

    /** A line of its history. */
    record Note(String act, String text, String name, Instant at) {}

    /** Milestones that are late. */
    static long late(List<Milestone> all, LocalDate today) {
        return all.stream().filter(each -> each.late(today)).count();
    }
}
