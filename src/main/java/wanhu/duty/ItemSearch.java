package wanhu.duty;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Zones;
import wanhu.shell.SearchSource;

/** Finds items of the duty lists in force, which are public. */
@Component
class ItemSearch implements SearchSource {
    private static final int TEXT_CHARACTERS_MIN = 2;

    private final DutyLists lists;
    private final Clock clock;

    ItemSearch(DutyLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public String heading() {
        return "duty.title";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public List<Hit> search(Actor actor, String text) {
        if (text.length() < TEXT_CHARACTERS_MIN) {
            return List.of();
        }
        var wish = new DutySearch(text, null, Set.of());
        return lists.search(actor.county(), wish, Zones.day(clock.instant())).stream()
                .limit(HITS_MAX)
                .map(item -> new Hit(item.text(), item.code() + " " + item.lead(), href(item)))
                .toList();
    }

    private static String href(DutyItem item) {
        return "/duty?q=" + URLEncoder.encode(item.code(), StandardCharsets.UTF_8);
    }
}
