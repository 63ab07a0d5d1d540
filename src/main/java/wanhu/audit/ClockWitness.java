package wanhu.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.SteadyClock;
import wanhu.base.Wall;
import wanhu.shell.Banner;
import wanhu.shell.BannerSource;

/**
 * Sees that the clock stands before what was sealed already: it was set back while the program did
 * not run, or two machines do not agree. The start goes on where the record ends; what is sealed
 * keeps its order in any case ({@link Sealer}); the system administrator is told.
 */
@Component
class ClockWitness implements BannerSource, InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWitness.class);

    /** More than two machines with a time server differ. */
    private static final Duration BEHIND = Duration.ofMinutes(2);

    /** A record that is further ahead was written by a clock that was wrong itself. */
    private static final Duration FOLLOWED_MAX = Duration.ofDays(3);

    private final BatchStore batches;
    private final Clock clock;
    private volatile Duration behind = Duration.ZERO;

    ClockWitness(BatchStore batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * Before anybody writes: what is written now must not seem to be older than what was sealed.
     */
    @Override
    public void afterPropertiesSet() {
        var latest = Wall.whole(() -> batches.latest());
        latest.filter(sealed -> sealed.isBefore(clock.instant().plus(FOLLOWED_MAX)))
                .ifPresent(sealed -> {
                    if (clock instanceof SteadyClock steady) {
                        steady.notBefore(sealed);
                    }
                });
    }

    @Scheduled(fixedDelayString = "${wanhu.clock-witness:PT1M}")
    void look() {
        var before = behind;
        behind = Duration.between(clock.instant(), batches.latest().orElse(Instant.EPOCH));
        if (alarming(behind) && !alarming(before)) {
            LOG.warn("The clock stands {} before what was sealed already.", behind);
        }
    }

    private static boolean alarming(Duration by) {
        return by.compareTo(BEHIND) > 0;
    }

    @Override
    public List<Banner> banners(Actor actor, LocalDate today) {
        var by = behind;
        return actor.is(Role.ADMIN) && alarming(by) ? List.of(banner(by)) : List.of();
    }

    private static Banner banner(Duration by) {
        var span = "%d:%02d".formatted(by.toHours(), by.toMinutesPart());
        return new Banner(Banner.Kind.WARN, "audit.clock.behind", List.of(span), null);
    }
}
