package wanhu.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * 断路: an operator that gave no answer is left alone for a minute, so that the messages of other
 * channels and counties don't wait for its silence. Each node finds out for itself.
 */
final class Circuits {
    /** So long nothing is sent there. */
    static final Duration REST = Duration.ofMinutes(1);

    private final Map<Way, Instant> resting = new ConcurrentHashMap<>();

    /** Whose operator it is. */
    private record Way(int county, Channel channel) {
        static Way of(Message message) {
            return new Way(message.county(), message.channel());
        }
    }

    /** Nobody answered at this instant. */
    void silent(Message message, Instant now) {
        resting.put(Way.of(message), now.plus(REST));
    }

    /** Until when nothing is sent; the past when the way is open. */
    Instant until(Message message) {
        return resting.getOrDefault(Way.of(message), Instant.EPOCH);
    }
}
