package wanhu.matter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Wall;

/** Those of some matters that a post may see, by the one predicate: what lies behind a figure. */
@Service
public class NamedMatters {
    private static final int PIECE_ROWS = 1_000;

    private final JdbcClient db;
    private final Clock clock;

    NamedMatters(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What the post sees of them, the latest first. */
    @Transactional(readOnly = true)
    public List<MatterLine> list(Actor actor, Collection<UUID> ids) {
        var all = List.copyOf(ids);
        var found = new ArrayList<MatterLine>();
        for (int from = 0; from < all.size(); from += PIECE_ROWS) {
            var piece = all.subList(from, Math.min(all.size(), from + PIECE_ROWS));
            found.addAll(Wall.of(actor).behind(() -> piece(actor, piece)));
        }
        found.sort((one, other) -> other.reported().compareTo(one.reported()));
        return found;
    }

    private List<MatterLine> piece(Actor actor, List<UUID> ids) {
        var where = ListWhere.seen(actor, MatterQuery.Filters.NONE, clock.instant());
        where.and("m.id = any(:named)", "named", ids.toArray(UUID[]::new));
        // Composed; tried by RatesTest.
        return db.sql(
                        """
                        select %s, m.due_at, m.warn_at, m.due_clock
                        from matter.matter m
                        where %s
                        limit %d
                        """
                                .formatted(MatterListStore.COLUMNS, where.text(), PIECE_ROWS))
                .params(where.parameters())
                .query(MatterListStore::row)
                .list();
    }
}
