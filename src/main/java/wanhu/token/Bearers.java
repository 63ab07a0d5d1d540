package wanhu.token;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import wanhu.base.Actor;
import wanhu.people.Programs;

/** Whoever stands behind a token, for work that goes on after its request. */
@Service
public class Bearers {
    private static final int ROWS_MAX = 200;

    private final TokenStore store;
    private final Programs programs;
    private final Clock clock;

    Bearers(TokenStore store, Programs programs, Clock clock) {
        this.store = store;
        this.programs = programs;
        this.clock = clock;
    }

    /** A token by whose it is and what for. */
    public record Named(UUID id, String name) {}

    /** Those of a county with which a program may report now, the newest first. */
    public List<Named> reporting(int county) {
        return store.all(county, ROWS_MAX).stream()
                .filter(each -> each.state(clock.instant()) == Token.State.GOOD)
                .filter(each -> each.reach().contains(Reach.MATTERS_WRITE))
                .map(each -> new Named(each.id(), each.shown()))
                .toList();
    }

    /** As whom a token acts now; empty when it is good no longer. */
    public Optional<Actor> actor(int county, UUID token) {
        return store.find(county, token)
                .filter(each -> each.state(clock.instant()) == Token.State.GOOD)
                .flatMap(each -> programs.actor(each.steward(), each.shown()));
    }
}
