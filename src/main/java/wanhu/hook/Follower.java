package wanhu.hook;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Actor;
import wanhu.base.Wall;
import wanhu.life.Hands;
import wanhu.life.Matter;
import wanhu.matter.MatterNews;
import wanhu.matter.Matters;
import wanhu.matter.SentMatters;
import wanhu.token.Bearers;

/**
 * Follows the timelines and writes down who is to be called. It reads what was committed, in the
 * order of transactions, and moves its place in the transaction that writes the calls: no line is
 * missed and none is told twice, whoever is killed when.
 */
@Component
class Follower {
    private static final int LINES_MAX = 200;
    private static final int ROUNDS_MAX = 20;
    private static final int COUNTIES_MAX = 5_000;

    private final HookStore hooks;
    private final DeliveryStore deliveries;
    private final MatterNews news;
    private final Matters matters;
    private final SentMatters sent;
    private final Bearers bearers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Follower(
            HookStore hooks,
            DeliveryStore deliveries,
            MatterNews news,
            Matters matters,
            SentMatters sent,
            Bearers bearers,
            TransactionTemplate transaction,
            Clock clock) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.news = news;
        this.matters = matters;
        this.sent = sent;
        this.bearers = bearers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every two seconds. */
    @Scheduled(
            fixedDelayString = "${wanhu.hook-tick:PT2S}",
            initialDelayString = "${wanhu.hook-tick:PT5S}")
    void run() {
        deliveries.counties(COUNTIES_MAX).forEach(this::follow);
    }

    /** Lets a county follow; does nothing while another program does so. */
    void follow(int county) {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            boolean more =
                    Wall.whole(() -> Boolean.TRUE.equals(transaction.execute(_ -> piece(county))));
            if (!more) {
                return;
            }
        }
    }

    private boolean piece(int county) {
        var place = deliveries.lock(county).orElse(null);
        if (place == null) {
            return false;
        }
        long settled = news.settled();
        // A number of the future is one of another database, from which this one was restored.
        var from = place.transaction() > settled ? MatterNews.Place.before(settled) : place;
        var lines = news.after(county, from, settled, LINES_MAX);
        tell(county, lines);
        deliveries.followed(county, lines.isEmpty() ? from : lines.getLast().place());
        return lines.size() == LINES_MAX;
    }

    private void tell(int county, List<MatterNews.News> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var ids = lines.stream().map(line -> line.place().matter()).distinct().toList();
        var now = clock.instant();
        var known =
                sent.of(county, ids).stream()
                        .collect(Collectors.toMap(Matter::id, Function.identity()));
        for (Hook hook : hooks.live(county, Hooks.OF_COUNTY_MAX)) {
            var actor = bearers.actor(county, hook.token()).orElse(null);
            if (actor != null) {
                lines.stream()
                        .filter(line -> hook.events().contains(HookEvent.of(line)))
                        .filter(line -> sees(actor, known.get(line.place().matter())))
                        .forEach(line -> deliveries.add(hook, line, now));
            }
        }
    }

    /** The one predicate of all lists and pages. */
    private boolean sees(Actor actor, @Nullable Matter matter) {
        return matter != null
                && Hands.seen(
                        actor,
                        matter,
                        () ->
                                matters.parts(matter).stream()
                                        .anyMatch(part -> part.unit().equals(actor.unit())));
    }
}
