package wanhu.round;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Word;
import wanhu.workbench.NextMeeting;

/** Tells the start page of the workbench which meeting comes next. */
@Component
class NextRound implements NextMeeting {
    private final Cards cards;

    NextRound(Cards cards) {
        this.cards = cards;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Meeting> next(Actor actor) {
        boolean meets =
                actor.is(Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER);
        return meets
                ? cards.running(actor).stream().findFirst().map(NextRound::meeting)
                : Optional.empty();
    }

    private static Meeting meeting(Card card) {
        var round = card.round();
        var name = round.name();
        var title = Word.of("round.desk.title", name.chinese(), name.english(), round.period());
        Instant until = round.due() == null ? round.until() : round.due();
        return new Meeting(title, until, card.total() - card.done(), card.href());
    }
}
