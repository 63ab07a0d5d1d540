package wanhu.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import wanhu.base.AfterClockMoved;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Wall;
import wanhu.matter.NewsReaders;
import wanhu.message.Carrier.Letter;
import wanhu.message.Carrier.Receipt;
import wanhu.message.Message.State;
import wanhu.message.OutboxStore.Settled;

/**
 * Sends what is due. A row is claimed for a while before it is sent, outside of any transaction;
 * two nodes send different rows, and one that was killed leaves its rows to the next. Phones and
 * addresses are opened at this moment alone and never written to the log.
 */
@Component
class MessageSender implements AfterClockMoved {
    /** Attempts after which another channel takes over, or none. */
    static final int ATTEMPTS_MAX = 5;

    private static final int BATCH_ROWS = 50;
    private static final int ROUNDS_MAX = 100;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration ASK_AGAIN = Duration.ofMinutes(10);
    private static final Duration ASKED_MAX = Duration.ofDays(3);

    /** What was claimed is left alone when so little of the lease is left: another may have it. */
    private static final Duration LEASE_LEFT_MIN = Duration.ofSeconds(30);

    private static final Duration[] BACKOFF = {
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofHours(6)
    };

    private final OutboxStore store;
    private final MessageChannels channels;
    private final Addresses addresses;
    private final NewsReaders readers;
    private final EmailCarrier mail;
    private final HttpCarrier http;
    private final Texts texts;
    private final StopWords stops;
    private final Clock clock;
    private final Circuits circuits = new Circuits();

    MessageSender(
            OutboxStore store,
            MessageChannels channels,
            Addresses addresses,
            NewsReaders readers,
            EmailCarrier mail,
            HttpCarrier http,
            Texts texts,
            StopWords stops,
            Clock clock) {
        this.store = store;
        this.channels = channels;
        this.addresses = addresses;
        this.readers = readers;
        this.mail = mail;
        this.http = http;
        this.texts = texts;
        this.stops = stops;
        this.clock = clock;
    }

    @Override
    public void clockMoved() {
        run();
    }

    /** Every ten seconds. */
    @Scheduled(
            fixedDelayString = "${wanhu.message-tick:PT10S}",
            initialDelayString = "${wanhu.message-tick:PT15S}")
    void run() {
        Wall.whole(this::work);
    }

    private void work() {
        for (int round = 0; round < ROUNDS_MAX; round++) {
            var now = clock.instant();
            var claimed = store.claim(now, now.plus(LEASE), BATCH_ROWS);
            if (claimed.isEmpty()) {
                return;
            }
            if (!deliverAll(letters(claimed), now.plus(LEASE).minus(LEASE_LEFT_MIN))) {
                return;
            }
        }
    }

    /** Whether there was time for all; the others come again when their lease is over. */
    private boolean deliverAll(List<List<Message>> letters, Instant until) {
        for (List<Message> each : letters) {
            if (clock.instant().isAfter(until)) {
                return false;
            }
            deliver(each);
        }
        return true;
    }

    /** Messages that go as one: those of a collection to the same person, and each other alone. */
    private static List<List<Message>> letters(List<Message> claimed) {
        var letters = new LinkedHashMap<String, List<Message>>();
        for (Message each : claimed) {
            var key =
                    each.digest() ? "d" + each.county() + each.to().person() : each.id().toString();
            letters.computeIfAbsent(key, _ -> new ArrayList<>()).add(each);
        }
        return List.copyOf(letters.values());
    }

    private void deliver(List<Message> messages) {
        var first = messages.getFirst();
        var rests = circuits.until(first);
        if (rests.isAfter(clock.instant())) {
            messages.forEach(each -> store.putOff(each, rests));
            return;
        }
        var receipt = attempt(messages, first);
        var now = clock.instant();
        if (receipt.answer() == Carrier.Answer.SILENT) {
            circuits.silent(first, now);
        }
        messages.forEach(each -> settle(each, receipt, now));
    }

    private Receipt attempt(List<Message> messages, Message first) {
        var setting = channels.active(first.county(), first.channel());
        if (setting.isEmpty()) {
            return Receipt.of(Carrier.Answer.NEVER, "channel off");
        }
        try {
            var secret = channels.secret(setting.get());
            if (first.delivery().state() == State.SENT) {
                return http.ask(setting.get(), secret, first.delivery().reference());
            }
            var to = address(first);
            if (to == null) {
                return Receipt.of(Carrier.Answer.NEVER, "no address");
            }
            var what = letter(messages, to);
            return (first.channel() == Channel.EMAIL ? mail : http)
                    .send(setting.get(), secret, what);
        } catch (Refused no) {
            return Receipt.of(Carrier.Answer.NEVER, no.word());
        }
    }

