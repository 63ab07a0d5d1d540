package wanhu.topic;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.org.Units;

/** What is told most at a place, by name and number, for those who write about it. */
@Service
public class TopicFigures {
    private final HotTopics topics;
    private final TopicFold fold;
    private final Units units;

    TopicFigures(HotTopics topics, TopicFold fold, Units units) {
        this.topics = topics;
        this.fold = fold;
        this.units = units;
    }

    /**
     * A hot topic at a place.
     *
     * @param matters told there in the time of the rule, as far as the post sees them
     * @param rising whether more is told than chance explains, over the whole county
     */
    public record Told(String name, int matters, boolean rising) {}

    /** Days of the rule: what was told longer ago does not count. */
    public int days(int county) {
        return topics.least(county).days();
    }

    /** Has the topics of a county found in the background, for somebody who will ask soon. */
    public void want(int county) {
        fold.want(county);
    }

    /**
     * Topics with matters at the place, those with most first.
     *
     * @throws Refused CONFLICT while they are being found
     */
    public List<Told> hottest(Actor actor, OrgPath place, int limit) {
        if (!fold.fold(actor.county())) {
            throw new Refused(Refused.Kind.CONFLICT, "topic.refused.counting");
        }
        var tree = units.tree(actor.county());
        return topics.list(actor, false).stream()
                .map(each -> {
                    var there =
                            each.seen().stream()
                                    .filter(line ->
                                            tree.find(line.place())
                                                    .filter(unit -> place.contains(unit.path()))
                                                    .isPresent())
                                    .count();
                    return new Told(each.name(), (int) there, each.trend() == Trend.RISING);
                })
                .filter(each -> each.matters() > 0)
                .sorted(Comparator.comparingInt(Told::matters).reversed())
                .limit(limit)
                .toList();
    }
}
