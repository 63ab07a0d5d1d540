package wanhu.export;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pieces of files that are written in the background. */
@Repository
class PieceStore {
    private final JdbcClient db;

    PieceStore(JdbcClient db) {
        this.db = db;
    }

    /** Adds the next one of a job. */
    void add(Job job, byte[] packed) {
        db.sql(
                        """
                        insert into export.piece (county, job_id, seq, bytes)
                        values (:county, :job, :seq, :bytes)
                        """)
                .param("county", job.county())
                .param("job", job.id())
                .param("seq", job.progress().pieces())
                .param("bytes", packed)
                .update();
    }

    /** The bytes of a piece; empty when it is not kept any longer. */
    Optional<byte[]> piece(Job job, int seq) {
        return db.sql(
                        """
                        select bytes
                        from export.piece
                        where county = :county and job_id = :job and seq = :seq
                        """)
                .param("county", job.county())
                .param("job", job.id())
                .param("seq", seq)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    void drop(Job job) {
        db.sql("delete from export.piece where county = :county and job_id = :job")
                .param("county", job.county())
                .param("job", job.id())
                .update();
    }
}
