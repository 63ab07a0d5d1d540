package wanhu.knowledge;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Word;
import wanhu.shell.WorkSource;

/** Tells the owner of articles on the start page what to look at again, review and answer. */
@Component
class OwnersWork implements WorkSource {
    private final ArticleLists lists;

    OwnersWork(ArticleLists lists) {
        this.lists = lists;
    }

    @Override
    public Optional<Card> work(Actor actor) {
        if (!Rights.writes(actor)) {
            return Optional.empty();
        }
        var waiting = lists.waiting(actor);
        return waiting.none()
                ? Optional.empty()
                : Optional.of(
                        new Card(
                                new Word(
                                        "knowledge.work",
                                        List.of(
                                                waiting.due(),
                                                waiting.late(),
                                                waiting.review(),
                                                waiting.wishes())),
                                waiting.late() > 0,
                                "/knowledge?mine=true&sort=REVIEW"));
    }
}
