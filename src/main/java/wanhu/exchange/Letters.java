package wanhu.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.life.Matter;
import wanhu.org.Unit;
import wanhu.org.Units;

/** What is sent of a matter: the words of the table of the partner, and no contact of anybody. */
@Component
class Letters {
    private final Units units;

    Letters(Units units) {
        this.units = units;
    }

    /**
     * A letter.
     *
     * @param missing our codes that have no name there; then there is nothing to send
     */
    record Letter(Map<String, Object> body, List<String> missing) {
        Letter {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Makes one.
     *
     * @param turn which time the matter goes there; again after it came back is another matter
     */
    Letter of(Matter matter, Mapping mapping, int turn) {
        var about = matter.about();
        var missing = new ArrayList<String>();
        var body = new LinkedHashMap<String, Object>();
        body.put("origin", turn == 1 ? matter.number() : matter.number() + "/" + turn);
        body.put("kind", mapping.kind(about.kind().name()));
        mapping.category(about.category())
                .ifPresentOrElse(
                        code -> body.put("category", code),
                        () -> missing.add("category." + about.category()));
        var upwards = upwards(matter);
        mapping.unit(upwards)
                .ifPresentOrElse(
                        code -> body.put("place", code),
                        () -> missing.add("unit." + upwards.getFirst()));
        body.put("text", about.body());
        optional(body, mapping, "title", about.title());
        optional(body, mapping, "spot", about.placeNote());
        body.put("danger", about.danger());
        body.put("publish", false);
        return new Letter(body, missing);
    }

    private static void optional(
            Map<String, Object> body, Mapping mapping, String field, String value) {
        if (mapping.leaves(field) && !value.isEmpty()) {
            body.put(field, value);
        }
    }

    /** The codes of where it happened, and of the units above. */
    private List<String> upwards(Matter matter) {
        var tree = units.tree(matter.county());
        var place = matter.about().placeUnit();
        return Stream.concat(tree.find(place).stream(), tree.ancestors(place).stream())
                .map(Unit::code)
                .toList();
    }
}
