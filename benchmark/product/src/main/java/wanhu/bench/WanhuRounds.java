package wanhu.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.matter.Lens;
import wanhu.org.Unit;
import wanhu.round.Bells;
import wanhu.round.Decisions;
import wanhu.round.Item;
import wanhu.round.Openings;
import wanhu.round.Outcome;
import wanhu.round.Round;
import wanhu.round.Rounds;
import wanhu.round.Seat;

/** Meetings in the product: opened, their lists frozen, their items carried on, held. */
final class WanhuRounds {
    private static final String KIND = "TOWNSHIP_MONTHLY";

    /** Of a month that is over, so that its list closes at once. */
    private static final Duration LAST = Duration.ofDays(31);

    private static final Duration CALM = Duration.ofSeconds(3);

    private final ApplicationContext product;
    private final WanhuDesk desk;
    private final List<Round> frozen = new ArrayList<>();

    WanhuRounds(ApplicationContext product, WanhuDesk desk) {
        this.product = product;
        this.desk = desk;
    }

    /** Opens the meetings of this week and month of all bodies. */
    Map<String, Number> open() {
        long start = System.nanoTime();
        Bells.ring(product, desk.land().code());
        double seconds = since(start);
        return Map.of("seconds", seconds, "rounds", count("select count(*) from round.round where county = :county"));
    }

    /** Freezes the lists of all townships, while a clerk goes on reading hers. */
    Map<String, Number> enrol() {
        var calm = new ConcurrentLinkedQueue<Long>();
        reading(calm, WanhuRounds::rest);
        var busy = new ConcurrentLinkedQueue<Long>();
        var each = new ArrayList<Long>();
        long start = System.nanoTime();
        reading(busy, () -> freeze(each));
        var figures = new LinkedHashMap<String, Number>();
        figures.put("seconds", since(start));
        figures.put("rounds", frozen.size());
        figures.put("items", items());
        figures.put("slowest_ms", each.stream().mapToLong(Long::longValue).max().orElse(0) / 1e6);
        figures.put("list_calm_ms", median(calm));
        figures.put("list_busy_ms", median(busy));
        return figures;
    }

    private void freeze(List<Long> each) {
        var at = product.getBean(Clock.class).instant().minus(LAST);
        for (Unit township : desk.land().tree().townships()) {
            long start = System.nanoTime();
            frozen.addAll(
                    Wall.whole(() ->
                            product.getBean(Openings.class)
                                    .open(desk.land().code(), KIND, at, List.of(township))));
            each.add(System.nanoTime() - start);
        }
    }

    /** All that waited before the cut-off is on one list, once. */
    private int items() {
        int waiting = 0;
        for (var round : frozen) {
            waiting +=
                    Wall.whole(() ->
                            product.getBean(JdbcClient.class)
                                    .sql(
                                            """
                                            select count(*)
                                            from matter.matter m
                                            where m.county = :county and m.open and m.unsolved and m.holder_id = :body
                                                and not exists (
                                                    select from matter.step s
                                                    where s.county = :county and s.matter_id = m.id
                                                        and s.holder_to = m.holder_id and s.holder_from <> s.holder_to
                                                        and s.recorded_at >= :until)
                                                and m.reported_at < :until
                                            """)
                                    .param("county", round.county())
                                    .param("body", round.body().unit())
                                    .param("until", wanhu.base.Sql.at(round.until()))
                                    .query(Integer.class)
                                    .single());
        }
        int items = count("select count(*) from round.item where county = :county");
        int different = count("select count(distinct matter_id) from round.item where county = :county");
        if (items != waiting || items != different) {
            throw new IllegalStateException(
                    "Expected %d items but got %d of %d matters".formatted(waiting, items, different));
        }
        return items;
    }

    /** Carries all items of the longest list on, one decision each, and ends the meeting. */
    Map<String, Number> carry() {
        var rounds = product.getBean(Rounds.class);
        var longest =
                frozen.stream().max(Comparator.comparing(round -> items(round).size())).orElseThrow();
        var clerk = desk.land().actor(Role.TOWNSHIP_CLERK, longest.body().unit());
        long start = System.nanoTime();
        int carried =
                Wall.of(clerk)
                        .behind(() -> product.getBean(Decisions.class).carryRest(clerk, longest.id(), "下次再议"));
        double seconds = since(start);
        long ending = System.nanoTime();
        var seat = new Seat("会议室", "主持", "记录", List.of(new Seat.Person("白玉兰", "民情经办")));
        Wall.of(clerk).behind(() -> {
            rounds.finish(clerk, longest.id(), seat);
            return seat;
        });
        double finish = since(ending);
        long told = items(longest).stream().filter(each -> outcome(each) == Outcome.CARRIED).count();
        if (told != carried || remarks(longest.id()) != carried) {
            throw new IllegalStateException("Expected %d carried but got %d".formatted(carried, told));
        }
        return Map.of("items", carried, "seconds", seconds, "finish_seconds", finish);
    }

    private List<Item> items(Round round) {
        return Wall.whole(() -> product.getBean(Rounds.class).items(round));
    }

    private static Outcome outcome(Item item) {
        return item.ruling() == null ? null : item.ruling().outcome();
    }

    private int remarks(UUID round) {
        return Wall.whole(() ->
                product.getBean(JdbcClient.class)
                        .sql("select count(*) from matter.step where county = :county and round_id = :round")
                        .param("county", desk.land().code())
                        .param("round", round)
                        .query(Integer.class)
                        .single());
    }

    private int count(String sql) {
        return Wall.whole(() ->
                product.getBean(JdbcClient.class)
                        .sql(sql)
                        .param("county", desk.land().code())
                        .query(Integer.class)
                        .single());
    }

    /** Reads a list again and again until the work is done. */
    private void reading(ConcurrentLinkedQueue<Long> nanos, Runnable work) {
        var going = new AtomicBoolean(true);
        var clerk = desk.land().clerk(Side.Scope.COUNTY, 0);
        var reader =
                Thread.ofPlatform()
                        .start(() -> {
                            while (going.get()) {
                                long start = System.nanoTime();
                                desk.list(clerk, Lens.BELOW);
                                nanos.add(System.nanoTime() - start);
                            }
                        });
        work.run();
        going.set(false);
        join(reader);
    }

    private static void rest() {
        try {
            Thread.sleep(CALM);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static double median(ConcurrentLinkedQueue<Long> nanos) {
        return Laps.percentile(nanos.stream().mapToLong(Long::longValue).toArray(), 0.5);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
