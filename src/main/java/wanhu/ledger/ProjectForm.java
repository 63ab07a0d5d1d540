package wanhu.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.life.Matter;

/**
 * What somebody typed of a project; kept when it is refused.
 *
 * @param matter number of the matter out of which it comes; empty for a planned one
 * @param version that the form showed; for an amendment
 * @param with units that help
 * @param milestoneName names of the milestones, beside weights and days; empty rows are left out
 * @param reason of an amendment
 */
record ProjectForm(
        @Nullable UUID command,
        @Nullable String matter,
        @Nullable Integer version,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String year,
        @Nullable UUID place,
        @Nullable UUID responsible,
        @Nullable List<@Nullable UUID> with,
        @Nullable String leaderName,
        @Nullable String leaderTitle,
        @Nullable String budget,
        @Nullable String funding,
        @Nullable String promise,
        @Nullable String deadline,
        @Nullable String households,
        @Nullable String people,
        @Nullable String mu,
        @Nullable List<@Nullable String> milestoneName,
        @Nullable List<@Nullable String> milestoneWeight,
        @Nullable List<@Nullable String> milestoneDue,
        @Nullable String reason) {
    /** Rows for milestones that a form shows at least. */
    static final int MILESTONE_ROWS = 6;

    /** The form of a new project, with the usual milestones. */
    static ProjectForm blank(String year, List<String> milestones, List<String> weights) {
        return new ProjectForm(
                null,
                null,
                null,
                null,
                null,
                year,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                milestones,
                weights,
                null,
                null);
    }

    /**
     * The same with what a matter says; of a secret one only where it lies.
     *
     * @param redacted takes personal numbers out of a text
     */
    ProjectForm from(Matter from, UnaryOperator<String> redacted) {
        boolean secret = from.about().privacy().secret();
        var about = redacted.apply(from.about().title());
        var body = redacted.apply(from.about().body());
        int asking = from.tally().supporters();
        var asked = asking > 1 ? Integer.toString(asking) : null;
        return new ProjectForm(
                command,
                from.number(),
                version,
                secret ? title : about,
                secret ? summary : body,
                year,
                from.about().placeUnit(),
                responsible,
                with,
                leaderName,
                leaderTitle,
                budget,
                funding,
                promise,
                deadline,
                secret ? households : asked,
                people,
                mu,
                milestoneName,
                milestoneWeight,
                milestoneDue,
                reason);
    }

    /** The same for the version that stands now, which the page shows beside what was typed. */
    ProjectForm at(int now) {
        return new ProjectForm(
                command,
                matter,
                now,
                title,
                summary,
                year,
                place,
                responsible,
                with,
                leaderName,
                leaderTitle,
                budget,
                funding,
                promise,
                deadline,
                households,
                people,
                mu,
                milestoneName,
                milestoneWeight,
                milestoneDue,
                reason);
    }

    /** The form of a project as it stands. */
    static ProjectForm of(Project project) {
        var leader = project.parties().leader();
        var reach = project.promise().reach();
        var plan = project.milestones();
        return new ProjectForm(
                null,
                null,
                project.version(),
                project.about().title(),
                project.about().summary(),
                Integer.toString(project.about().year()),
                project.about().place(),
                project.parties().responsible().unit(),
                List.copyOf(project.parties().with()),
                leader == null ? "" : leader.name(),
                leader == null ? "" : leader.title(),
                project.money().budget().yuan(),
                project.money().funding(),
                project.promise().text(),
                project.promise().deadline().toString(),
                Integer.toString(reach.households()),
                Integer.toString(reach.people()),
                Integer.toString(reach.mu()),
                plan.stream().map(Milestone::name).toList(),
                plan.stream().map(each -> Integer.toString(each.weight())).toList(),
                plan.stream().map(each -> each.due().toString()).toList(),
                "");
    }

    /**
     * The wish that was typed.
     *
     * @throws Refused INVALID or RULE when something is missing or can't be read
     */
    Wish wish() {
        Refused.unless(Kind.INVALID, place != null, "ledger.refused.place-missing");
        Refused.unless(Kind.INVALID, responsible != null, "ledger.refused.responsible-missing");
        Refused.unless(Kind.INVALID, !Typed.text(budget).isEmpty(), "ledger.refused.money");
        var day = Typed.day(deadline, "ledger.refused.deadline");
        var reach =
                new Project.Reach(
                        Typed.number(households, "ledger.refused.number"),
                        Typed.number(people, "ledger.refused.number"),
                        Typed.number(mu, "ledger.refused.number"));
        return new Wish(
                Typed.text(title),
                Typed.text(summary),
                Typed.number(year, "ledger.refused.number"),
                Objects.requireNonNull(place),
                Objects.requireNonNull(responsible),
                helpers(),
                leader(),
                Typed.yuan(budget),
                Typed.text(funding),
                new Project.Promise(Typed.text(promise), day, reach),
                milestones(day));
    }

    /** The units that help. */
    List<UUID> helpers() {
        return with == null ? List.of() : with.stream().filter(Objects::nonNull).toList();
    }

    private Project.@Nullable Leader leader() {
        var name = Typed.text(leaderName);
        var post = Typed.text(leaderTitle);
        return name.isEmpty() && post.isEmpty() ? null : new Project.Leader(null, null, name, post);
    }

    private List<Milestone> milestones(LocalDate deadline) {
        var plan = new ArrayList<Milestone>();
        for (int row = 0; row < rows(); row++) {
            if (!name(row).isEmpty()) {
                var due = due(row).isEmpty() ? deadline.toString() : due(row);
                plan.add(
                        new Milestone(
                                plan.size() + 1,
                                name(row),
                                Typed.number(weight(row), "ledger.refused.number"),
                                Typed.day(due, "ledger.refused.date"),
                                null));
            }
        }
        return plan;
    }

    /** How many rows for milestones the form shows. */
    int rows() {
        int typed = milestoneName == null ? 0 : milestoneName.size();
        return Math.min(Wish.MILESTONES_MAX, Math.max(MILESTONE_ROWS, typed));
    }

    String name(int row) {
        return at(milestoneName, row);
    }

    String weight(int row) {
        return at(milestoneWeight, row);
    }

    String due(int row) {
        return at(milestoneDue, row);
    }

    /** Whether the unit is among those that help. */
    boolean helps(String unit) {
        return helpers().stream().anyMatch(each -> each.toString().equals(unit));
    }

    private static String at(@Nullable List<@Nullable String> list, int row) {
        return list == null || row >= list.size() ? "" : Typed.text(list.get(row));
    }

    static String shown(@Nullable Object typed) {
        return Objects.toString(typed, "");
    }
}
