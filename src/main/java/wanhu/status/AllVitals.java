package wanhu.status;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import wanhu.base.Vital;
import wanhu.base.VitalSource;
import wanhu.base.Wall;

/** Asks all rooms how they are. */
@Component
class AllVitals {
    private static final Logger LOG = LoggerFactory.getLogger(AllVitals.class);

    /**
     * Made when somebody asks: the filter that times requests stands before there is a database.
     */
    private final ObjectProvider<VitalSource> sources;

    AllVitals(ObjectProvider<VitalSource> sources) {
        this.sources = sources;
    }

    /** What has to be mended first; a room that cannot say how it is, is not well. */
    List<Vital> now() {
        var all = new ArrayList<Vital>();
        Wall.whole(() -> sources.stream().forEach(source -> all.addAll(ask(source))));
        all.sort(Comparator.comparing(Vital::state).reversed().thenComparing(Vital::name));
        return List.copyOf(all);
    }

    private static List<Vital> ask(VitalSource source) {
        try {
            return source.vitals();
        } catch (RuntimeException broken) {
            var place = source.getClass().getPackageName();
            var room = place.substring(place.lastIndexOf('.') + 1);
            LOG.warn("The room {} cannot say how it is", room, broken);
            return List.of(
                    new Vital("status.vital.silent-rooms", 1, Vital.State.BAD, List.of(room)));
        }
    }
}
