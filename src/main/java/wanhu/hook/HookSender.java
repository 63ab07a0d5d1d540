package wanhu.hook;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.message.Lanes;
import wanhu.message.Outbound;
import wanhu.message.Outbound.Heard;
import wanhu.vault.Vault;

/**
 * Calls who is to be called. Each receiver has a thread of its own, so that one who is slow or dead
 * holds nobody else; after a call that failed the others to the same receiver wait with it. Rows
 * are claimed for a while, outside of any transaction: whoever is killed leaves them to the next.
 */
@Component
class HookSender implements DisposableBean {
    /** Given up after so long. */
    static final Duration GIVEN_UP = Duration.ofDays(3);

    private static final int OF_EACH = 20;
    private static final int BATCH_ROWS = 200;
    private static final int FORGET_ROWS = 1_000;
    private static final int GOOD_FIRST = 200;
    private static final int GOOD_LAST = 299;

    /** What comes after the head is not read: it may come byte by byte, without end. */
    private static final Outbound.Patience PATIENCE =
            new Outbound.Patience(Duration.ofSeconds(10), 0);

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final List<Duration> WAITS =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6),
                    Duration.ofHours(12));

    private final HookStore hooks;
    private final DeliveryStore store;
    private final Outbound outbound;
    private final Vault vault;
    private final Clock clock;
    private final Lanes lanes = new Lanes();

    HookSender(HookStore hooks, DeliveryStore store, Outbound outbound, Vault vault, Clock clock) {
        this.hooks = hooks;
        this.store = store;
        this.outbound = outbound;
        this.vault = vault;
        this.clock = clock;
    }

    /** Every two seconds; waits for nobody. */
    @Scheduled(
            fixedDelayString = "${wanhu.hook-tick:PT2S}",
            initialDelayString = "${wanhu.hook-tick:PT6S}")
    void run() {
        begin();
        store.forget(clock.instant().minus(KEPT), FORGET_ROWS);
    }

    /** Begins with what is due: one piece of work for each receiver. */
    List<Future<?>> begin() {
        var now = clock.instant();
        var due = store.claim(now, now.plus(LEASE), OF_EACH, BATCH_ROWS);
        return lanes.begin(due, Delivery::hook, this::call);
    }

    private void call(List<Delivery> all) {
        var first = all.getFirst();
        hooks.find(first.county(), first.hook())
                .ifPresentOrElse(
                        hook ->
                                lanes.inTurn(
                                        hook.id(), all, each -> called(hook, each), this::wait),
                        () -> all.forEach(this::wait));
    }

    /** Left for later without an attempt. */
    private void wait(Delivery delivery) {
        var now = clock.instant();
        store.settle(delivery, delivery.done().waiting(now.plus(WAITS.getFirst())), now);
    }

    /** Whether the receiver took it. */
    private boolean called(Hook hook, Delivery delivery) {
        var said = sent(hook, delivery);
        var now = clock.instant();
        boolean taken = said.status() >= GOOD_FIRST && said.status() <= GOOD_LAST;
        int attempts = delivery.done().attempts() + 1;
        var next = taken ? null : next(delivery, attempts, now);
        var state =
                taken
                        ? Delivery.State.TAKEN
                        : next == null ? Delivery.State.GIVEN_UP : Delivery.State.WAITING;
        store.settle(
                delivery,
                new Delivery.Try(
                        state, attempts, next, delivery.done().made(), said.status(), said.fault()),
                now);
        return taken;
    }

    private static @Nullable Instant next(Delivery delivery, int attempts, Instant now) {
        var wait = WAITS.get(Math.min(attempts, WAITS.size()) - 1);
        var next = now.plus(wait);
        return next.isAfter(delivery.done().made().plus(GIVEN_UP)) ? null : next;
    }

    private record Said(int status, String fault) {}

    /** Asked about the address right before the call: a name may lead elsewhere since. */
    private Said sent(Hook hook, Delivery delivery) {
        var body = HookBody.of(delivery);
        var signature = signature(hook, delivery, body);
        try {
            return switch (outbound.ask(
                    hook.address(), PATIENCE, request -> signed(request, signature, body))) {
                case Heard.Answer(int status, _) -> new Said(status, "");
                case Heard.Silence(var why, _) -> new Said(0, why);
                case Heard.Stopped _ -> new Said(0, "stopped");
            };
        } catch (Refused _) {
            return new Said(0, "closed address");
        }
    }

    private static HttpRequest.Builder signed(
            HttpRequest.Builder request, HookSignature signature, String body) {
        signature.headers().forEach(request::header);
        return request.header("Content-Type", "application/json")
                .header("User-Agent", "Wanhu-Hook/1")
                .POST(BodyPublishers.ofString(body));
    }

    private HookSignature signature(Hook hook, Delivery delivery, String body) {
        var now = clock.instant();
        var secrets = hooks.secrets(hook, now);
        var old = secrets.before();
        var current = vault.open(Hooks.SECRET, hook.id(), secrets.now());
        return new HookSignature(
                delivery.id(),
                now,
                body,
                old == null
                        ? List.of(current)
                        : List.of(current, vault.open(Hooks.SECRET, hook.id(), old)));
    }

    @Override
    public void destroy() {
        lanes.close();
    }
}
