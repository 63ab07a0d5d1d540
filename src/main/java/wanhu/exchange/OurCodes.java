package wanhu.exchange;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Scope;
import wanhu.category.Categories;
import wanhu.category.Category;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.Units;

/** Whether a code of ours can stand in a matter that a post of ours takes. */
@Component
class OurCodes {
    private final Categories categories;
    private final Units units;

    OurCodes(Categories categories, Units units) {
        this.categories = categories;
        this.units = units;
    }

    static boolean kind(String name) {
        return Arrays.stream(Kind.values()).anyMatch(each -> each.name().equals(name));
    }

    static boolean channel(String name) {
        return Arrays.stream(Channel.values()).anyMatch(each -> each.name().equals(name));
    }

    /** A category that can be chosen. */
    boolean category(Actor actor, String code) {
        return categories.find(actor.county(), code).filter(Category::live).isPresent();
    }

    /** A place below the county, where the post is at work. */
    boolean place(Actor actor, String code) {
        return units.tree(actor.county())
                .byCode(code)
                .filter(Unit::live)
                .filter(each -> each.kind().territorial() && Level.COUNTY.above(each.level()))
                .filter(each -> Scope.of(actor).territory().contains(each.path()))
                .isPresent();
    }
}
