package wanhu.suggest;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.PerCounty;

/**
 * The machines in use, in memory. Which one a county uses is asked again every few seconds; a
 * machine itself never changes and is read once.
 */
@Component
class Machines {
    /** Machines kept in memory; one takes 5 MB at most. */
    private static final int KEPT_MAX = 16;

    private final ModelStore store;
    private final PerCounty<Map<Subject, UUID>> used = new PerCounty<>();
    private final Map<UUID, ModelStore.Kept> kept =
            new LinkedHashMap<>(KEPT_MAX, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, ModelStore.Kept> eldest) {
                    return size() > KEPT_MAX;
                }
            };

    Machines(ModelStore store) {
        this.store = store;
    }

    /** The machine that a county uses; empty before it has learned anything. */
    Optional<ModelStore.Kept> find(int county, Subject subject) {
        return Optional.ofNullable(used.get(county, this::used).get(subject))
                .map(id -> machine(county, id));
    }

    private Map<Subject, UUID> used(int county) {
        var ids = new EnumMap<Subject, UUID>(Subject.class);
        for (Subject subject : Subject.values()) {
            store.used(county, subject).ifPresent(id -> ids.put(subject, id));
        }
        return ids;
    }

    private ModelStore.Kept machine(int county, UUID id) {
        synchronized (kept) {
            var known = kept.get(id);
            if (known != null) {
                return known;
            }
        }
        var read = store.read(county, id);
        synchronized (kept) {
            kept.put(id, read);
        }
        return read;
    }

    /** Another machine may be in use from now on. */
    void forget(int county) {
        used.forget(county);
    }
}
