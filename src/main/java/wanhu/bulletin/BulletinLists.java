package wanhu.bulletin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Page;
import wanhu.org.Unit;
import wanhu.org.Units;

/** Lists of bulletins, each by its last version; and what nobody has begun yet. */
@Repository
class BulletinLists {
    /** Bulletins on one page. */
    static final int ROWS = 20;

    private static final String LAST =
            """
            not exists (
                select
                from bulletin.bulletin n
                where n.county = :county and n.unit_id = b.unit_id and n.kind = b.kind
                    and n.from_on = b.from_on and n.version > b.version and n.state = 'RELEASED')
            """;

    private final BulletinStore store;
    private final Units units;
    private final JdbcClient db;

    BulletinLists(BulletinStore store, Units units, JdbcClient db) {
        this.store = store;
        this.units = units;
        this.db = db;
    }

    /** Units whose bulletins the post may read. */
    List<Unit> readable(Actor actor) {
        return having(actor.county()).filter(each -> Rights.reads(actor, each.path())).toList();
    }

    /** Units whose bulletins the post may write. */
    List<Unit> writable(Actor actor) {
        return having(actor.county()).filter(each -> Rights.writes(actor, each.path())).toList();
    }

    private Stream<Unit> having(int county) {
        var tree = units.tree(county);
        return Stream.concat(tree.root().stream(), tree.townships().stream()).filter(Rights::has);
    }

    /** A piece of the list. */
    @Transactional(readOnly = true)
    Page<Bulletin> page(Actor actor, Asked asked) {
        var readable =
                readable(actor).stream()
                        .filter(each ->
                                asked.unit().isEmpty() || asked.unit().equals(each.id().toString()))
                        .toList();
        var kept = readable.stream().filter(each -> Rights.keeps(actor, each.path())).toList();
        var key = Key.of(asked.after());
        // Composed; tried by BulletinsTest.
        var rows =
                db.sql(
                                """
                                select %s
                                from bulletin.bulletin b
                                where b.county = :county
                                  and b.unit_id = any(:units)
                                  and (:kind = '' or b.kind = :kind)
                                  and b.from_on between :first and :last
                                  and (b.state <> 'RELEASED' and b.unit_id = any(:kept)
                                    or b.state = 'RELEASED' and %s)
                                  and (b.from_on, b.id) < (:after, :afterId)
                                order by b.from_on desc, b.id desc
                                limit :limit
                                """
                                        .formatted(BulletinStore.COLUMNS, LAST))
                        .param("county", actor.county())
                        .param("units", ids(readable))
                        .param("kept", ids(kept))
                        .param("kind", asked.kind())
                        .param("first", asked.first())
                        .param("last", asked.last())
                        .param("after", key.from())
                        .param("afterId", key.id())
                        .param("limit", ROWS + 1)
                        .query(store::row)
                        .list();
        return piece(rows);
    }

    private static UUID[] ids(List<Unit> units) {
        return units.stream().map(Unit::id).toArray(UUID[]::new);
    }

    private static Page<Bulletin> piece(List<Bulletin> rows) {
        boolean more = rows.size() > ROWS;
        var shown = more ? rows.subList(0, ROWS) : rows;
        return new Page<>(shown, -1, more ? Key.of(shown.getLast()).text() : null);
    }

    /** Periods that are over and of which the post's own unit has no bulletin. */
    @Transactional(readOnly = true)
    List<Period> missing(Actor actor, LocalDate today) {
        var own =
                units.tree(actor.county())
                        .find(actor.unit())
                        .filter(each -> Rights.has(each) && Rights.writes(actor));
        return own.isEmpty()
                ? List.of()
                : Stream.of(Period.Kind.values())
                        .map(each -> Period.last(each, today))
                        .filter(each ->
                                store.versions(actor.county(), actor.unit(), each).isEmpty())
                        .toList();
    }

    /** Bulletins that everybody may read, as the last version says. */
    @Transactional(readOnly = true)
    Page<Bulletin> open(int county, String after) {
        var key = Key.of(after);
        // Composed; tried by OpenBulletinsTest.
        var rows =
                db.sql(
                                """
                                select %s
                                from bulletin.bulletin b
                                where b.county = :county
                                  and b.open
                                  and %s
                                  and (b.from_on, b.id) < (:after, :afterId)
                                order by b.from_on desc, b.id desc
                                limit :limit
                                """
                                        .formatted(BulletinStore.COLUMNS, LAST))
                        .param("county", county)
                        .param("after", key.from())
                        .param("afterId", key.id())
                        .param("limit", ROWS + 1)
                        .query(store::row)
                        .list();
        return piece(rows);
    }

    /** One that everybody may read; an older version leads to none. */
    @Transactional(readOnly = true)
    Optional<Bulletin> open(int county, UUID id) {
        return store.find(county, id)
                .filter(Bulletin::open)
                .filter(each ->
                        store.versions(county, each.unit(), each.period()).stream()
                                .filter(other -> !other.pending())
                                .findFirst()
                                .filter(other -> other.id().equals(id))
                                .isPresent());
    }

    /** Where a piece of a list ends. */
    private record Key(LocalDate from, UUID id) {
        private static final Key START = new Key(LocalDate.parse("9999-12-31"), new UUID(-1, -1));

        static Key of(Bulletin bulletin) {
            return new Key(bulletin.period().from(), bulletin.id());
        }

        /** What is no key begins at the start. */
        static Key of(String text) {
            var parts = text.split("_", 2);
            try {
                return parts.length < 2
                        ? START
                        : new Key(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (java.time.DateTimeException | IllegalArgumentException _) {
                return START;
            }
        }

        String text() {
            return from + "_" + id;
        }
    }
}
