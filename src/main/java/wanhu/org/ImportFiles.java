package wanhu.org;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.base.TemporaryFiles;

/**
 * Files that have been checked and wait for the confirmation; kept packed in the database, so that
 * any node can go on with them.
 */
@Component
class ImportFiles {
    private static final int NAME_MAX = 200;

    /** Where an import stands. */
    enum State {
        /** Has been checked and waits for the confirmation. */
        CHECKED,
        /** Is being imported. */
        LOADING,
        /** Is done. */
        LOADED,
        /** Was given up; nothing was imported. */
        FAILED
    }

    /**
     * One import.
     *
     * @param id the import
     * @param name name of the file
     * @param state where it stands
     * @param from first day of the new units
     * @param rows rows of the file
     * @param done rows that are done
     * @param stalled whether nothing has been heard of it for a minute while it should be running
     * @param by who sent it
     */
    record Job(
            UUID id,
            String name,
            State state,
            LocalDate from,
            int rows,
            int done,
            boolean stalled,
            UUID by) {}

    private final JdbcClient db;
    private final TemporaryFiles temporary;
    private final Clock clock;

    ImportFiles(JdbcClient db, TemporaryFiles temporary, Clock clock) {
        this.db = db;
        this.temporary = temporary;
        this.clock = clock;
    }

    UUID keep(Actor actor, Path file, String name, LocalDate from) {
        var id = Ids.next();
        var now = Sql.at(clock.instant());
        db.sql(
                        """
                        insert into org.import_file (county, id, name, content, state, first_day, rows, made_by, made_at,
                            seen_at)
                        values (:county, :id, :name, :content, 'CHECKED', :from, 0, :by, :now, :now)
                        """)
                .param("county", actor.county())
                .param("id", id)
                .param("name", name.substring(0, Math.min(name.length(), NAME_MAX)))
                .param("content", packed(file))
                .param("from", from)
                .param("by", actor.person())
                .param("now", now)
                .update();
        return id;
    }

    Optional<Job> find(int county, UUID id) {
        return db.sql(
                        """
                        select id, name, state, first_day, rows, done, made_by,
                            state = 'LOADING' and seen_at < :stalled as stalled
                        from org.import_file
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("stalled", Sql.at(clock.instant().minusSeconds(60)))
                .query((row, _) ->
                        new Job(
                                Sql.uuid(row, "id"),
                                row.getString("name"),
                                State.valueOf(row.getString("state")),
                                row.getObject("first_day", LocalDate.class),
                                row.getInt("rows"),
                                row.getInt("done"),
                                row.getBoolean("stalled"),
                                Sql.uuid(row, "made_by")))
                .optional();
    }

    /** Starts the import; false when it runs or is done already. */
    boolean start(int county, UUID id, int rows) {
        return db.sql(
                                """
                                update org.import_file
                                set state = 'LOADING', rows = :rows, done = 0, seen_at = :now
                                where county = :county and id = :id
                                    and (state = 'CHECKED' or state = 'LOADING' and seen_at < :stalled)
                                """)
                        .param("county", county)
                        .param("id", id)
                        .param("rows", rows)
                        .param("now", Sql.at(clock.instant()))
                        .param("stalled", Sql.at(clock.instant().minusSeconds(60)))
                        .update()
                == 1;
    }

    void progress(int county, UUID id, int done) {
        db.sql(
                        """
                        update org.import_file
                        set done = :done, seen_at = :now
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("done", done)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    void end(int county, UUID id, State state) {
        db.sql(
                        """
                        update org.import_file
                        set state = :state, content = null, seen_at = :now
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .param("state", state.name())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** The file, unpacked to a temporary one that the caller deletes; empty once it is done. */
    Optional<Path> unpacked(int county, UUID id) {
        return db.sql(
                        """
                        select content
                        from org.import_file
                        where county = :county and id = :id and content is not null
                        """)
                .param("county", county)
                .param("id", id)
                .query((row, _) -> unpack(row.getBinaryStream("content")))
                .optional();
    }

    private Path unpack(InputStream content) {
        try (var packed = new GZIPInputStream(content)) {
            var file = temporary.file();
            try (var out = Files.newOutputStream(file)) {
                packed.transferTo(out);
            }
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] packed(Path file) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            Files.copy(file, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