    private Letter letter(List<Message> messages, String to) {
        var first = messages.getFirst();
        var subject = texts.subject(first, messages.size());
        if (first.channel() != Channel.EMAIL) {
            return new Letter(first.id(), to, subject, texts.text(first), "");
        }
        var stop = stops.href(first.county(), Objects.requireNonNull(first.to().person()));
        return new Letter(first.id(), to, subject, texts.body(messages, stop), stop);
    }

    /** Where it goes: opened now, and not before. */
    private @org.jspecify.annotations.Nullable String address(Message message) {
        return switch (message.channel()) {
            case EMAIL ->
                    addresses
                            .find(message.county(), Objects.requireNonNull(message.to().person()))
                            .map(addresses::plain)
                            .orElse(null);
            case SMS ->
                    readers.phone(
                                    message.county(),
                                    Objects.requireNonNull(message.to().requester()))
                            .map(phone -> phone.digits())
                            .orElse(null);
            case WECOM, DINGTALK -> "";
        };
    }

    private void settle(Message message, Receipt receipt, Instant now) {
        if (message.delivery().state() == State.SENT) {
            asked(message, receipt, now);
            return;
        }
        switch (receipt.answer()) {
            case ARRIVED ->
                    store.settle(
                            message,
                            new Settled(State.DELIVERED, receipt.reference(), "", null),
                            now);
            case TAKEN -> taken(message, receipt.reference(), now);
            case LATER, SILENT -> later(message, receipt, now);
            case NEVER, REFUSED -> handOn(message, receipt.fault(), now);
        }
    }

    private void taken(Message message, String reference, Instant now) {
        boolean asks = message.channel() == Channel.SMS && !reference.isEmpty();
        var next = asks ? now.plus(ASK_AGAIN) : null;
        store.settle(message, new Settled(State.SENT, reference, "", next), now);
    }

    /**
     * What became of a text that was taken before. An operator that doesn't say leaves it sent: it
     * failed only when he says so.
     */
    private void asked(Message message, Receipt receipt, Instant now) {
        var reference = message.delivery().reference();
        boolean old = message.delivery().made().plus(ASKED_MAX).isBefore(now);
        boolean mute = receipt.answer() == Carrier.Answer.NEVER;
        switch (receipt.answer()) {
            case ARRIVED ->
                    store.settle(message, new Settled(State.DELIVERED, reference, "", null), now);
            case REFUSED -> handOn(message, receipt.fault(), now);
            case TAKEN, LATER, SILENT, NEVER -> {
                var next = old || mute ? null : now.plus(ASK_AGAIN);
                store.settle(
                        message, new Settled(State.SENT, reference, receipt.fault(), next), now);
            }
        }
    }

    private void later(Message message, Receipt receipt, Instant now) {
        if (message.delivery().attempts() >= ATTEMPTS_MAX) {
            handOn(message, receipt.fault(), now);
            return;
        }
        var wait = BACKOFF[Math.min(message.delivery().attempts(), BACKOFF.length) - 1];
        store.settle(message, new Settled(State.WAITING, "", receipt.fault(), now.plus(wait)), now);
    }

    /** The next channel that the county has takes over. */
    private void handOn(Message message, String fault, Instant now) {
        var next = message.channel().next();
        while (next.isPresent() && channels.active(message.county(), next.get()).isEmpty()) {
            next = next.get().next();
        }
        var state = next.isPresent() ? State.HANDED_ON : State.FAILED;
        var reference = message.delivery().reference();
        store.settle(message, new Settled(state, reference, fault, null), now);
        next.ifPresent(channel -> store.add(message.by(channel, Ids.next()), now));
    }

    /** Somebody wants it tried again. */
    boolean again(int county, UUID id) {
        var message =
                store.find(county, id)
                        .filter(each -> each.delivery().state() == State.FAILED)
                        .orElse(null);
        if (message == null) {
            return false;
        }
        var now = clock.instant();
        store.settle(message, new Settled(State.WAITING, "", "", now), now);
        return true;
    }

    /** Somebody wants it no longer sent; what is on its way can't be called back. */
    boolean drop(int county, UUID id) {
        return store.drop(county, id, clock.instant());
    }
}
