package wanhu.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import wanhu.base.Zones;
import wanhu.calendar.Lateness;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.matter.Requester;
import wanhu.matter.TimelineLine;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.shell.ProjectSource;
import wanhu.vault.PrivacyNotices;

/** Makes the page on which somebody follows her matter, with nothing that others may not read. */
@Component
class Mine {
    private final Matters matters;
    private final Reports reports;
    private final Units units;
    private final Topics topics;
    private final Laws laws;
    private final ObjectProvider<ProjectSource> projects;
    private final PrivacyNotices notices;
    private final Clock clock;

    Mine(
            Doors doors,
            Units units,
            Topics topics,
            Laws laws,
            ObjectProvider<ProjectSource> projects,
            PrivacyNotices notices,
            Clock clock) {
        this.notices = notices;
        this.matters = doors.matters();
        this.reports = doors.reports();
        this.units = units;
        this.topics = topics;
        this.laws = laws;
        this.projects = projects;
        this.clock = clock;
    }

    MinePage page(Followed.Follower follower, Locale locale) {
        var matter = follower.matter();
        var tree = units.tree(matter.county());
        boolean author = author(follower.requester(), matter);
        var lines = lines(tree, matters.timeline(matter), author);
        var about = matter.about();
        return new MinePage(
                follower,
                new Places.Place(tree.get(about.placeUnit()), tree).name(),
                topics.name(matter.county(), about.category(), locale),
                tree.find(matter.parties().holder().unit()).map(Unit::name).orElse(""),
                promise(matter, locale),
                lines,
                projects.orderedStream()
                        .flatMap(each -> each.ofMatter(matter.county(), matter.id()).stream())
                        .toList(),
                own(follower, author),
                window(matter, locale),
                notices.now());
    }

    /** The last day for rating: so many days after the day on which it was closed. */
    private MinePage.@Nullable Window window(Matter matter, Locale locale) {
        var closed = matter.times().closed();
        if (closed == null) {
            return null;
        }
        var today = Zones.day(clock.instant());
        var rule = laws.rule(matter.county(), RuleKey.RATING_WINDOW, today);
        var last = Zones.day(closed).plusDays(rule.number());
        return new MinePage.Window(last, today.isAfter(last), rule.citation(locale));
    }

    /** Whether it was she who told the matter in its first words; others joined later. */
    private boolean author(Requester requester, Matter matter) {
        return reports.of(matter).stream()
                .filter(each -> each.firstMatter().equals(matter.id()))
                .findFirst()
                .filter(first -> first.id().equals(requester.id()))
                .isPresent();
    }

    /** Her own words: of this matter, or of the one that came into it; nothing of others. */
    private MinePage.Own own(Followed.Follower follower, boolean author) {
        var requester = follower.requester();
        boolean merged = !requester.firstMatter().equals(requester.matter());
        if (!author && !merged) {
            return MinePage.Own.NOTHING;
        }
        var told =
                merged
                        ? matters.get(requester.county(), requester.firstMatter())
                        : follower.matter();
        return new MinePage.Own(author, told.number(), told.about().title(), told.about().body());
    }

    /**
     * The newest first. Neighbours who joined one after the other are one line; an answer is told
     * once a reviewer has let it pass.
     */
    private static List<MinePage.Line> lines(Tree tree, List<TimelineLine> life, boolean author) {
        var lines = new ArrayList<MinePage.Line>();
        boolean approved = false;
        boolean joins = false;
        for (TimelineLine line : life.reversed()) {
            approved |= line.step().equals("Approve");
            boolean answer = line.step().equals("Reply");
            boolean join = line.step().equals("Join");
            if (line.forResident() && !(join && joins)) {
                boolean told = author || !asked(line);
                lines.add(line(tree, line, told && (!answer || approved)));
            }
            joins = line.forResident() ? join : joins;
            approved &= !answer;
        }
        return List.copyOf(lines);
    }

    /** What one requester added or was asked is not for the others. */
    private static boolean asked(TimelineLine line) {
        return line.step().equals("Supplement") || line.step().equals("AskSupplement");
    }

    private static MinePage.Line line(Tree tree, TimelineLine line, boolean told) {
        boolean passed = !line.holderFrom().equals(line.holderTo());
        return new MinePage.Line(
                line.seq(),
                line.step(),
                line.happened(),
                byName(tree, line),
                passed ? name(tree, line.holderTo()) : "",
                told ? line.told() : "");
    }

    private static String byName(Tree tree, TimelineLine line) {
        return line.byUnit() == null ? "" : name(tree, line.byUnit());
    }

    private static String name(Tree tree, UUID unit) {
        return tree.find(unit).map(Unit::name).orElse("");
    }

    private MinePage.@Nullable Promise promise(Matter matter, Locale locale) {
        var times = matter.times();
        if (!matter.open() || times.due() == null || times.clock() == null) {
            return null;
        }
        var late = Lateness.of(times.due(), times.warn(), clock.instant());
        var rule =
                Promises.rule(times.clock(), matter.about().kind(), matter.about().danger())
                        .map(key -> citation(matter, key, locale))
                        .orElse("");
        return new MinePage.Promise(times.clock(), times.due(), late, rule);
    }

    private String citation(Matter matter, RuleKey key, Locale locale) {
        var day = Zones.day(matter.times().reported());
        return laws.rule(matter.county(), key, day).citation(locale);
    }
}
