package wanhu.ledger;

import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.shell.SearchSource;

/** Finds livelihood projects by title or number, as far as the post may see them. */
@Component
class ProjectSearch implements SearchSource {
    private final ProjectLists lists;

    ProjectSearch(ProjectLists lists) {
        this.lists = lists;
    }

    @Override
    public String heading() {
        return "ledger.title";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<Hit> search(Actor actor, String text) {
        if (actor.role().apart()) {
            return List.of();
        }
        var filter = new Filter(null, text, null, null, 0, false);
        return lists.page(ProjectLists.Reader.of(actor), filter, null).rows().stream()
                .limit(HITS_MAX)
                .map(each ->
                        new Hit(each.about().title(), each.number(), "/projects/" + each.number()))
                .toList();
    }
}
