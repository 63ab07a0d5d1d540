package wanhu.board;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.life.Stage;
import wanhu.matter.MatterStandings;

/**
 * The door to where open matters stand, from the grid to the county, without reports of wrongdoing:
 * as they stood when they were followed last ({@link Months#follow}). Whoever asks has made sure
 * that the places may be read.
 */
@Service
public class Standings {
    private final StandingStore store;
    private final Folding folding;
    private final Rollups rollups;
    private final MatterStandings matters;

    Standings(StandingStore store, Folding folding, Rollups rollups, MatterStandings matters) {
        this.store = store;
        this.folding = folding;
        this.rollups = rollups;
        this.matters = matters;
    }

    /**
     * Open matters of a stage at a place and below it.
     *
     * @param soon those of them of whose time most has run
     * @param overdue those of them whose time has run out
     */
    public record Standing(OrgPath place, Stage stage, int open, int soon, int overdue) {}

    /**
     * The open matters of a place and of some below it; counted live while what is kept is to be
     * made anew.
     *
     * @param below all of them lie directly or one more level below the place
     */
    @Transactional(readOnly = true)
    public List<Standing> standing(Actor actor, OrgPath place, Collection<OrgPath> below) {
        var places = Stream.concat(Stream.of(place), below.stream()).toList();
        if (!rollups.kept(folding, actor.county())) {
            return live(actor, place, places);
        }
        return store.wholes(actor.county(), places).stream()
                .map(each ->
                        new Standing(
                                each.key().place(),
                                each.key().stage(),
                                each.open(),
                                each.soon(),
                                each.overdue()))
                .toList();
    }

    private List<Standing> live(Actor actor, OrgPath place, List<OrgPath> places) {
        int levels = places.stream().mapToInt(OrgPath::depth).max().orElseThrow() - place.depth();
        var each = matters.standing(actor, place, Math.max(1, levels));
        return places.stream()
                .flatMap(one ->
                        each.stream()
                                .filter(standing -> one.contains(standing.place()))
                                .collect(Collectors.groupingBy(MatterStandings.Standing::stage))
                                .values()
                                .stream()
                                .map(some -> sum(one, some)))
                .toList();
    }

    private static Standing sum(OrgPath place, List<MatterStandings.Standing> some) {
        return some.stream()
                .map(each ->
                        new Standing(place, each.stage(), each.open(), each.soon(), each.overdue()))
                .reduce((one, other) ->
                        new Standing(
                                place,
                                one.stage(),
                                one.open() + other.open(),
                                one.soon() + other.soon(),
                                one.overdue() + other.overdue()))
                .orElseThrow();
    }
}
