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
    private final Clock clock;

    MessageSender(
            OutboxStore store,
            MessageChannels channels,
            Addresses addresses,
            NewsReaders readers,
            EmailCarrier mail,
            HttpCarrier http,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.channels = channels;
        this.addresses = addresses;
        this.readers = readers;
        this.mail = mail;
        this.http = http;
        this.texts = texts;
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
            letters(claimed).forEach(each -> deliver(each, now));
        }
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

    private void deliver(List<Message> messages, Instant now) {
        var first = messages.getFirst();
        var receipt = attempt(messages, first);
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
            boolean letter = first.channel() == Channel.EMAIL;
            var text = letter ? texts.body(messages) : texts.text(first);
            var what = new Letter(first.id(), to, texts.subject(first, messages.size()), text);
            return (letter ? mail : http).send(setting.get(), secret, what);
        } catch (Refused no) {
            return Receipt.of(Carrier.Answer.NEVER, no.word());
        }
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
        var reference =
                receipt.reference().isEmpty()
                        ? message.delivery().reference()
                        : receipt.reference();
        boolean old = message.delivery().made().plus(ASKED_MAX).isBefore(now);
        boolean asks = message.channel() == Channel.SMS && !reference.isEmpty() && !old;
        switch (receipt.answer()) {
            case ARRIVED ->
                    store.settle(message, new Settled(State.DELIVERED, reference, "", null), now);
            case TAKEN -> {
                var next = asks ? now.plus(ASK_AGAIN) : null;
                store.settle(message, new Settled(State.SENT, reference, "", next), now);
            }
            case LATER -> later(message, receipt, now);
            case NEVER -> handOn(message, receipt.fault(), now);
        }
    }

    private void later(Message message, Receipt receipt, Instant now) {
        if (message.delivery().attempts() >= ATTEMPTS_MAX) {
            handOn(message, receipt.fault(), now);
            return;
        }
        var wait = BACKOFF[Math.min(message.delivery().attempts(), BACKOFF.length) - 1];
        var state = message.delivery().state();
        var reference = message.delivery().reference();
        store.settle(message, new Settled(state, reference, receipt.fault(), now.plus(wait)), now);
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
}
