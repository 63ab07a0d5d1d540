package wanhu.org;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Trees of the counties that were asked for lately. A version in the database tells each node when
 * to read a county anew; it is looked at once a second. Who changes a tree sees it at once, the
 * others after the commit.
 */
@Component
class TreeCache {
    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** About 50 MB: all of a large county's grids, or a few hundred counties down to villages. */
    static final int TREE_UNITS_MAX = 100_000;

    private record Held(Tree tree, List<UUID> versions, long checkedNanos) {}

    private final UnitStore store;
    private final Map<Integer, Held> held = new LinkedHashMap<>(64, 0.75f, true);
    private int units;

    TreeCache(UnitStore store) {
        this.store = store;
    }

    Tree tree(int county) {
        if (TransactionSynchronizationManager.getResource(key(county)) instanceof Own own) {
            return own.tree(county);
        }
        var known = known(county);
        long now = System.nanoTime();
        if (known != null && now - known.checkedNanos() < CHECK_NANOS) {
            return known.tree();
        }
        var versions = store.versions(county);
        var tree =
                known != null && known.versions().equals(versions)
                        ? known.tree()
                        : store.tree(county);
        keep(county, new Held(tree, versions, now));
        return tree;
    }

    /** Gives the county's tree a new version; to be called in the transaction that changes it. */
    void changed(int county) {
        changed(Set.of(county));
    }

    /** As {@link #changed(int)}, of many counties. */
    void changed(Set<Integer> counties) {
        store.renewVersions(counties);
        counties.forEach(this::readAnew);
    }

    private void readAnew(int county) {
        if (TransactionSynchronizationManager.getResource(key(county)) instanceof Own own) {
            own.tree = null;
            return;
        }
        TransactionSynchronizationManager.bindResource(key(county), new Own());
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        TransactionSynchronizationManager.unbindResourceIfPossible(key(county));
                        forget(county);
                    }
                });
    }

    /** The tree as the transaction that changes it sees it: read again only after a change. */
    private final class Own {
        private @Nullable Tree tree;

        Tree tree(int county) {
            var read = tree == null ? store.tree(county) : tree;
            tree = read;
            return read;
        }
    }

    private synchronized @Nullable Held known(int county) {
        return held.get(county);
    }

    private synchronized void keep(int county, Held fresh) {
        var old = held.put(county, fresh);
        units += fresh.tree().size() - (old == null ? 0 : old.tree().size());
        var eldest = held.entrySet().iterator();
        while (units > TREE_UNITS_MAX && held.size() > 1) {
            units -= eldest.next().getValue().tree().size();
            eldest.remove();
        }
    }

    private synchronized void forget(int county) {
        var old = held.remove(county);
        units -= old == null ? 0 : old.tree().size();
    }

    private static String key(int county) {
        return "wanhu.org.tree." + county;
    }
}
