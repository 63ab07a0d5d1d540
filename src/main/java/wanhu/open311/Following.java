package wanhu.open311;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import wanhu.life.Channel;
import wanhu.matter.MatterMoved;

/** Follows the matters that came from other systems; all others cost nothing here. */
@Component
class Following {
    private final RequestStore store;

    Following(RequestStore store) {
        this.store = store;
    }

    @EventListener
    void moved(MatterMoved moved) {
        var matter = moved.after();
        if (matter.about().channel() == Channel.API) {
            store.follow(matter, moved.before().stage() != matter.stage(), moved.at());
        }
    }
}
