package wanhu.open311;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import wanhu.org.DivisionCode;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * Finds the village, or the smallest place named, that a program speaks of: by its code, else by
 * its name in the address. A point alone says no village, since no boundaries are kept here.
 */
@Component
class Localities {
    private static final int NAMED_MAX = 5;
    private static final int NAME_CHARACTERS_MIN = 2;

    private final Units units;

    Localities(Units units) {
        this.units = units;
    }

    /**
     * Where it is, as it was sent.
     *
     * @param id code of a unit
     * @param text what somebody wrote
     * @param latitude in degrees, WGS 84; empty when unknown
     */
    record Sent(String id, String text, String latitude, String longitude) {
        /** Whether there is a point. */
        boolean point() {
            return !latitude.isEmpty() && !longitude.isEmpty();
        }

        /** The spot in words, with the point, for who goes there. */
        String spot() {
            var point = point() ? "(%s, %s)".formatted(latitude, longitude) : "";
            return (text + " " + point).strip();
        }
    }

    /**
     * The place where a key may report.
     *
     * @throws Denied 400 that says what is needed, 403 outside of the key's territory
     */
    Unit place(ApiKey key, Sent sent) {
        checkPoint(sent);
        var tree = units.tree(key.county());
        var place = sent.id().isEmpty() ? byName(tree, sent) : byCode(tree, sent.id());
        boolean own =
                tree.find(key.unit())
                        .filter(unit -> unit.live() && unit.path().contains(place.path()))
                        .isPresent();
        if (!own) {
            throw Denied.key("open311.fault.outside");
        }
        return place;
    }

    private static void checkPoint(Sent sent) {
        if (sent.latitude().isEmpty() != sent.longitude().isEmpty()) {
            throw Denied.invalid("lat, long", "open311.fault.half-point");
        }
        if (sent.point()) {
            degrees("lat", sent.latitude(), 90);
            degrees("long", sent.longitude(), 180);
        }
        if (sent.id().isEmpty() && sent.text().isEmpty()) {
            throw Denied.invalid(
                    "address_id, address_string",
                    sent.point() ? "open311.fault.point" : "open311.fault.location");
        }
    }

    private static void degrees(String name, String text, int most) {
        boolean number = text.matches("-?\\d{1,3}(\\.\\d{1,15})?");
        if (!number || Math.abs(Double.parseDouble(text)) > most) {
            throw Denied.invalid(name, "open311.fault.degrees", most);
        }
    }

    private static Unit byCode(Tree tree, String sent) {
        return DivisionCode.find(sent)
                .flatMap(code ->
                        tree.byCode(code.text())
                                .or(() -> tree.byCode(code.text().replaceFirst("000$", ""))))
                .filter(unit -> near(tree, unit))
                .orElseThrow(() ->
                        Denied.invalid(
                                "address_id", "open311.fault.address-id", Denied.shown(sent)));
    }

    /** Somewhere in the county, not the county at large, as on the resident's own form. */
    private static boolean near(Tree tree, Unit unit) {
        return unit.live()
                && unit.county() == tree.county()
                && unit.kind().territorial()
                && Level.COUNTY.above(unit.level());
    }

    /**
     * The smallest place whose name stands in the text; where several have it, the one whose
     * township stands there too.
     */
    private static Unit byName(Tree tree, Sent sent) {
        var named = named(tree, sent.text());
        var within =
                named.stream()
                        .filter(unit ->
                                named.stream()
                                        .anyMatch(each ->
                                                !each.equals(unit)
                                                        && each.path().contains(unit.path())))
                        .toList();
        var deepest = deepest(within.isEmpty() ? named : within);
        if (deepest.size() == 1) {
            return deepest.getFirst();
        }
        throw deepest.isEmpty()
                ? Denied.invalid("address_string", "open311.fault.address")
                : Denied.invalid("address_string", "open311.fault.several", said(tree, deepest));
    }

    /** Whose name stands in the text, and not only as a part of another's. */
    private static List<Unit> named(Tree tree, String text) {
        var all =
                tree.root().map(root -> tree.subtree(root.path())).orElse(List.of()).stream()
                        .filter(unit -> near(tree, unit))
                        .filter(unit -> unit.name().length() >= NAME_CHARACTERS_MIN)
                        .filter(unit -> text.contains(unit.name()))
                        .toList();
        return all.stream()
                .filter(unit ->
                        all.stream()
                                .noneMatch(each ->
                                        each.name().length() > unit.name().length()
                                                && each.name().contains(unit.name())))
                .toList();
    }

    private static List<Unit> deepest(List<Unit> units) {
        int depth = units.stream().mapToInt(unit -> unit.path().depth()).max().orElse(0);
        return units.stream()
                .filter(unit -> unit.path().depth() == depth)
                .sorted(Comparator.comparing(Unit::path))
                .toList();
    }

    private static String said(Tree tree, List<Unit> units) {
        return units.stream()
                .limit(NAMED_MAX)
                .map(unit -> name(tree, unit) + " " + unit.code())
                .collect(Collectors.joining("; "));
    }

    /** Township and village, as the public board names a place. */
    static String name(Tree tree, Unit unit) {
        var township =
                tree.above(unit.id(), Level.TOWNSHIP)
                        .filter(each -> !each.equals(unit))
                        .map(Unit::name)
                        .orElse("");
        return township + unit.name();
    }
}
