package wanhu.topic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.matter.MatterLine;
import wanhu.matter.NamedMatters;
import wanhu.matter.ToldMatters;

/**
 * The door to hot topics: what enough different people told in the time of the rule; what a post
 * may not see of it is not shown to it; and what people make of it.
 */
@Service
class HotTopics {
    /** Different people behind a topic, at least: three matters of one person are none. */
    static final int REPORTERS_MIN = 3;

    static final int NAME_CHARACTERS_MAX = 60;
    static final int REASON_CHARACTERS_MAX = 500;

    /** Weeks that are compared. */
    static final int WEEKS = 4;

    private static final Duration COMPARED = Duration.ofDays(7L * WEEKS);
    private static final Duration YEAR = Duration.ofDays(364);

    private final TopicStore store;
    private final TopicCounts counts;
    private final TopicFold fold;
    private final NamedMatters matters;
    private final ToldMatters told;
    private final Laws laws;
    private final Audit audit;
    private final Clock clock;

    HotTopics(
            TopicStore store,
            TopicCounts counts,
            TopicFold fold,
            NamedMatters matters,
            ToldMatters told,
            Laws laws,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.counts = counts;
        this.fold = fold;
        this.matters = matters;
        this.told = told;
        this.laws = laws;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rule: so many matters in so many days, of so many people. */
    record Least(int matters, int days, int reporters) {}

    Least least(int county) {
        var today = Zones.day(clock.instant());
        return new Least(
                laws.number(county, RuleKey.TOPIC_COUNT, today),
                laws.term(county, RuleKey.TOPIC_WINDOW, today).amount(),
                REPORTERS_MIN);
    }

    /** Brings the topics of a county up to now. */
    void follow(int county) {
        fold.fold(county);
    }

    /** Topics of which the post sees something, those with most matters first. */
    @Transactional(readOnly = true)
    List<HotTopic> list(Actor actor, boolean dismissed) {
        var times = times(actor.county());
        var least = least(actor.county());
        var counted = counts.counted(actor.county(), times, least.matters());
        return topics(actor, counted, times.window()).stream()
                .filter(each -> each.made().dismissed() == dismissed)
                .filter(each -> each.reporters() >= least.reporters())
                .filter(each -> !each.seen().isEmpty())
                .toList();
    }

    /** One of them with all that the post sees of a year. */
    @Transactional(readOnly = true)
    HotTopic get(Actor actor, UUID id) {
        var times = times(actor.county());
        var counted =
                counts.counted(actor.county(), times, 0).stream()
                        .filter(each -> each.id().equals(id))
                        .toList();
        return topics(actor, counted, times.yearFrom()).stream()
                .filter(each -> !each.seen().isEmpty())
                .filter(each ->
                        each.counts().window() >= least(actor.county()).matters()
                                || each.made().version() > 0)
                .findFirst()
                .orElseThrow(() -> new Refused(Kind.MISSING, "topic.refused.missing"));
    }

    private TopicCounts.Times times(int county) {
        var now = clock.instant();
        return new TopicCounts.Times(
                now,
                now.minus(Duration.ofDays(least(county).days())),
                now.minus(COMPARED),
                now.minus(COMPARED.multipliedBy(2)),
                now.minus(YEAR).minus(COMPARED),
                now.minus(YEAR));
    }

    private List<HotTopic> topics(Actor actor, List<TopicCounts.Counted> counted, Instant since) {
        int county = actor.county();
        var ids = counted.stream().map(TopicCounts.Counted::id).toList();
        var members =
                counts.members(county, ids, since).stream()
                        .collect(Collectors.groupingBy(TopicCounts.Member::topic));
        var all =
                members.values().stream()
                        .flatMap(List::stream)
                        .map(TopicCounts.Member::matter)
                        .toList();
        var seen =
                matters.list(actor, all).stream()
                        .filter(line -> line.kind() != wanhu.life.Kind.REPORT)
                        .collect(Collectors.toMap(MatterLine::id, Function.identity()));
        var window = times(county).window();
        var made = byId(store.made(county, ids), TopicStore.Made::id);
        var words = byId(store.words(county, ids), TopicStore.Named::id);
        return counted.stream()
                .map(each -> {
                    var own = members.getOrDefault(each.id(), List.of());
                    var named = words.get(each.id());
                    return new HotTopic(
                            made.getOrDefault(each.id(), TopicStore.Made.nothing(each.id())),
                            named == null ? List.of() : named.words(),
                            each,
                            reporters(county, own, window),
                            Trend.of(each.weeks(), each.before()),
                            own.stream()
                                    .map(TopicCounts.Member::matter)
                                    .filter(seen::containsKey)
                                    .map(seen::get)
                                    .toList());
                })
                .toList();
    }

    private static <T> Map<UUID, T> byId(List<T> all, Function<T, UUID> id) {
        return all.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    /** Of the window, counted over all of the county: who they are, nobody learns. */
    private int reporters(int county, List<TopicCounts.Member> members, Instant window) {
        var ids =
                members.stream()
                        .filter(each -> each.reported().isAfter(window))
                        .map(TopicCounts.Member::matter)
                        .limit(ToldMatters.IDS_MAX)
                        .toList();
        return Wall.whole(() -> told.reporters(county, ids));
    }

    /** Whether this post may make something of topics: the county's office and its leaders. */
    static boolean may(Actor actor) {
        return actor.is(Role.COUNTY_CLERK, Role.LEADER)
                && actor.path().text().length() == OrgPath.COUNTY_LENGTH;
    }

    /** What somebody does with a topic. */
    sealed interface Change {
        /** Why, or as what. */
        String text();

        /** 改名. */
        record Rename(String text) implements Change {}

        /** 不列为热点. */
        record Dismiss(String text) implements Change {}

        /** 恢复为热点. */
        record TakeUp(String text) implements Change {}

        /** 并入另一个热点. */
        record Merge(UUID into, String text) implements Change {}

        /** 拆出: these matters are another topic of that name. */
        record Split(List<UUID> matters, String text) implements Change {
            public Split {
                matters = List.copyOf(matters);
            }
        }
    }

    /**
     * Makes something of a topic; what is learned holds for what comes in later too.
     *
     * @param version as the page showed it
     * @return the topic at which one looks next
     * @throws Refused FORBIDDEN for who may not, INVALID without a text, CONFLICT when somebody was
     *     faster
     */
    @Transactional
    public UUID change(Actor actor, UUID id, int version, Change change) {
        Refused.unless(Kind.FORBIDDEN, may(actor), "topic.refused.change");
        int county = actor.county();
        Refused.unless(Kind.MISSING, store.known(county, id), "topic.refused.missing");
        boolean rename = change instanceof Change.Rename || change instanceof Change.Split;
        int most = rename ? NAME_CHARACTERS_MAX : REASON_CHARACTERS_MAX;
        var text = change.text().strip();
        boolean said = !text.isEmpty() && text.length() <= most;
        Refused.unless(Kind.INVALID, said, "topic.refused.text", most);
        var made =
                store.made(county, List.of(id)).stream()
                        .findFirst()
                        .orElse(TopicStore.Made.nothing(id));
        Refused.unless(Kind.CONFLICT, made.version() == version, "topic.refused.stale");
        var next = carryOut(actor, made, change, text);
        var act = change.getClass().getSimpleName();
        var name = actor.title() + " " + actor.name();
        store.event(actor, id, new TopicStore.Event(act, text, name, clock.instant()));
        audit.record(actor, Act.of(Verb.TOPIC_CHANGED, id).because(text).with("act", act));
        return next;
    }

    private UUID carryOut(Actor actor, TopicStore.Made made, Change change, String text) {
        int county = actor.county();
        return switch (change) {
            case Change.Rename _ -> saved(county, made, text, made.dismissed());
            case Change.Dismiss _ -> saved(county, made, made.name(), true);
            case Change.TakeUp _ -> saved(county, made, made.name(), false);
            case Change.Merge merge -> merged(county, made, merge.into());
            case Change.Split split -> split(actor, made, split.matters(), text);
        };
    }

    private UUID saved(int county, TopicStore.Made made, String name, boolean dismissed) {
        var next = new TopicStore.Made(made.id(), made.version(), name, dismissed, made.into());
        Refused.unless(Kind.CONFLICT, store.save(county, next), "topic.refused.stale");
        return made.id();
    }

    /** From now on all that falls into the one falls into the other. */
    private UUID merged(int county, TopicStore.Made made, UUID into) {
        boolean other = !into.equals(made.id()) && store.known(county, into);
        Refused.unless(Kind.INVALID, other, "topic.refused.into");
        var further =
                store.made(county, List.of(into)).stream()
                        .findFirst()
                        .orElse(TopicStore.Made.nothing(into))
                        .into();
        var root = further == null ? into : further;
        Refused.unless(Kind.INVALID, !root.equals(made.id()), "topic.refused.into");
        var next =
                new TopicStore.Made(made.id(), made.version(), made.name(), made.dismissed(), root);
        Refused.unless(Kind.CONFLICT, store.save(county, next), "topic.refused.stale");
        store.follow(county, made.id(), root);
        return root;
    }

    private UUID split(Actor actor, TopicStore.Made made, List<UUID> chosen, String name) {
        var seen =
                get(actor, made.id()).seen().stream()
                        .map(MatterLine::id)
                        .filter(chosen::contains)
                        .toList();
        Refused.unless(Kind.INVALID, !seen.isEmpty(), "topic.refused.split");
        var id = Ids.next();
        store.save(actor.county(), new TopicStore.Made(id, 0, name, false, null));
        store.pin(actor.county(), seen, new TopicStore.Pinned(id, made.id(), true));
        return id;
    }

    /** What was done with a topic. */
    @Transactional(readOnly = true)
    List<TopicStore.Event> events(int county, UUID topic) {
        return store.events(county, topic);
    }
}
