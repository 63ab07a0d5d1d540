package wanhu.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Actor;
import wanhu.base.AfterClockMoved;
import wanhu.base.Cells;
import wanhu.base.Refused;
import wanhu.base.Wall;
import wanhu.people.Programs;

/**
 * Writes exports in the background, as the one who wants them, in the post and behind its wall. A
 * piece is read without a transaction that others would wait for, and added in one that moves the
 * row behind it: whoever is killed when, the file is one and has each row once.
 */
@Component
class JobRun implements DisposableBean, AfterClockMoved {
    /** So long a file is kept. */
    static final Duration KEPT = Duration.ofDays(3);

    /** Most rows of a file. */
    static final int ROWS_MAX = 1_000_000;

    /** A job that nobody has moved for so long has lost its program. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    private static final Duration NEXT_HOUR = Duration.ofMinutes(5);
    private static final int JOBS_AT_ONCE = 2;
    private static final int EXPIRE_ROWS = 20;
    private static final int FORGET_ROWS = 100;

    private final JobStore store;
    private final PieceStore pieces;
    private final AskedStore asked;
    private final Exports exports;
    private final Programs programs;
    private final Map<String, JobSource> sources;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final Set<UUID> here = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    JOBS_AT_ONCE, Thread.ofPlatform().daemon().name("export-", 0).factory());

    JobRun(
            JobStore store,
            PieceStore pieces,
            AskedStore asked,
            Exports exports,
            Programs programs,
            List<JobSource> sources,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.pieces = pieces;
        this.asked = asked;
        this.exports = exports;
        this.programs = programs;
        this.sources =
                sources.stream().collect(Collectors.toMap(JobSource::list, Function.identity()));
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes up what is due; waits for nothing. */
    @Scheduled(
            fixedDelayString = "${wanhu.export-tick:PT2S}",
            initialDelayString = "${wanhu.export-tick:PT7S}")
    void run() {
        claimed().forEach(job -> workers.execute(() -> Wall.whole(() -> turn(job))));
        transaction.executeWithoutResult(
                _ -> store.expire(clock.instant(), EXPIRE_ROWS).forEach(pieces::drop));
        store.forget(clock.instant().minus(REMEMBERED), FORGET_ROWS);
    }

    @Override
    public void clockMoved() {
        claimed().forEach(job -> Wall.whole(() -> turn(job)));
    }

    private List<Job> claimed() {
        var now = clock.instant();
        return store.claim(now, now.plus(SILENCE), JOBS_AT_ONCE);
    }

    private void turn(Job job) {
        if (!here.add(job.id())) {
            return;
        }
        try {
            while (moved(job)) {
                // One step more.
            }
        } catch (RuntimeException broken) {
            end(job, Job.State.FAILED);
            throw broken;
        } finally {
            here.remove(job.id());
        }
    }

    /** One step of a job; whether there is another now. */
    boolean moved(Job claimed) {
        var job = store.find(claimed.county(), claimed.id()).orElse(null);
        if (job == null || !job.state().live()) {
            return false;
        }
        var holder = new Programs.Holder(job.county(), job.owner().person(), job.owner().post());
        var actor = programs.actor(holder, job.owner().name()).orElse(null);
        if (actor == null) {
            end(job, Job.State.STOPPED);
            return false;
        }
        return job.state() == Job.State.WRITING ? added(job, actor) : begun(job, actor);
    }

    private void end(Job job, Job.State state) {
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            store.end(job, state, now, now);
            pieces.drop(job);
        });
    }

    private JobSource source(Job job) {
        var source = sources.get(job.what().list());
        if (source == null) {
            throw new IllegalStateException("Expected a list but got " + job.what().list());
        }
        return source;
    }

    /** Begins it, when somebody has agreed and the person has not taken enough for this hour. */
    private boolean begun(Job job, Actor actor) {
        var source = source(job);
        var what = job.what();
        int free = source.count(actor, what.filters(), Exports.COUNTED_MAX);
        var wish = new Wish(what.list(), what.filters(), what.told(), free);
        if (!exports.ready(actor, wish)) {
            return waits(job);
        }
        int total = source.count(actor, what.filters(), ROWS_MAX);
        try {
            return Boolean.TRUE.equals(
                    transaction.execute(_ -> {
                        var now = store.lock(job.county(), job.id()).orElse(job);
                        if (now.state() != job.state()) {
                            return false;
                        }
                        var mark = exports.take(actor, wish, what.language());
                        store.begin(job, mark, Math.min(total, ROWS_MAX), clock.instant());
                        return true;
                    }));
        } catch (Refused _) {
            store.later(job, clock.instant().plus(NEXT_HOUR));
            return false;
        }
    }

    /** Not yet granted; what nobody grants any more is refused. */
    private boolean waits(Job job) {
        var id = job.asked();
        var wanted = id == null ? null : asked.find(job.county(), id).orElse(null);
        boolean open = wanted != null && wanted.state(clock.instant()) == Asked.State.WAITING;
        if (open) {
            store.later(job, clock.instant().plus(LOOK_AGAIN));
        } else {
            end(job, Job.State.REFUSED);
        }
        return false;
    }

    private boolean added(Job job, Actor actor) {
        var done = job.progress();
        var piece = source(job).piece(actor, job.what(), done.cursor(), done.rows());
        boolean last = piece.next() == null || done.rows() + piece.rows() >= ROWS_MAX;
        var packed = packed(last ? piece.text() + end(job) : piece.text());
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    var now = store.lock(job.county(), job.id()).orElse(null);
                    if (!same(job, now)) {
                        return false;
                    }
                    var at = clock.instant();
                    pieces.add(job, packed);
                    store.advance(job, piece, packed.length, at.plus(SILENCE));
                    if (last) {
                        store.end(job, Job.State.DONE, at, at.plus(KEPT));
                    }
                    return !last;
                }));
    }

    /** Whether nobody has stopped it or added this piece since it was read. */
    private static boolean same(Job job, @Nullable Job now) {
        return now != null
                && now.state() == Job.State.WRITING
                && now.progress().pieces() == job.progress().pieces();
    }

    /** The last line: who took it. A file without it is torn. */
    private String end(Job job) {
        var mark = job.progress().mark();
        return switch (job.what().format()) {
            case CSV -> Cells.csv(Cells.NOTE + " " + mark) + "\r\n";
            case NDJSON -> json.writeValueAsString(Map.of("mark", mark)) + "\n";
        };
    }

    private static byte[] packed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
