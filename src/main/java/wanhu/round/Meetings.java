package wanhu.round;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;

/** The meetings of a post's own unit, for calendars: those that run, and the last ones. */
@Service
public class Meetings {
    private final RoundList list;

    Meetings(RoundList list) {
        this.list = list;
    }

    /** Those that run first, then the newest that are over. */
    @Transactional(readOnly = true)
    public List<Round> of(Actor actor) {
        return Stream.concat(
                        list.running(actor.county(), actor.unit()).stream(),
                        list.past(actor, false, null).rows().stream())
                .toList();
    }
}
