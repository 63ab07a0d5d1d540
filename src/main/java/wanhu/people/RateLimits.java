package wanhu.people;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Makes limits that all programs on one database keep together. */
@Component
public class RateLimits {
    private final RateStore store;

    RateLimits(RateStore store) {
        this.store = store;
    }

    /**
     * A limit of so many acts in each window.
     *
     * @param name under which it counts; each limit has its own
     */
    public RateLimit of(String name, int acts, Duration window) {
        return new RateLimit(store, name, acts, window);
    }
}
