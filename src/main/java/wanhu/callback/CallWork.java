package wanhu.callback;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Word;
import wanhu.shell.WorkSource;

/** Tells on the start page whom to call today. */
@Component
class CallWork implements WorkSource {
    private final CallList list;

    CallWork(CallList list) {
        this.list = list;
    }

    @Override
    public Optional<Card> work(Actor actor) {
        if (!actor.is(Role.FOLLOW_UP, Role.PHONE_DESK)) {
            return Optional.empty();
        }
        int today = list.today(actor);
        return today == 0
                ? Optional.empty()
                : Optional.of(
                        new Card(
                                new Word("callback.work", List.of(today)),
                                true,
                                "/callbacks?view=TODAY"));
    }
}
