package wanhu.exchange;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Word;
import wanhu.shell.WorkSource;

/** Tells on the start page what was handed over and stands still. */
@Component
class HandoverWork implements WorkSource {
    private final Handovers handovers;

    HandoverWork(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public Optional<Card> work(Actor actor) {
        int stuck = handovers.stuck(actor);
        return stuck == 0
                ? Optional.empty()
                : Optional.of(
                        new Card(new Word("exchange.work", List.of(stuck)), true, "/exchange"));
    }
}
