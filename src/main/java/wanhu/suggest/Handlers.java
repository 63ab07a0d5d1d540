package wanhu.suggest;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;

/**
 * Who handles a matter, told so that it holds for matters of any place: a department by itself, a
 * village as "the village of the place", the office of a township as "that office of the township
 * of the place".
 */
record Handlers(Tree tree) {
    private static final char LEVEL = '@';
    private static final char NAME = '/';

    /** The label of a unit; empty when the county has no such unit any more. */
    Optional<String> label(UUID unit) {
        return tree.find(unit).map(this::label);
    }

    private String label(Unit unit) {
        var level = tree.level(unit.id());
        if (unit.kind().territorial()) {
            return LEVEL + level.name();
        }
        return level == Level.COUNTY
                ? unit.id().toString()
                : LEVEL + level.name() + NAME + unit.name();
    }

    /** The live unit of a label for a matter of a place; empty when there is none. */
    Optional<Unit> unit(String label, UUID place) {
        var level = level(label);
        if (level == null) {
            return tree.find(UUID.fromString(label)).filter(Unit::live);
        }
        var territory = tree.find(place).flatMap(at -> tree.above(at.id(), level));
        var office = office(label);
        return office.isEmpty()
                ? territory.filter(Unit::live)
                : territory.flatMap(each -> office(each, office));
    }

    /** The level of the place's unit that a label means; null when it means a department. */
    static @Nullable Level level(String label) {
        if (label.charAt(0) != LEVEL) {
            return null;
        }
        int cut = label.indexOf(NAME);
        return Level.valueOf(label.substring(1, cut < 0 ? label.length() : cut));
    }

    /** The name of the office that a label means; empty when it means the territory itself. */
    static String office(String label) {
        int cut = label.indexOf(NAME);
        return cut < 0 ? "" : label.substring(cut + 1);
    }

    private Optional<Unit> office(Unit territory, String name) {
        return tree.children(territory.id()).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
