package wanhu.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;
import wanhu.base.OrgPath;

/**
 * A livelihood project (民生实事): the row of the ledger with its milestones. Its history is {@link
 * Event}.
 *
 * @param county the tenant, six digits
 * @param number for people: 150524-MS2026-0007
 * @param version counts the acts; a page that shows an older one is told so
 */
public record Project(
        int county,
        UUID id,
        String number,
        int version,
        About about,
        Parties parties,
        Money money,
        Promise promise,
        Phase phase,
        List<Milestone> milestones,
        Times times) {
    public Project {
        milestones = List.copyOf(milestones);
    }

    /** Where it came from. */
    public enum Source {
        /** Out of residents' matters. */
        MATTER,
        /** From the plan of the year. */
        PLANNED
    }

    /**
     * What it is about.
     *
     * @param year the year plan to which it belongs
     * @param place unit in which it lies
     */
    public record About(
            String title, String summary, Source source, int year, UUID place, OrgPath placePath) {}

    /** A unit with its place in the tree. */
    public record Office(UUID unit, OrgPath path) {}

    /**
     * 认领领导: who answers for it, as named on the day of the claim.
     *
     * @param post as which the leader claimed it; null when somebody else wrote it down
     * @param unit of that post; null likewise
     */
    public record Leader(@Nullable UUID post, @Nullable UUID unit, String name, String title) {}

    /**
     * Who has to do with it.
     *
     * @param proposer wrote it down
     * @param responsible does it (责任单位)
     * @param with units that help (配合单位)
     */
    public record Parties(
            Office proposer, Office responsible, List<UUID> with, @Nullable Leader leader) {
        public Parties {
            with = List.copyOf(with);
        }
    }

    /**
     * Its money.
     *
     * @param funding where it comes from
     * @param spent sum over all entries
     */
    public record Money(Fen budget, String funding, Fen spent) {}

    /** Who benefits, in counts; no list of persons is kept. */
    public record Reach(int households, int people, int mu) {}

    /**
     * What is promised in public.
     *
     * @param deadline last day
     */
    public record Promise(String text, LocalDate deadline, Reach reach) {}

    /**
     * When it came to where it stands.
     *
     * @param chosen since when the public sees it; null before
     * @param ended when it was struck off or dropped
     */
    public record Times(
            Instant proposed,
            @Nullable Instant chosen,
            @Nullable Instant started,
            @Nullable Instant done,
            @Nullable Instant ended) {}

    /** Progress in percent: the weights of the milestones that were reached. */
    public int percent() {
        return milestones.stream().filter(Milestone::done).mapToInt(Milestone::weight).sum();
    }

    /** Whether the public sees it: from the day on which it was chosen. */
    public boolean published() {
        return times.chosen() != null;
    }

    /** The day that comes next, of a milestone or of all; empty when nothing lies ahead. */
    public Optional<LocalDate> nextDue() {
        if (!phase.live()) {
            return Optional.empty();
        }
        var deadline = promise.deadline();
        var next = phase == Phase.PROPOSED ? Optional.<Milestone>empty() : nextMilestone();
        return next.map(Milestone::due)
                .filter(day -> day.isBefore(deadline))
                .or(() -> Optional.of(deadline));
    }

    /** The milestone that comes next; empty when all were reached. */
    public Optional<Milestone> nextMilestone() {
        return milestones.stream()
                .filter(each -> !each.done())
                .min(java.util.Comparator.comparing(Milestone::due));
    }

    Project with(Phase next, Times when) {
        return new Project(
                county,
                id,
                number,
                version,
                about,
                parties,
                money,
                promise,
                next,
                milestones,
                when);
    }

    Project with(Parties who) {
        return new Project(
                county, id, number, version, about, who, money, promise, phase, milestones, times);
    }

    Project with(Money how, List<Milestone> plan) {
        return new Project(
                county, id, number, version, about, parties, how, promise, phase, plan, times);
    }

    Project numbered(String given) {
        return new Project(
                county,
                id,
                given,
                version,
                about,
                parties,
                money,
                promise,
                phase,
                milestones,
                times);
    }

    Project counted() {
        return new Project(
                county,
                id,
                number,
                version + 1,
                about,
                parties,
                money,
                promise,
                phase,
                milestones,
                times);
    }
}
