package wanhu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.org.Unit;
import wanhu.org.Units;

/** The rows of imports and the pieces of their files. */
@Repository
class FileImportStore {
    private static final int PIECE_BYTES = 1 << 20;
    private static final int LISTED_MAX = 50;

    private final JdbcClient db;
    private final Units units;

    FileImportStore(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    void insert(FileImport made, byte[] faults) {
        var actor = made.actor();
        var place = made.from().place();
        db.sql(
                        """
                        insert into intake.import (county, id, file_name, source, place_id, state, rows_total, rows_bad,
                            faults, faults_first, person, post, role, unit, path, actor_name, actor_title,
                            made_at, touched_at)
                        values (:county, :id, :file, :source, :place, :state, :total, :bad,
                            :faults, :first, :person, :post, :role, :unit, :path, :name, :title,
                            :made, :made)
                        """)
                .param("county", made.county())
                .param("id", made.id())
                .param("file", made.fileName())
                .param("source", made.from().source())
                .param("place", place == null ? null : place.id())
                .param("state", made.state().name())
                .param("total", made.counts().total())
                .param("bad", made.counts().bad())
                .param("faults", faults)
                .param("first", String.join("\n", made.faultsFirst()))
                .param("person", actor.person())
                .param("post", actor.post())
                .param("role", actor.role().name())
                .param("unit", actor.unit())
                .param("path", actor.path().text())
                .param("name", actor.name())
                .param("title", actor.title())
                .param("made", Sql.at(made.times().made()))
                .update();
    }

    /** Keeps the file in pieces. */
    void keep(int county, UUID id, Path file) {
        try (InputStream input = Files.newInputStream(file)) {
            int seq = 0;
            for (byte[] piece = input.readNBytes(PIECE_BYTES);
                    piece.length > 0;
                    piece = input.readNBytes(PIECE_BYTES)) {
                db.sql(
                                """
                                insert into intake.import_piece (county, import_id, seq, bytes)
                                values (:county, :id, :seq, :bytes)
                                """)
                        .param("county", county)
                        .param("id", id)
                        .param("seq", seq)
                        .param("bytes", piece)
                        .update();
                seq++;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes the kept file to a path. */
    void restore(int county, UUID id, Path file) {
        try (OutputStream output = Files.newOutputStream(file)) {
            for (int seq = 0; ; seq++) {
                var piece = piece(county, id, seq);
                if (piece.isEmpty()) {
                    return;
                }
                output.write(piece.get());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Optional<byte[]> piece(int county, UUID id, int seq) {
        return db.sql(
                        """
                        select bytes
                        from intake.import_piece
                        where county = :county and import_id = :id and seq = :seq
                        """)
                .param("county", county)
                .param("id", id)
                .param("seq", seq)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    /** Drops the file of an import that has ended. */
    void drop(int county, UUID id) {
        db.sql("delete from intake.import_piece where county = :county and import_id = :id")
                .param("county", county)
                .param("id", id)
                .update();
    }

    Optional<FileImport> find(int county, UUID id) {
        return select(" where i.county = :county and i.id = :id")
                .param("county", county)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The row, locked until the end of the transaction. */
    Optional<FileImport> lock(int county, UUID id) {
        return select(" where i.county = :county and i.id = :id for update")
                .param("county", county)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The latest imports of a unit. */
    List<FileImport> list(int county, UUID unit) {
        return select(
                        " where i.county = :county and i.unit = :unit order by i.made_at desc limit :limit")
                .param("county", county)
                .param("unit", unit)
                .param("limit", LISTED_MAX)
                .query(this::read)
                .list();
    }

    /** Cross-county: running ones that nobody has written to since; their program was stopped. */
    List<FileImport> abandoned(Instant before) {
        return select(
                        " where i.state = 'RUNNING' and i.touched_at < :before order by i.touched_at limit :limit")
                .param("before", Sql.at(before))
                .param("limit", LISTED_MAX)
                .query(this::read)
                .list();
    }

    void start(FileImport file, Instant now) {
        db.sql(
                        """
                        update intake.import
                        set state = 'RUNNING', started_at = :now, touched_at = :now, ended_at = null
                        where county = :county and id = :id
                        """)
                .param("county", file.county())
                .param("id", file.id())
                .param("now", Sql.at(now))
                .update();
    }

    void end(FileImport file, FileImport.State state, Instant now) {
        db.sql(
                        """
                        update intake.import
                        set state = :state, touched_at = :now, ended_at = :now
                        where county = :county and id = :id
                        """)
                .param("county", file.county())
                .param("id", file.id())
                .param("state", state.name())
                .param("now", Sql.at(now))
                .update();
    }

    void advance(FileImport file, FileImport.Counts counts, Instant now) {
        db.sql(
                        """
                        update intake.import
                        set rows_done = :done, rows_new = :fresh, touched_at = :now
                        where county = :county and id = :id
                        """)
                .param("county", file.county())
                .param("id", file.id())
                .param("done", counts.done())
                .param("fresh", counts.fresh())
                .param("now", Sql.at(now))
                .update();
    }

    /** All faults, as a compressed CSV file. */
    byte[] faults(int county, UUID id) {
        return db.sql("select faults from intake.import where county = :county and id = :id")
                .param("county", county)
                .param("id", id)
                .query((row, _) -> row.getBytes("faults"))
                .single();
    }

    private JdbcClient.StatementSpec select(String where) {
        return db.sql(
                """
                select i.county, i.id, i.file_name, i.source, i.place_id, i.state, i.rows_total, i.rows_bad,
                    i.rows_done, i.rows_new, i.faults_first, i.person, i.post, i.role, i.unit, i.path,
                    i.actor_name, i.actor_title, i.made_at, i.started_at, i.touched_at, i.ended_at
                from intake.import i
                """
                        + where);
    }

    private FileImport read(ResultSet row, int rowNumber) throws SQLException {
        int county = row.getInt("county");
        var place = Sql.uuidOrNull(row, "place_id");
        @Nullable Unit unit = place == null ? null : units.tree(county).find(place).orElse(null);
        return new FileImport(
                county,
                Sql.uuid(row, "id"),
                row.getString("file_name"),
                new FileImport.Into(row.getString("source"), unit),
                FileImport.State.valueOf(row.getString("state")),
                new FileImport.Counts(
                        row.getInt("rows_total"),
                        row.getInt("rows_bad"),
                        row.getInt("rows_done"),
                        row.getInt("rows_new")),
                row.getString("faults_first").lines().toList(),
                actor(row, county),
                new FileImport.Times(
                        Sql.instant(row, "made_at"),
                        Sql.instantOrNull(row, "started_at"),
                        Sql.instant(row, "touched_at"),
                        Sql.instantOrNull(row, "ended_at")));
    }

    private static Actor actor(ResultSet row, int county) throws SQLException {
        return new Actor(
                county,
                Sql.uuid(row, "person"),
                Sql.uuid(row, "post"),
                Role.valueOf(row.getString("role")),
                Sql.uuid(row, "unit"),
                new OrgPath(row.getString("path")),
                row.getString("actor_name"),
                row.getString("actor_title"));
    }
}
