package wanhu.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.matter.ToldMatters.Told;

/** Groups as they are kept, and how far a county is. */
@Repository
class GroupStore {
    private static final int COUNTIES_MAX = 10_000;
    private static final int SAMPLE_MAX = 40;

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    GroupStore(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /**
     * How far a county is.
     *
     * @param xid of the last matter; null to place all anew
     * @param version counts the turns, so that another program knows that it must read again
     */
    record Fold(@Nullable Long xid, UUID last, long version, int texts) {}

    /** Cross-county: the counties that are followed. */
    List<Integer> counties() {
        return db.sql("select county from topic.fold order by county limit :limit")
                .param("limit", COUNTIES_MAX)
                .query(Integer.class)
                .list();
    }

    void begin(int county) {
        db.sql(
                        """
                        insert into topic.fold (county, last_id, version, texts, folded_at)
                        values (:county, '00000000-0000-0000-0000-000000000000', 0, 0, 'epoch')
                        on conflict (county) do nothing
                        """)
                .param("county", county)
                .update();
    }

    /** The row, locked until the end of the transaction; empty while another folds. */
    Optional<Fold> lock(int county) {
        return db.sql(
                        """
                        select xid, last_id, version, texts
                        from topic.fold
                        where county = :county
                        for update skip locked
                        """)
                .param("county", county)
                .query((row, _) ->
                        new Fold(
                                row.getObject("xid", Long.class),
                                Sql.uuid(row, "last_id"),
                                row.getLong("version"),
                                row.getInt("texts")))
                .optional();
    }

    void end(int county, Fold fold, Instant now) {
        db.sql(
                        """
                        update topic.fold
                        set xid = :xid, last_id = :last, version = :version, texts = :texts,
                            folded_at = :now
                        where county = :county
                        """)
                .param("county", county)
                .param("xid", fold.xid())
                .param("last", fold.last())
                .param("version", fold.version())
                .param("texts", fold.texts())
                .param("now", Sql.at(now))
                .update();
    }

    /** All is to be placed anew. */
    void distrust(int county) {
        db.sql("update topic.fold set xid = null where county = :county")
                .param("county", county)
                .update();
    }

    void clear(int county) {
        db.sql("delete from topic.member where county = :county").param("county", county).update();
        db.sql("delete from topic.cluster where county = :county").param("county", county).update();
        db.sql("delete from topic.frequency where county = :county")
                .param("county", county)
                .update();
    }

    int[] frequency(int county) {
        var frequency = new int[Grams.FEATURES];
        db.sql(
                        """
                        select feature, n
                        from topic.frequency
                        where county = :county
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", Grams.FEATURES)
                .query((row, _) -> frequency[row.getInt("feature")] = row.getInt("n"))
                .list();
        return frequency;
    }

    List<Group> alive(int county) {
        return db.sql(
                        """
                        select id, features, weights, places, size, last_at
                        from topic.cluster
                        where county = :county and alive
                        order by id
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", 2 * Grouping.GROUPS_MAX)
                .query(GroupStore::group)
                .list();
    }

    private static Group group(ResultSet row, int line) throws SQLException {
        var features = (Integer[]) row.getArray("features").getArray();
        var weights = (Float[]) row.getArray("weights").getArray();
        var keys = new int[features.length];
        var values = new float[features.length];
        for (int at = 0; at < keys.length; at++) {
            keys[at] = features[at];
            values[at] = weights[at];
        }
        return new Group(
                Sql.uuid(row, "id"),
                keys,
                values,
                List.of((String[]) row.getArray("places").getArray()),
                row.getInt("size"),
                Sql.instant(row, "last_at"));
    }

    void save(int county, Grouping grouping) {
        batches.batchUpdate(
                """
                insert into topic.cluster
                    (county, id, features, weights, places, size, last_at, alive)
                values (:county, :id, :features, :weights, cast(:places as text[]), :size, :last, true)
                on conflict (county, id) do update set features = :features, weights = :weights,
                    places = cast(:places as text[]), size = :size, last_at = :last, alive = true
                """,
                grouping.changed().stream()
                        .map(each -> row(county, each))
                        .toArray(SqlParameterSource[]::new));
        db.sql(
                        """
                        update topic.cluster set alive = false
                        where county = :county and id = any(:ids)
                        """)
                .param("county", county)
                .param("ids", grouping.rested().toArray(UUID[]::new))
                .update();
        count(county, grouping.counted());
    }

    private static SqlParameterSource row(int county, Group group) {
        return new MapSqlParameterSource("county", county)
                .addValue("id", group.id())
                .addValue("features", group.features())
                .addValue("weights", group.weights())
                .addValue("places", group.places().toArray(String[]::new))
                .addValue("size", group.size())
                .addValue("last", Sql.at(group.last()));
    }

    private void count(int county, Map<Integer, Integer> counted) {
        var features = counted.keySet().stream().sorted().toArray(Integer[]::new);
        var counts = new Integer[features.length];
        for (int at = 0; at < counts.length; at++) {
            counts[at] = counted.get(features[at]);
        }
        db.sql(
                        """
                        insert into topic.frequency (county, feature, n)
                        select :county, c.feature, c.n
                        from unnest(:features, :counts) as c (feature, n)
                        on conflict (county, feature) do update set n = frequency.n + excluded.n
                        """)
                .param("county", county)
                .param("features", features)
                .param("counts", counts)
                .update();
    }

    void join(int county, List<Told> told, List<UUID> clusters) {
        db.sql(
                        """
                        insert into topic.member (county, matter_id, cluster_id, reported_at)
                        select :county, m.matter_id, m.cluster_id, m.at
                        from unnest(:matters, :clusters, cast(:at as timestamptz[]))
                            as m (matter_id, cluster_id, at)
                        on conflict (county, matter_id) do nothing
                        """)
                .param("county", county)
                .param("matters", told.stream().map(Told::id).toArray(UUID[]::new))
                .param("clusters", clusters.toArray(UUID[]::new))
                .param(
                        "at",
                        told.stream()
                                .map(each -> each.reported().toString())
                                .toArray(String[]::new))
                .update();
    }

    /** Whether one of the matters is in a group. */
    boolean grouped(int county, Collection<UUID> matters) {
        return db.sql(
                        """
                        select exists (
                            select
                            from topic.member
                            where county = :county and matter_id = any(:matters))
                        """)
                .param("county", county)
                .param("matters", matters.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** The latest members of a group. */
    List<UUID> sample(int county, UUID cluster) {
        return db.sql(
                        """
                        select matter_id
                        from topic.member
                        where county = :county and cluster_id = :cluster
                        order by reported_at desc, matter_id
                        limit :limit
                        """)
                .param("county", county)
                .param("cluster", cluster)
                .param("limit", SAMPLE_MAX)
                .query(UUID.class)
                .list();
    }

    void words(int county, UUID cluster, List<String> words) {
        db.sql(
                        """
                        update topic.cluster set words = cast(:words as text[])
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", cluster)
                .param("words", words.toArray(String[]::new))
                .update();
    }
}
