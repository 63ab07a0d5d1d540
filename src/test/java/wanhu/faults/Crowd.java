package wanhu.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import wanhu.Times;

/**
 * Many people who ask for pages at a steady rate, whether they are answered or not: what one waits
 * counts from when she wanted the page, not from when somebody had time for her.
 */
final class Crowd implements AutoCloseable {
    /** Whose connection broke, or could not be made. */
    static final int BROKEN = 0;

    /** Who could not ask: the clients' side had no handle or no port left, and measured nothing. */
    static final int NOT_ASKED = -1;

    private static final List<String> OWN_FAULTS =
            List.of("Too many open files", "Cannot assign requested address");

    private static final double NANOS_A_SECOND = 1e9;

    private final int port;
    private final String headers;
    private final Queue<Line> free = new ConcurrentLinkedQueue<>();

    /**
     * A crowd that comes to a port of this machine.
     *
     * @param headers what each of its browsers sends with each request
     */
    Crowd(int port, String headers) {
        this.port = port;
        this.headers = headers;
    }

    /**
     * An answer, and whether it says when to come again.
     *
     * @param cause what broke and where; empty when nothing did
     */
    private record Answer(int status, boolean later, String cause) {
        static Answer broken(String where, IOException cause) {
            var text = where + ": " + cause;
            boolean own = OWN_FAULTS.stream().anyMatch(text::contains);
            return new Answer(own ? NOT_ASKED : BROKEN, false, text);
        }
    }

    /** What became of one request: when it was answered, how, and how long it took. */
    private record Seen(Answer answer, long millisFromBegin, double millis) {
        int status() {
            return answer.status;
        }
    }

    /**
     * What became of all.
     *
     * @param seconds how long they asked
     */
    record Result(List<Seen> all, double seconds) {
        private List<Double> good() {
            return all.stream().filter(each -> each.status() == 200).map(Seen::millis).toList();
        }

        /** Pages a second that were served while they asked. */
        double goodput() {
            return all.stream()
                            .filter(each -> each.status() == 200)
                            .filter(each -> each.millisFromBegin < 1000 * seconds)
                            .count()
                    / seconds;
        }

        /** How many were answered with that status. */
        long count(int status) {
            return all.stream().filter(each -> each.status() == status).count();
        }

        /** How many were sent away, and told when to come again. */
        long sentAway() {
            return all.stream()
                    .filter(each -> List.of(503, 429).contains(each.status()))
                    .filter(each -> each.answer.later)
                    .count();
        }

        /** How many broke where and of what. */
        Map<String, Long> causes() {
            return all.stream()
                    .filter(each -> each.status() <= BROKEN)
                    .collect(groupingBy(each -> each.answer.cause, TreeMap::new, counting()));
        }

        /** In how many milliseconds 95 of 100 pages came. */
        double p95() {
            return good().isEmpty() ? Double.POSITIVE_INFINITY : Times.share(good(), 0.95);
        }

        @Override
        public String toString() {
            return "%d asked in %.0f s: %d good (%.0f/s, median %.0f ms, p95 %.0f ms), %d 503, %d 429 (%d of them told when to come again), %d broken, %d not asked %s"
                    .formatted(
                            all.size(),
                            seconds,
                            count(200),
                            goodput(),
                            good().isEmpty() ? 0 : Times.median(good()),
                            p95(),
                            count(503),
                            count(429),
                            sentAway(),
                            count(BROKEN),
                            count(NOT_ASKED),
                            causes());
        }
    }

    /**
     * They ask.
     *
     * @param rate how often a second
     * @param page which page the nth asks for
     */
    Result ask(double rate, Duration time, IntFunction<String> page) {
        Queue<Seen> seen = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        int all = (int) (rate * time.toMillis() / 1000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int each = 0; each < all; each++) {
                long wanted = begun + (long) (each * NANOS_A_SECOND / rate);
                var path = page.apply(each);
                until(wanted);
                threads.execute(() -> seen.add(one(path, begun, wanted)));
            }
        }
        return new Result(List.copyOf(seen), time.toMillis() / 1000.0);
    }

    private static void until(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Seen one(String path, long begun, long wanted) {
        var answer = answer(path);
        long now = System.nanoTime();
        return new Seen(answer, (now - begun) / 1_000_000, (now - wanted) / 1e6);
    }

    /** A connection that the other side ended while nobody used it is made anew, as browsers do. */
    private Answer answer(String path) {
        var known = free.poll();
        if (known != null) {
            var answer = on(known, path);
            if (answer.status != BROKEN || known.heard()) {
                return answer;
            }
        }
        try {
            return on(new Line(port), path);
        } catch (IOException broken) {
            return Answer.broken("not connected", broken);
        }
    }

    private Answer on(Line line, String path) {
        try {
            var answer = new Answer(line.get(path, headers), line.later(), "");
            if (line.ended()) {
                line.close();
            } else {
                free.add(line);
            }
            return answer;
        } catch (IOException broken) {
            line.drop();
            return Answer.broken(line.heard() ? "half an answer" : "no answer", broken);
        }
    }

    /**
     * So many of them keep a connection from now on, each of which has been answered once; who is
     * asked next is who has waited longest.
     */
    void keep(int connections) throws IOException {
        for (int each = 0; each < connections; each++) {
            var line = new Line(port);
            line.get("/health", headers);
            free.add(line);
        }
    }

    @Override
    public void close() throws IOException {
        for (var each = free.poll(); each != null; each = free.poll()) {
            each.close();
        }
    }
}
