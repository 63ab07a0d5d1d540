package wanhu.board;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.context.ApplicationContext;

/** Figures that are kept beside the matters: followed, made anew, compared; what the schedule does by itself. */
public final class Counters {
    private final Rollups rollups;
    private final List<Rollup> kept;

    /** Those of a running product. */
    public Counters(ApplicationContext product) {
        rollups = product.getBean(Rollups.class);
        kept = List.copyOf(product.getBeansOfType(Rollup.class).values());
    }

    /** The rooms that keep some. */
    public List<String> rooms() {
        return kept.stream().map(Rollup::room).toList();
    }

    /** Follows what has happened since. */
    public void follow(int county) {
        kept.forEach(each -> rollups.follow(each, county));
    }

    /** Throws away what a room keeps of a county, and makes all of it anew. */
    public void remake(String room, int county) {
        var what = kept.stream().filter(each -> each.room().equals(room)).findFirst().orElseThrow();
        rollups.distrust(what, county);
        rollups.follow(what, county);
    }

    /** How many parts of what is kept of a county are not what its matters say. */
    public int differing(int county) {
        return kept.stream()
                .map(each -> rollups.compare(each, county))
                .mapToInt(OptionalInt::orElseThrow)
                .sum();
    }
}
