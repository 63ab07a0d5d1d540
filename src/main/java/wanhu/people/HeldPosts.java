package wanhu.people;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Zones;
import wanhu.org.FilledPost;
import wanhu.org.HeldPost;
import wanhu.org.Unit;

/**
 * The posts that the person of an account holds, and where she could hold another: appointments are
 * made and ended on the page of a unit's posts.
 */
@Component
class HeldPosts {
    /** Units that a search shows. */
    private static final int UNITS_MAX = 20;

    private final FirstRun.Office office;
    private final Clock clock;

    HeldPosts(FirstRun.Office office, Clock clock) {
        this.office = office;
        this.clock = clock;
    }

    /** The post as filled, in its unit. */
    record Held(Unit unit, FilledPost post) {}

    /** Those of today. */
    List<Held> of(Account account) {
        var today = Zones.day(clock.instant());
        return office.posts().heldBy(account.county(), account.person(), today).stream()
                .flatMap(held ->
                        office.posts().inUnit(account.county(), held.unit(), today).stream()
                                .filter(post -> account.person().equals(post.person()))
                                .filter(post -> held.post().equals(post.post()))
                                .map(post -> new Held(unit(account, held), post)))
                .toList();
    }

    private Unit unit(Account account, HeldPost held) {
        return office.units().get(account.county(), held.unit());
    }

    /** Units of the administrator's subtree whose name or code holds the text; none without one. */
    List<Unit> units(Actor actor, String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return office.units().tree(actor.county()).search(text, UNITS_MAX).stream()
                .filter(unit -> actor.covers(unit.path()))
                .toList();
    }
}
