package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What the senders know of their commands: acknowledged or refused, and how often they could not
 * know and sent the same command again.
 */
final class Ledger {
    private final Map<UUID, Sent> acknowledged = new ConcurrentHashMap<>();
    private final Map<UUID, Sent> refused = new ConcurrentHashMap<>();
    private final Map<String, UUID> codes = new ConcurrentHashMap<>();
    private final Set<String> phones = ConcurrentHashMap.newKeySet();
    private final AtomicInteger unknown = new AtomicInteger();

    /** What was asked for; steps have the names of the product. */
    enum Wish {
        REPORT,
        JOIN,
        WITHDRAW,
        ADMIT,
        REMARK,
        ANSWER_AT_ONCE
    }

    /** A command: made by its sender, the same when it is sent again. */
    record Sent(UUID command, Wish wish, String about) {}

    void acknowledge(Sent sent) {
        acknowledged.put(sent.command(), sent);
    }

    /** The receipt's code that was given for a report. */
    void acknowledge(Sent sent, String code) {
        codes.put(code, sent.command());
        acknowledge(sent);
    }

    /** Somebody gives that phone. */
    void called(String phone) {
        phones.add(phone);
    }

    /** Nothing of what was told, and no code, was said aloud by the program or its database. */
    void needQuiet(String said) {
        assertThat(said).doesNotContain(Sender.NAME, Sender.TEXT);
        assertThat(phones).noneMatch(said::contains).isNotEmpty();
        assertThat(codes.keySet()).noneMatch(said::contains);
    }

    void refuse(Sent sent) {
        refused.put(sent.command(), sent);
    }

    void wonder() {
        unknown.incrementAndGet();
    }

    /** Commands whose fate is known. */
    int settled() {
        return acknowledged.size() + refused.size();
    }

    Set<UUID> acknowledged() {
        return Set.copyOf(acknowledged.keySet());
    }

    Set<UUID> acknowledged(Set<Wish> wishes) {
        return acknowledged.values().stream()
                .filter(each -> wishes.contains(each.wish()))
                .map(Sent::command)
                .collect(Collectors.toUnmodifiableSet());
    }

    int acknowledged(Wish wish) {
        return acknowledged(Set.of(wish)).size();
    }

    Set<String> codes() {
        return Set.copyOf(codes.keySet());
    }

    int refused() {
        return refused.size();
    }

    int unknown() {
        return unknown.get();
    }
}
