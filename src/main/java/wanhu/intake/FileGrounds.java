package wanhu.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Scope;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.org.Unit;
import wanhu.org.Units;

/** What the rows of a file can name: places where the post may register, and categories. */
@Component
class FileGrounds {
    private final Units units;
    private final Categories categories;

    FileGrounds(Units units, Categories categories) {
        this.units = units;
        this.categories = categories;
    }

    FileJudge.Ground of(Actor actor) {
        return new Snapshot(actor, names(actor.county()));
    }

    private Map<String, String> names(int county) {
        var names = new HashMap<String, String>();
        for (Category each : categories.tree(county).values()) {
            if (each.live()) {
                names.put(each.code(), each.code());
                names.putIfAbsent(each.nameZh(), each.code());
                names.putIfAbsent(each.nameEn().toLowerCase(Locale.ROOT), each.code());
            }
        }
        return names;
    }

    /**
     * The unit with that code, if the post may register there; the county too, for want of better.
     */
    Optional<Unit> place(Actor actor, String code) {
        var scope = Scope.of(actor).territory();
        return units.tree(actor.county())
                .byCode(code)
                .filter(unit -> unit.live() && unit.kind().territorial())
                .filter(unit -> unit.county() == actor.county() && scope.contains(unit.path()));
    }

    private final class Snapshot implements FileJudge.Ground {
        private final Actor actor;
        private final Map<String, String> names;

        Snapshot(Actor actor, Map<String, String> names) {
            this.actor = actor;
            this.names = names;
        }

        @Override
        public Optional<Unit> place(String code) {
            return FileGrounds.this.place(actor, code);
        }

        @Override
        public Optional<String> category(String text) {
            return Optional.ofNullable(names.get(text))
                    .or(() -> Optional.ofNullable(names.get(text.toLowerCase(Locale.ROOT))));
        }
    }
}
