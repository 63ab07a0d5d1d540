package wanhu.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Scope;
import wanhu.org.DivisionCode;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;

/** The places that a resident can name, by their codes. */
@Component
class Places {
    /** Most places that one search shows. */
    static final int FOUND_MAX = 20;

    private static final int COUNTY_DEPTH = 3;
    private static final int VILLAGE_DEPTH = 5;
    private static final Pattern LOCAL = Pattern.compile("X(\\d{6})[0-9A-Z]{1,17}");

    private final Units units;

    Places(Units units) {
        this.units = units;
    }

    /**
     * A place with those around it.
     *
     * @param unit the place itself
     * @param tree the tree in which it stands
     */
    record Place(Unit unit, Tree tree) {
        int county() {
            return tree.county();
        }

        /** Name from the township down: 六家子镇 九家子村. */
        String name() {
            var names = new ArrayList<String>();
            names.add(unit.name());
            for (Unit above : tree.ancestors(unit.id())) {
                if (Level.COUNTY.above(above.level())) {
                    names.addFirst(above.name());
                }
            }
            return String.join(" ", names);
        }

        /** The territories directly below: villages of a township, grids of a village. */
        List<Unit> below() {
            return tree.children(unit.id()).stream()
                    .filter(each -> each.kind().territorial())
                    .toList();
        }

        /** Whether a resident may report here: somewhere in a county, not the county at large. */
        boolean near() {
            return unit.live() && unit.kind().territorial() && Level.COUNTY.above(unit.level());
        }

        /**
         * Whom a report of wrongdoing from here may be about: village and township, then the
         * departments of the county.
         */
        List<Unit> accusable() {
            var around =
                    Stream.concat(
                                    Stream.of(village()),
                                    tree.ancestors(unit.id()).stream()
                                            .filter(each -> each.kind().territorial()))
                            .filter(each -> Level.COUNTY.above(each.level()))
                            .filter(each -> each.path().contains(village().path()))
                            .distinct();
            return Stream.concat(around, tree.departments().stream()).toList();
        }

        /** Whom it is about: whom she chose, else the village or township itself. */
        Unit accused(String code) {
            return tree.byCode(code)
                    .filter(each -> each.live() && each.path().depth() > COUNTY_DEPTH)
                    .orElseGet(this::village);
        }

        /** The village, or the unit itself when it lies higher. */
        Unit village() {
            return tree.above(unit.id(), Level.VILLAGE).orElse(unit);
        }
    }

    /** The place with that code; empty for a code that is wrong, closed or no place. */
    Optional<Place> find(String code) {
        return county(code)
                .map(units::tree)
                .flatMap(tree -> tree.byCode(code).map(unit -> new Place(unit, tree)))
                .filter(place -> place.unit().live() && place.unit().kind().territorial());
    }

    /** The county in a division code or in a local one (X150524001). */
    private static Optional<Integer> county(String code) {
        var digits = LOCAL.matcher(code);
        return digits.matches()
                ? Optional.of(Integer.valueOf(digits.group(1)))
                : DivisionCode.find(code).flatMap(DivisionCode::county);
    }

    /** The counties of this installation. */
    List<Unit> counties() {
        return units.counties().stream()
                .flatMap(county -> units.tree(county).root().stream())
                .toList();
    }

    /** Places whose name, initials or code fit; villages and grids first that fit best. */
    List<Place> search(int county, String text) {
        var tree = units.tree(county);
        return tree.search(text, FOUND_MAX * 5).stream()
                .map(unit -> new Place(unit, tree))
                .filter(Place::near)
                .limit(FOUND_MAX)
                .toList();
    }

    /** Units of a county that a report of wrongdoing may be about. */
    List<Choice> accusable(int county) {
        var tree = units.tree(county);
        return tree.root().stream()
                .flatMap(root -> tree.subtree(root.path()).stream())
                .filter(unit -> unit.live() && unit.path().depth() > COUNTY_DEPTH)
                .filter(unit -> unit.level() != Level.GRID)
                .map(unit -> choice(new Place(unit, tree)))
                .toList();
    }

    /**
     * To whom a post may send what it has registered: departments and places of its county, for the
     * phone desk and the county; those of its own territory for a township.
     */
    List<Choice> handlers(Actor actor) {
        var scope = Scope.of(actor).territory();
        var tree = units.tree(actor.county());
        return tree.root().stream()
                .flatMap(root -> tree.subtree(root.path()).stream())
                .filter(unit -> unit.live() && unit.path().depth() > COUNTY_DEPTH)
                .filter(unit -> scope.contains(unit.path()) && unit.level() != Level.GRID)
                .filter(unit -> !unit.id().equals(actor.unit()))
                .map(unit -> new Choice(unit.id().toString(), new Place(unit, tree).name()))
                .toList();
    }

    /** Where a post may register: in its territory, the phone desk in the whole county. */
    List<Choice> of(Actor actor) {
        var scope = Scope.of(actor).territory();
        var tree = units.tree(actor.county());
        boolean narrow = actor.path().depth() >= VILLAGE_DEPTH;
        return tree.root().stream()
                .flatMap(root -> tree.subtree(root.path()).stream())
                .filter(unit -> scope.contains(unit.path()))
                .map(unit -> new Place(unit, tree))
                .filter(Place::near)
                .filter(place -> narrow || place.unit().level() != Level.GRID)
                .map(Places::choice)
                .toList();
    }

    /** The place with that code, if the post may register there. */
    Optional<Place> of(Actor actor, String code) {
        var scope = Scope.of(actor).territory();
        return find(code)
                .filter(place -> place.county() == actor.county() && place.near())
                .filter(place -> scope.contains(place.unit().path()));
    }

    private static Choice choice(Place place) {
        var code = place.unit().code();
        return new Choice(code, place.name(), null, code);
    }
}
