package wanhu.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Fen;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.matter.Waiting;

/** The lines of the lists of meetings. */
@Repository
class ItemStore {
    /** Items that one list may have. */
    static final int ITEMS_MAX = 10_000;

    private static final int HANDED_ROWS_MAX = 50;
    private static final String COLUMNS =
            """
            round_id, matter_id, position, number, title, place_id, place_path, urgent, came_at, carried, outcome, note,
            until_day, to_unit, money, people, decided_at, decided_by
            """;

    private final JdbcClient db;

    ItemStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Puts matters on the list in their order; one that waits on another list of the body stays
     * there.
     */
    int enrol(Round round, List<Waiting> matters) {
        return db.sql(
                        """
                        insert into round.item (county, round_id, matter_id, position, body, number, title, place_id,
                            place_path, urgent, came_at, carried)
                        select :county, :round, each.matter, each.position, :body, each.number, each.title, each.place,
                            each.path, each.urgent, cast(each.came as timestamptz), exists (
                                select 1
                                from round.item earlier
                                where earlier.county = :county and earlier.matter_id = each.matter
                                    and earlier.body = :body and earlier.outcome = 'CARRIED')
                        from unnest(:matters, :numbers, :titles, :places, :paths, :urgents, :cames) with ordinality
                            as each (matter, number, title, place, path, urgent, came, position)
                        on conflict do nothing
                        """)
                .param("county", round.county())
                .param("round", round.id())
                .param("body", round.body().unit())
                .param("matters", matters.stream().map(Waiting::id).toArray(UUID[]::new))
                .param("numbers", matters.stream().map(Waiting::number).toArray(String[]::new))
                .param("titles", matters.stream().map(Waiting::title).toArray(String[]::new))
                .param("places", matters.stream().map(Waiting::place).toArray(UUID[]::new))
                .param(
                        "paths",
                        matters.stream()
                                .map(each -> each.placePath().text())
                                .toArray(String[]::new))
                .param(
                        "urgents",
                        matters.stream()
                                .map(each -> each.urgency().urgent())
                                .toArray(Boolean[]::new))
                .param(
                        "cames",
                        matters.stream().map(each -> each.came().toString()).toArray(String[]::new))
                .update();
    }

    /** Matters that wait for a decision on some list of a body. */
    Set<UUID> pending(int county, UUID body) {
        return Set.copyOf(
                db.sql(
                                """
                                select matter_id
                                from round.item
                                where county = :county and body = :body and outcome is null
                                limit :limit
                                """)
                        .param("county", county)
                        .param("body", body)
                        .param("limit", ITEMS_MAX)
                        .query(UUID.class)
                        .list());
    }

    /** The whole list of a meeting in its order. */
    List<Item> list(int county, UUID round) {
        return db.sql(
                        """
                        select %s
                        from round.item
                        where county = :county and round_id = :round
                        order by position
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("round", round)
                .param("limit", ITEMS_MAX)
                .query(ItemStore::item)
                .list();
    }

    /** How many items a list has, and how many of them are decided. */
    Count count(Round round) {
        return count(round, round.body().path(), Set.of());
    }

    /** The same of what happened at a place, without some matters. */
    Count count(Round round, OrgPath place, Set<UUID> without) {
        boolean whole = place.equals(round.body().path());
        return db.sql(
                        """
                        select count(*) as total, count(outcome) as decided
                        from round.item
                        where county = :county and round_id = :round
                          and (:whole or place_path >= :from and place_path < :until)
                          and matter_id <> all(:without)
                        """)
                .param("county", round.county())
                .param("round", round.id())
                .param("whole", whole)
                .param("from", place.from())
                .param("until", place.until())
                .param("without", without.toArray(UUID[]::new))
                .query((row, _) -> new Count(row.getInt("total"), row.getInt("decided")))
                .single();
    }

    /** Items of a list. */
    record Count(int total, int decided) {}

    /** The line of a matter, locked until the end of the transaction. */
    Optional<Item> lock(int county, UUID round, UUID matter) {
        return db.sql(
                        """
                        select %s
                        from round.item
                        where county = :county and round_id = :round and matter_id = :matter
                        for update
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("round", round)
                .param("matter", matter)
                .query(ItemStore::item)
                .optional();
    }

    /** Writes what was decided. */
    void rule(int county, Item item, Item.Ruling ruling) {
        db.sql(
                        """
                        update round.item
                        set outcome = :outcome, note = :note, until_day = :until, to_unit = :to, money = :money,
                            people = :people, decided_at = :at, decided_by = :by
                        where county = :county and round_id = :round and matter_id = :matter and outcome is null
                        """)
                .param("county", county)
                .param("round", item.round())
                .param("matter", item.matter())
                .param("outcome", ruling.outcome().name())
                .param("note", ruling.note())
                .param("until", ruling.until())
                .param("to", ruling.to())
                .param("money", ruling.money().amount())
                .param("people", ruling.people())
                .param("at", Sql.at(ruling.at()))
                .param("by", ruling.by())
                .update();
    }

    /** What meetings above have handed back to a unit since a day, newest first. */
    List<Item> handedBack(int county, UUID unit, Instant since) {
        return db.sql(
                        """
                        select %s
                        from round.item
                        where county = :county and to_unit = :unit and outcome = 'HANDED_BACK' and decided_at >= :since
                        order by decided_at desc, matter_id
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("unit", unit)
                .param("since", Sql.at(since))
                .param("limit", HANDED_ROWS_MAX)
                .query(ItemStore::item)
                .list();
    }

    /** Writes who was there, in place of what was known. */
    void present(Round round, List<Seat.Person> people) {
        db.sql("delete from round.presence where county = :county and round_id = :round")
                .param("county", round.county())
                .param("round", round.id())
                .update();
        db.sql(
                        """
                        insert into round.presence (county, round_id, position, name, post)
                        select :county, :round, each.position, each.name, each.post
                        from unnest(:names, :posts) with ordinality as each (name, post, position)
                        """)
                .param("county", round.county())
                .param("round", round.id())
                .param("names", people.stream().map(Seat.Person::name).toArray(String[]::new))
                .param("posts", people.stream().map(Seat.Person::post).toArray(String[]::new))
                .update();
    }

    /** Who was there, in the order in which they were written down. */
    List<Seat.Person> present(int county, UUID round) {
        return db.sql(
                        """
                        select name, post
                        from round.presence
                        where county = :county and round_id = :round
                        order by position
                        limit :limit
                        """)
                .param("county", county)
                .param("round", round)
                .param("limit", Seat.PEOPLE_MAX)
                .query((row, _) -> new Seat.Person(row.getString("name"), row.getString("post")))
                .list();
    }

    private static Item item(ResultSet row, int rowNumber) throws SQLException {
        return new Item(
                Sql.uuid(row, "round_id"),
                Sql.uuid(row, "matter_id"),
                row.getInt("position"),
                row.getString("number"),
                row.getString("title"),
                Sql.uuid(row, "place_id"),
                new OrgPath(row.getString("place_path")),
                row.getBoolean("urgent"),
                Sql.instant(row, "came_at"),
                row.getBoolean("carried"),
                ruling(row));
    }

    private static Item.@Nullable Ruling ruling(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Item.Ruling(
                        Outcome.valueOf(outcome),
                        row.getString("note"),
                        row.getObject("until_day", LocalDate.class),
                        Sql.uuidOrNull(row, "to_unit"),
                        new Fen(row.getLong("money")),
                        row.getString("people"),
                        Sql.instant(row, "decided_at"),
                        row.getString("decided_by"));
    }
}
