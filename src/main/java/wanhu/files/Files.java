package wanhu.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Sql;

/**
 * The door to files. What one may see is the question of the room that owns the subject; it asks
 * before it calls.
 */
@Service
public class Files {
    /** Largest upload of one file, in bytes. */
    public static final int BYTES_MAX = 12 * 1024 * 1024;

    /** Most files of one subject. */
    public static final int FILES_MAX = 12;

    private static final int LISTED_MAX = 200;

    private final JdbcClient db;
    private final Photos photos;
    private final Clock clock;

    Files(JdbcClient db, Photos photos, Clock clock) {
        this.db = db;
        this.photos = photos;
        this.clock = clock;
    }

    /** What sort of file. */
    public enum Sort {
        /** A picture, re-encoded as JPEG. */
        PHOTO,
        /** A voice note, as it was recorded. */
        VOICE
    }

    /**
     * A file of a subject.
     *
     * @param bySize size in bytes as it is kept
     * @param staff whether staff added it
     */
    public record Kept(UUID id, Sort sort, String type, int bySize, boolean staff) {}

    /**
     * A file's content with its media type, which follows from the content and never from the name.
     *
     * @param size in bytes
     * @param piece its pieces by their place, each of {@value Pieces#BYTES} bytes but the last
     */
    public record Content(String type, int size, IntFunction<byte[]> piece) {
        /** Ending of its name in a download. */
        public String ending() {
            return Sniff.ending(type);
        }

        /** The bytes; read from the database as they are asked for. */
        public InputStream open() {
            return new Pieces(size, piece);
        }
    }

    /**
     * Keeps a file with a subject. The same file twice is kept once. The upload stays on the disk;
     * only what a picture becomes is held in memory.
     *
     * @param upload can be read several times
     * @throws Refused TOO_LARGE over {@link #BYTES_MAX}; RULE over {@link #FILES_MAX}; INVALID when
     *     it is no picture and no voice note that we can read, or a picture with too many points;
     *     BUSY when too many pictures are being drawn
     */
    public void add(int county, UUID subject, Resource upload, boolean staff) {
        var type = type(upload);
        boolean photo = type.startsWith("image/");
        var kept = photo ? new ByteArrayResource(photos.reencode(upload)) : upload;
        store(
                county,
                subject,
                new Made(
                        photo ? Sort.PHOTO : Sort.VOICE, photo ? "image/jpeg" : type, kept, staff));
    }

    private record Made(Sort sort, String type, Resource bytes, boolean staff) {}

    private static String type(Resource upload) {
        try (var input = upload.getInputStream()) {
            long size = upload.contentLength();
            Refused.unless(
                    Kind.TOO_LARGE,
                    size <= BYTES_MAX,
                    "files.refused.large",
                    BYTES_MAX / 1024 / 1024);
            Refused.unless(Kind.INVALID, size > 0, "files.refused.empty");
            return Sniff.type(input.readNBytes(Sniff.BYTES))
                    .orElseThrow(() -> new Refused(Kind.INVALID, "files.refused.type"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Transactional
    private void store(int county, UUID subject, Made made) {
        Refused.unless(
                Kind.RULE, of(county, subject).size() < FILES_MAX, "files.refused.many", FILES_MAX);
        db.sql(
                        """
                        insert into files.file (county, id, subject_id, kind, type, bytes, size_bytes, digest, by_staff, added_at)
                        values (:county, :id, :subject, :kind, :type, :bytes, :size, :digest, :staff, :now)
                        on conflict (county, subject_id, digest) do nothing
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("subject", subject)
                .param("kind", made.sort().name())
                .param("type", made.type())
                .param("bytes", new SqlBinaryValue(made.bytes()))
                .param("size", size(made.bytes()))
                .param("digest", digest(made.bytes()))
                .param("staff", made.staff())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** The files of a subject, oldest first. */
    public List<Kept> of(int county, UUID subject) {
        return of(county, List.of(subject));
    }

    /** The files of several subjects, oldest first, at most {@value #LISTED_MAX}. */
    @Transactional(readOnly = true)
    public List<Kept> of(int county, Collection<UUID> subjects) {
        return db.sql(
                        """
                        select id, kind, type, size_bytes, by_staff
                        from files.file
                        where county = :county and subject_id = any(:subjects)
                        order by added_at, id
                        limit :limit
                        """)
                .param("county", county)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("limit", LISTED_MAX)
                .query((row, _) ->
                        new Kept(
                                Sql.uuid(row, "id"),
                                Sort.valueOf(row.getString("kind")),
                                row.getString("type"),
                                row.getInt("size_bytes"),
                                row.getBoolean("by_staff")))
                .list();
    }

    /** A file of one of these subjects; empty when none of them has it. */
    @Transactional(readOnly = true)
    public Optional<Content> find(int county, Collection<UUID> subjects, UUID id) {
        return db.sql(
                        """
                        select type, size_bytes
                        from files.file
                        where county = :county and subject_id = any(:subjects) and id = :id
                        """)
                .param("county", county)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("id", id)
                .query((row, _) ->
                        new Content(
                                row.getString("type"),
                                row.getInt("size_bytes"),
                                which -> piece(county, id, which)))
                .optional();
    }

    /** Empty when the file has gone meanwhile. */
    private byte[] piece(int county, UUID id, int which) {
        return db.sql(
                        """
                        select substring(bytes from :first for :size) as piece
                        from files.file
                        where county = :county and id = :id
                        """)
                .param("first", 1 + which * Pieces.BYTES)
                .param("size", Pieces.BYTES)
                .param("county", county)
                .param("id", id)
                .query((row, _) -> row.getBytes("piece"))
                .optional()
                .orElse(new byte[0]);
    }

    private static long size(Resource bytes) {
        try {
            return bytes.contentLength();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String digest(Resource bytes) {
        try (var input =
                new DigestInputStream(
                        bytes.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            input.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(input.getMessageDigest().digest());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Expected SHA-256 in every Java", impossible);
        }
    }
}
