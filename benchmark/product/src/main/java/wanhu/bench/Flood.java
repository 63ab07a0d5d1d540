package wanhu.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A water main has burst: residents of a few villages tell it, each at a moment of her own whether the
 * product is ready or not. Half of those who are shown that others told it already join them.
 */
final class Flood {
    private static final int BROWSERS = 48;
    private static final int VILLAGES = 3;
    private static final Pattern INTO = Pattern.compile("name=\"into\" value=\"([^\"]+)\"");
    private static final String[] WORDS = {
        "自来水主管道爆了，全村停水", "村口水管爆裂，水流了一路", "家里没有自来水了，听说主管道爆了", "停水了，老人孩子没水喝", "主管道漏水，路面塌了一块"
    };

    private final List<String> villages;
    private final BlockingQueue<Browser> browsers = new LinkedBlockingQueue<>();

    Flood(String address, List<String> villages) {
        this.villages = villages;
        for (int at = 0; at < BROWSERS; at++) {
            browsers.add(new Browser(address, "10.77.%d.%d".formatted(at / 16, 1 + at % 16)));
        }
    }

    /** What came of so many at such a pace. */
    private static final class Told {
        private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        private final Map<Integer, AtomicInteger> refused = new ConcurrentHashMap<>();
        private final AtomicInteger joined = new AtomicInteger();
    }

    /** So many within so many seconds. */
    Map<String, Number> tell(int reports, double seconds) {
        var told = new Told();
        var residents = new ArrayList<Thread>();
        long start = System.nanoTime();
        for (int at = 0; at < reports; at++) {
            long due = start + (long) (seconds * 1e9 * at / reports);
            residents.add(Thread.ofVirtual().start(() -> resident(due, told)));
        }
        for (var resident : residents) {
            join(resident);
        }
        var all = told.nanos.stream().mapToLong(Long::longValue).toArray();
        var figures = new LinkedHashMap<String, Number>();
        figures.put("reports", reports);
        figures.put("seconds", (System.nanoTime() - start) / 1e9);
        figures.put("receipts", all.length);
        figures.put("joined", told.joined.get());
        figures.put("p50_ms", Laps.percentile(all, 0.5));
        figures.put("p99_ms", Laps.percentile(all, 0.99));
        figures.put("answers_429", refused(told, 429, 430));
        figures.put("answers_503", refused(told, 503, 504));
        figures.put("answers_5xx", refused(told, 500, 600));
        figures.put("answers_4xx", refused(told, 400, 429) + refused(told, 430, 500));
        return figures;
    }

    private static int refused(Told told, int from, int until) {
        return told.refused.entrySet().stream()
                .filter(each -> each.getKey() >= from && each.getKey() < until)
                .mapToInt(each -> each.getValue().get())
                .sum();
    }

    /** Her time counts from when she wanted to, not from when somebody listened. */
    private void resident(long due, Told told) {
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            var browser = browsers.take();
            try {
                tell(browser, told);
                told.nanos.add(System.nanoTime() - due);
            } catch (Browser.Answered answered) {
                told.refused.computeIfAbsent(answered.status(), _ -> new AtomicInteger()).incrementAndGet();
            } finally {
                browsers.add(browser);
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void tell(Browser browser, Told told) {
        var chance = ThreadLocalRandom.current();
        var village = villages.get(chance.nextInt(VILLAGES));
        browser.page("/report/text?place=" + village + "&category=water.supply");
        var form =
                new ArrayList<>(
                        List.of(
                                "command", UUID.randomUUID().toString(),
                                "place", village,
                                "category", "water.supply",
                                "kind", "HELP",
                                "text", WORDS[chance.nextInt(WORDS.length)] + "，从早上" + chance.nextInt(5, 9) + "点开始，请快来修。",
                                "phone", "139%08d".formatted(chance.nextInt(100_000_000)),
                                "name", Story.NAME,
                                "publish", "true",
                                "news", "true"));
        var alike = INTO.matcher(browser.form("/report/text", form.toArray(String[]::new)));
        if (alike.find() && chance.nextBoolean()) {
            form.addAll(List.of("into", alike.group(1)));
            told.joined.incrementAndGet();
        }
        var receipt = browser.form("/report/send", form.toArray(String[]::new));
        if (!receipt.endsWith("/receipt")) {
            throw new IllegalStateException("Expected a receipt but got " + receipt);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
