package wanhu.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Verb;
import wanhu.base.Zones;

/**
 * The door for exports in the background, of people and of programs. The same rules hold as for a
 * file that is taken at once: {@link Exports} counts, records and marks it when it is begun, and
 * asks a second person for many rows.
 */
@Service
public class Jobs {
    /** Exports of one person that go on at the same time. */
    public static final int LIVE_MAX = 3;

    private static final int SHOWN_MAX = 20;

    private final JobStore store;
    private final PieceStore pieces;
    private final Exports exports;
    private final Audit audit;
    private final Clock clock;

    Jobs(JobStore store, PieceStore pieces, Exports exports, Audit audit, Clock clock) {
        this.store = store;
        this.pieces = pieces;
        this.exports = exports;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Wants a file; it is written as soon as somebody has agreed, if somebody must.
     *
     * @param wish the same rows as of a file that is taken at once
     * @param token with which a program asks; null for a person
     * @throws Refused INVALID without a reason, TOO_MANY when {@link #LIVE_MAX} go on
     */
    @Transactional
    public Job begin(Actor actor, Wish wish, Job.What wanted, @Nullable UUID token) {
        var reason = Exports.reason(wanted.reason());
        Refused.unless(
                Kind.TOO_MANY, store.live(actor) < LIVE_MAX, "export.refused.live", LIVE_MAX);
        boolean ready = exports.ready(actor, wish);
        var asked = ready ? null : exports.ask(actor, wish, reason);
        var now = clock.instant();
        var job =
                new Job(
                        actor.county(),
                        Ids.next(),
                        wanted,
                        new Job.Owner(actor.person(), actor.post(), actor.name(), token),
                        ready ? Job.State.WAITING : Job.State.ASKED,
                        new Job.Progress(0, null, 0, 0, "", ""),
                        new Job.Times(now, null, null, null),
                        asked);
        store.insert(job);
        audit.record(
                actor,
                Act.of(Verb.EXPORT_BEGUN, job.id())
                        .because(reason)
                        .with("list", wanted.list())
                        .with("filters", wish.names())
                        .with("format", wanted.format()));
        return job;
    }

    /** What this person wanted in this post, the newest first. */
    @Transactional(readOnly = true)
    public List<Job> own(Actor actor) {
        return store.own(actor, SHOWN_MAX);
    }

    /**
     * One of this person in this post.
     *
     * @throws Refused MISSING
     */
    @Transactional(readOnly = true)
    public Job get(Actor actor, UUID id) {
        return of(actor, store.find(actor.county(), id).orElse(null));
    }

    private static Job of(Actor actor, @Nullable Job job) {
        boolean own =
                job != null
                        && job.owner().person().equals(actor.person())
                        && job.owner().post().equals(actor.post());
        if (job == null || !own) {
            throw new Refused(Kind.MISSING, "export.refused.job");
        }
        return job;
    }

    /**
     * Goes on no further, and keeps nothing of it.
     *
     * @throws Refused MISSING, CONFLICT when it has ended
     */
    @Transactional
    public void stop(Actor actor, UUID id) {
        var job = of(actor, store.lock(actor.county(), id).orElse(null));
        Refused.unless(Kind.CONFLICT, job.state().live(), "export.refused.ended");
        var now = clock.instant();
        store.end(job, Job.State.STOPPED, now, now);
        pieces.drop(job);
        audit.record(actor, Act.of(Verb.EXPORT_STOPPED, id));
    }

    /**
     * Records that the file is fetched.
     *
     * @throws Refused MISSING, CONFLICT when it is not written or not kept any longer
     */
    @Transactional
    public Job fetch(Actor actor, UUID id) {
        var job = of(actor, store.lock(actor.county(), id).orElse(null));
        Refused.unless(Kind.CONFLICT, job.state() == Job.State.DONE, "export.refused.not-done");
        audit.record(actor, Act.of(Verb.EXPORT_FETCHED, id).with("rows", job.progress().rows()));
        return job;
    }

    /**
     * Answers with the file, piece by piece; neither memory nor a transaction holds the whole.
     *
     * @throws IOException when it ends while somebody reads it: what she has is torn
     */
    public void send(Job job, HttpServletResponse response) throws IOException {
        var what = job.what();
        var name = what.file(Zones.day(job.times().made()).toString());
        response.setContentType(what.type());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (what.gzip()) {
            response.setContentLengthLong(job.progress().bytes());
        }
        for (int seq = 0; seq < job.progress().pieces(); seq++) {
            write(job, seq, response.getOutputStream());
        }
    }

    private void write(Job job, int seq, OutputStream to) throws IOException {
        var packed =
                pieces.piece(job, seq)
                        .orElseThrow(
                                () -> new IOException("Expected piece " + seq + " of " + job.id()));
        if (job.what().gzip()) {
            to.write(packed);
        } else {
            new GZIPInputStream(new ByteArrayInputStream(packed)).transferTo(to);
        }
    }

    /** By which progress is measured. */
    public Instant now() {
        return clock.instant();
    }
}
