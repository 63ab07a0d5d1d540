package wanhu.org;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.shell.SearchSource;

/** Finds units by name, by the initials of its pinyin or by code; who is where is no secret. */
@Component
class UnitSearch implements SearchSource {
    private final Units units;

    UnitSearch(Units units) {
        this.units = units;
    }

    @Override
    public String heading() {
        return "org.title";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public List<Hit> search(Actor actor, String text) {
        var tree = units.tree(actor.county());
        return tree.search(text, HITS_MAX).stream()
                .map(unit -> new Hit(unit.name(), above(tree, unit), "/org?unit=" + unit.id()))
                .toList();
    }

    private static String above(Tree tree, Unit unit) {
        var names = new ArrayList<String>();
        for (Unit each : tree.ancestors(unit.id())) {
            if (!each.level().above(Level.COUNTY)) {
                names.addFirst(each.name());
            }
        }
        names.add(unit.code());
        return String.join(" ", names);
    }
}
