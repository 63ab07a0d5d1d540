package wanhu.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * A side in a process of its own. It reads commands from its input, one a line, and answers each
 * with one line that begins with {@code =}; what libraries say goes elsewhere.
 */
public final class Worker {
    private static final int SETTLE_MILLIS = 2_000;
    private static final int READ_BACK_MAX = 300;
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS =
            (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Side side;
    private List<String> lived = List.of();

    private Worker(Side side) {
        this.side = side;
    }

    /** Serves until the input ends; its first line names the place: address, user, password. */
    public static void serve(Function<Place, Side> maker) throws IOException {
        var answers = System.out;
        System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        var commands =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var place = commands.readLine().split(" ");
        long start = System.nanoTime();
        try (var side = maker.apply(new Place(place[0], place[1], place[2]))) {
            var worker = new Worker(side);
            answers.printf(Locale.ROOT, "=ready=%.2f%n", (System.nanoTime() - start) / 1e9);
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                answers.println("=" + worker.answer(line.split(" ")));
                answers.flush();
            }
        }
    }

    private String answer(String[] command) {
        try {
            return switch (command[0]) {
                case "open" -> open(Integer.parseInt(command[1]));
                case "slot" -> slot(Integer.parseInt(command[1]), Double.parseDouble(command[2]));
                case "read" -> read();
                case "own" -> own();
                case "settle" -> settled();
                case "seek" ->
                        seek(command[1], Side.Scope.valueOf(command[2]), Integer.parseInt(command[3]));
                case "list" -> list(Side.Scope.valueOf(command[1]), Integer.parseInt(command[2]));
                default -> said(side.ask(List.of(command)));
            };
        } catch (RuntimeException broken) {
            broken.printStackTrace();
            return "broken=" + broken.toString().replaceAll("\\s+", "_");
        }
    }

    /** Lives that stay open: of five, two wait in the village, and one after each next step. */
    private String open(int lives) {
        for (int life = 0; life < lives; life++) {
            side.live(Math.max(1, life % 5), new Laps());
        }
        side.settle();
        return "lives=" + lives;
    }

    private String slot(int clients, double seconds) {
        var ids = new ConcurrentLinkedQueue<String>();
        var errors = new ConcurrentLinkedQueue<RuntimeException>();
        var laps = new ArrayList<Laps>();
        var threads = new ArrayList<Thread>();
        var settling = new AtomicBoolean(true);
        long cpu = SYSTEM.getProcessCpuTime();
        long allocated = THREADS.getTotalThreadAllocatedBytes();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        for (int client = 0; client < clients; client++) {
            var own = new Laps();
            laps.add(own);
            threads.add(Thread.ofPlatform().start(() -> live(end, own, ids, errors)));
        }
        var settler = Thread.ofPlatform().start(() -> settle(settling));
        threads.forEach(Worker::join);
        double took = (System.nanoTime() - start) / 1e9;
        settling.set(false);
        settler.interrupt();
        join(settler);
        side.settle();
        var all = new Laps();
        laps.forEach(all::add);
        lived = List.copyOf(ids);
        errors.stream().limit(3).forEach(Throwable::printStackTrace);
        var figures = new LinkedHashMap<String, Number>();
        figures.put("lives", ids.size());
        figures.put("errors", errors.size());
        figures.put("seconds", took);
        figures.put("cpu_ms", (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
        figures.put("allocated", THREADS.getTotalThreadAllocatedBytes() - allocated);
        figures.put("p50_ms", all.life(0.5));
        figures.put("p99_ms", all.life(0.99));
        figures.put("max_ms", all.life(1));
        for (int step = 0; step < Laps.STEPS.size(); step++) {
            figures.put(Laps.STEPS.get(step) + "_p50_ms", all.step(step, 0.5));
            figures.put(Laps.STEPS.get(step) + "_p99_ms", all.step(step, 0.99));
        }
        return said(figures);
    }

    private void live(
            long end,
            Laps laps,
            ConcurrentLinkedQueue<String> ids,
            ConcurrentLinkedQueue<RuntimeException> errors) {
        while (System.nanoTime() < end) {
            try {
                laps.begin();
                ids.add(side.live(Laps.STEPS.size(), laps));
            } catch (RuntimeException broken) {
                errors.add(broken);
            }
        }
    }

    /** As in service: what follows by itself comes every two seconds, and once at the end. */
    private void settle(AtomicBoolean going) {
        try {
            while (going.get()) {
                Thread.sleep(SETTLE_MILLIS);
                side.settle();
            }
        } catch (InterruptedException _) {
            // The slot is over.
        }
    }

    /** Reads the lives of the last slot back, at most so many of them spread over the slot. */
    private String read() {
        int step = Math.max(1, lived.size() / READ_BACK_MAX);
        var some = new ArrayList<String>();
        for (int at = 0; at < lived.size(); at += step) {
            some.add(lived.get(at));
        }
        var wrong = side.wrong(some);
        return wrong.isEmpty()
                ? "read=" + some.size()
                : "wrong=" + wrong.getFirst().replaceAll("\\s+", "_");
    }

    private String settled() {
        side.settle();
        return own();
    }

    /** What this process has used so far, for who asks it from outside. */
    private static String own() {
        var figures = new LinkedHashMap<String, Number>();
        figures.put("cpu_ms", SYSTEM.getProcessCpuTime() / 1e6);
        figures.put("allocated", THREADS.getTotalThreadAllocatedBytes());
        return said(figures);
    }

    private String list(Side.Scope scope, int times) {
        var last = new ArrayList<Long>();
        var figures =
                timed(
                        times,
                        () -> {
                            last.clear();
                            last.addAll(side.list(scope));
                            return last.size();
                        });
        for (int at = 1; at < last.size(); at++) {
            if (last.get(at) < last.get(at - 1)) {
                return "wrong=the_list_is_not_in_the_order_of_what_is_due";
            }
        }
        return said(figures);
    }

    private String seek(String what, Side.Scope scope, int times) {
        return said(timed(times, () -> side.seek(what, scope)));
    }

    /** What it costs to do something so many times in a row, and how many rows it gave. */
    static Map<String, Number> timed(int times, IntSupplier work) {
        var nanos = new long[times];
        long cpu = SYSTEM.getProcessCpuTime();
        long allocated = THREADS.getTotalThreadAllocatedBytes();
        int rows = 0;
        for (int time = 0; time < times; time++) {
            long start = System.nanoTime();
            rows = work.getAsInt();
            nanos[time] = System.nanoTime() - start;
        }
        var figures = new LinkedHashMap<String, Number>();
        figures.put("rows", rows);
        figures.put("cpu_ms", (SYSTEM.getProcessCpuTime() - cpu) / 1e6);
        figures.put("allocated", THREADS.getTotalThreadAllocatedBytes() - allocated);
        figures.put("p50_ms", Laps.percentile(nanos, 0.5));
        figures.put("p99_ms", Laps.percentile(nanos, 0.99));
        return figures;
    }

    private static String said(Map<String, Number> figures) {
        var line = new StringBuilder();
        figures.forEach((name, value) -> line.append(name)
                .append('=')
                .append(
                        value instanceof Double number
                                ? String.format(Locale.ROOT, "%.4f", number)
                                : value)
                .append(' '));
        return line.toString().strip();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
