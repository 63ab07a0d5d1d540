package wanhu.topic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.category.Categories;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.Choice;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.topic.HotTopics.Change;

/** Hot topics: what many tell, and what people make of it. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class TopicPages implements MenuSource {
    static final String PATH = "/topics";
    private static final int MENU_ORDER = 430;

    private final HotTopics topics;
    private final Seasons seasons;
    private final Units units;
    private final Categories categories;

    TopicPages(HotTopics topics, Seasons seasons, Units units, Categories categories) {
        this.topics = topics;
        this.seasons = seasons;
        this.units = units;
        this.categories = categories;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "topic.title",
                        PATH,
                        MENU_ORDER,
                        actor ->
                                !actor.role().apart()
                                        && !actor.is(Role.GRID_WORKER, Role.PHONE_DESK)));
    }

    /** How units and categories are called. */
    record Names(wanhu.org.Tree tree, Map<String, String> categories) {
        String unit(UUID id) {
            return tree.find(id).map(Unit::name).orElse("");
        }

        String category(String code) {
            return categories.getOrDefault(code, code);
        }

        /** The first few, with how many each has. */
        String some(List<Map.Entry<UUID, Integer>> all) {
            return all.stream()
                    .limit(4)
                    .map(each -> unit(each.getKey()) + " " + each.getValue())
                    .collect(java.util.stream.Collectors.joining("、"));
        }
    }

    Names names(Actor actor, Locale locale) {
        var named = new java.util.HashMap<String, String>();
        categories
                .tree(actor.county())
                .forEach((code, category) -> named.put(code, category.name(locale)));
        return new Names(units.tree(actor.county()), named);
    }

    /** The list. */
    record ListPage(
            List<HotTopic> topics,
            boolean dismissed,
            HotTopics.Least least,
            Names names,
            List<Seasons.Coming> coming) {}

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor, @RequestParam(defaultValue = "false") boolean dismissed, Locale locale) {
        topics.follow(actor.county());
        return Html.page(
                "topic/topics",
                new ListPage(
                        topics.list(actor, dismissed),
                        dismissed,
                        topics.least(actor.county()),
                        names(actor, locale),
                        seasons.coming(actor)));
    }

    static String look(Trend trend) {
        return switch (trend) {
            case RISING -> "soon";
            case STEADY -> "quiet";
            case FALLING -> "done";
        };
    }

    /**
     * A topic.
     *
     * @param others topics into which it can be merged
     * @param may whether the post makes something of topics
     * @param begins whether the post may begin a monthly topic
     */
    record ShowPage(
            HotTopic topic,
            HotTopics.Least least,
            Names names,
            List<TopicStore.Event> events,
            List<Choice> others,
            boolean may,
            boolean begins) {}

    @GetMapping(PATH + "/{topic}")
    ModelAndView show(Actor actor, @PathVariable UUID topic, Locale locale) {
        var found = topics.get(actor, topic);
        boolean may = HotTopics.may(actor);
        var others =
                may
                        ? topics.list(actor, false).stream()
                                .filter(each -> !each.id().equals(topic))
                                .map(each ->
                                        new Choice(
                                                each.id().toString(),
                                                each.name() + "（" + each.counts().window() + "）"))
                                .toList()
                        : List.<Choice>of();
        return Html.page(
                "topic/topic",
                new ShowPage(
                        found,
                        topics.least(actor.county()),
                        names(actor, locale),
                        topics.events(actor.county(), topic),
                        others,
                        may,
                        MonthlyTopics.begins(actor)));
    }

    /** What somebody does with a topic. */
    record ChangeForm(
            @Nullable Integer version,
            @Nullable String act,
            @Nullable String text,
            @Nullable UUID into,
            @Nullable List<UUID> matter) {
        Change read(UUID topic) {
            var said = MonthlyPages.BeginForm.text(text);
            return switch (MonthlyPages.BeginForm.text(act)) {
                case "rename" -> new Change.Rename(said);
                case "dismiss" -> new Change.Dismiss(said);
                case "take-up" -> new Change.TakeUp(said);
                case "merge" -> new Change.Merge(into == null ? topic : into, said);
                case "split" -> new Change.Split(matter == null ? List.of() : matter, said);
                default -> throw new Refused(Refused.Kind.INVALID, "topic.refused.act");
            };
        }
    }

    @PostMapping(PATH + "/{topic}/change")
    @For({Role.COUNTY_CLERK, Role.LEADER})
    ModelAndView change(Actor actor, @PathVariable UUID topic, @ModelAttribute ChangeForm form) {
        var version = form.version();
        var next = topics.change(actor, topic, version == null ? 0 : version, form.read(topic));
        return Html.redirect(PATH + "/" + next + "?said=topic.said.changed");
    }
}
