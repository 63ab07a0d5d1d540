package wanhu.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Fen;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Words;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;

/** Turns wishes into projects: looks the units up, and says what an amendment changes. */
@Component
class ProjectPlans {
    private final Units units;
    private final Words words;

    ProjectPlans(Units units, Words words) {
        this.units = units;
        this.words = words;
    }

    /** The id and the instant of a new project. */
    record Birth(UUID id, Instant at) {}

    /**
     * A new project, still without a number.
     *
     * @throws Refused FORBIDDEN when the place is not the actor's, INVALID or RULE when a unit does
     *     not fit
     */
    Project draft(Actor actor, Wish wish, boolean asked, Birth birth) {
        var tree = units.tree(actor.county());
        var place = unit(tree, wish.place());
        boolean own = actor.covers(place.path()) || !tree.get(actor.unit()).kind().territorial();
        Refused.unless(Kind.FORBIDDEN, own, "ledger.refused.place");
        var source = asked ? Project.Source.MATTER : Project.Source.PLANNED;
        return new Project(
                actor.county(),
                birth.id(),
                "",
                1,
                about(wish, place, source),
                parties(tree, wish, new Project.Office(actor.unit(), actor.path())),
                new Project.Money(wish.budget(), wish.funding(), Fen.ZERO),
                wish.promise(),
                Phase.PROPOSED,
                wish.milestones(),
                new Project.Times(birth.at(), null, null, null, null));
    }

    /** The project with another plan; who proposed it and what was spent stay. */
    Project amended(Project before, Wish wish) {
        var tree = units.tree(before.county());
        var about = about(wish, unit(tree, wish.place()), before.about().source());
        var money = new Project.Money(wish.budget(), wish.funding(), before.money().spent());
        return new Project(
                before.county(),
                before.id(),
                before.number(),
                before.version(),
                about,
                parties(tree, claimed(before, wish), before.parties().proposer()),
                money,
                wish.promise(),
                before.phase(),
                wish.milestones(),
                before.times());
    }

    /** A leader who claimed it keeps the post in which it was done. */
    private static Wish claimed(Project before, Wish wish) {
        var claimed = before.parties().leader();
        var wished = wish.leader();
        boolean same =
                claimed != null
                        && wished != null
                        && claimed.name().equals(wished.name())
                        && claimed.title().equals(wished.title());
        return same ? wish.ledBy(claimed) : wish;
    }

    private static Project.About about(Wish wish, Unit place, Project.Source source) {
        return new Project.About(
                wish.title(), wish.summary(), source, wish.year(), place.id(), place.path());
    }

    private static Project.Parties parties(Tree tree, Wish wish, Project.Office proposer) {
        var responsible = unit(tree, wish.responsible());
        boolean fits =
                responsible.live()
                        && responsible.kind() != UnitKind.GRID
                        && !(responsible.kind().territorial()
                                && !Level.COUNTY.above(responsible.level()));
        Refused.unless(Kind.RULE, fits, "ledger.refused.responsible");
        var helpers =
                wish.with().stream()
                        .distinct()
                        .map(each -> unit(tree, each).id())
                        .filter(each -> !each.equals(responsible.id()))
                        .toList();
        return new Project.Parties(
                proposer,
                new Project.Office(responsible.id(), responsible.path()),
                helpers,
                wish.leader());
    }

    private static Unit unit(Tree tree, UUID id) {
        return tree.find(id)
                .filter(each -> each.county() == tree.county())
                .orElseThrow(() -> new Refused(Kind.INVALID, "ledger.refused.unit"));
    }

    /**
     * What the history says of an amendment: the reason, and how deadline, money and names changed,
     * since a promise that changes silently is none.
     */
    String changes(Project before, Project after, Said said) {
        var lines = new ArrayList<String>();
        if (!said.text().isEmpty()) {
            lines.add(said.text());
        }
        changed(lines, "title", before.about().title(), after.about().title());
        changed(
                lines,
                "deadline",
                before.promise().deadline().toString(),
                after.promise().deadline().toString());
        changed(lines, "budget", before.money().budget().yuan(), after.money().budget().yuan());
        changed(lines, "responsible", responsible(before), responsible(after));
        changed(lines, "leader", leader(before), leader(after));
        return String.join("\n", lines);
    }

    private void changed(List<String> lines, String what, String before, String after) {
        if (!before.equals(after)) {
            lines.add(words.text(Locale.CHINESE, "ledger.change." + what, before, after));
        }
    }

    private String responsible(Project project) {
        return units.get(project.county(), project.parties().responsible().unit()).name();
    }

    private String leader(Project project) {
        var leader = project.parties().leader();
        return leader == null
                ? words.text(Locale.CHINESE, "ledger.leader.none")
                : leader.title() + " " + leader.name();
    }
}
