package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.matter.DataWish;
import wanhu.matter.DataWishes;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.vault.Notice;
import wanhu.vault.PersonName;
import wanhu.vault.Phone;
import wanhu.vault.PrivacyNotices;
import wanhu.vault.View;
import wanhu.vault.Views;

/** What we hold of somebody, for herself: to see and to copy (PIPL, article 45). */
@Component
class OwnData {
    private final Reports reports;
    private final Matters matters;
    private final DataWishes wishes;
    private final Views views;
    private final Laws laws;
    private final Door door;
    private final Links links;
    private final Units units;
    private final JsonMapper json;
    private final PrivacyNotices notices;
    private final Clock clock;

    OwnData(
            Doors doors,
            DataWishes wishes,
            Views views,
            Laws laws,
            Door door,
            Links links,
            Units units,
            JsonMapper json,
            PrivacyNotices notices,
            Clock clock) {
        this.notices = notices;
        this.reports = doors.reports();
        this.matters = doors.matters();
        this.wishes = wishes;
        this.laws = laws;
        this.clock = clock;
        this.views = views;
        this.door = door;
        this.links = links;
        this.units = units;
        this.json = json;
    }

    /**
     * What is held, masked for the screen.
     *
     * @param name masked; empty when none is held
     * @param phone masked; empty when none is held
     */
    record Held(String name, String phone, boolean wantsNews, Instant since) {
        boolean none() {
            return name.isEmpty() && phone.isEmpty();
        }
    }

    Held of(Followed.Follower follower) {
        var own = reports.own(follower.requester());
        return new Held(
                own.name().isEmpty() ? "" : PersonName.of(own.name()).masked(),
                own.phone().isEmpty() ? "" : Phone.of(own.phone()).masked(),
                follower.requester().wantsNews(),
                follower.requester().joined());
    }

    /**
     * Lets on only who knows the last digits of the phone, when one is held.
     *
     * @throws Refused when they are wrong, or were too often
     */
    void needTail(Followed.Follower follower, String tail, HttpServletRequest request) {
        switch (door.knock(follower.code(), tail, request)) {
            case Door.Answer.Open _, Door.Answer.Linked _ -> {}
            case Door.Answer.Wrong _ ->
                    throw new Refused(Refused.Kind.INVALID, "intake.refused.tail");
            case Door.Answer.TooMany _ ->
                    throw new Refused(Refused.Kind.TOO_MANY, "intake.refused.guesses");
        }
    }

    /** Everything, in plain words. */
    String json(MinePage page) {
        var requester = page.follower().requester();
        var all = all(page, reports.own(requester));
        all.put("wishes", wishes.list(requester));
        all.put("views", views(page.follower()));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static Map<String, @Nullable Object> all(MinePage page, Reports.Contact own) {
        var requester = page.follower().requester();
        var about = page.matter().about();
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("number", page.matter().number());
        all.put("name", own.name());
        all.put("phone", own.phone());
        all.put("wantsNews", requester.wantsNews());
        all.put("since", requester.joined().toString());
        all.put("notice", requester.care().notice());
        all.put("child", requester.care().child());
        all.put("guardian", requester.care().guardian());
        all.put("kind", about.kind().name());
        all.put("category", about.category());
        all.put("place", page.place());
        all.put("title", page.own().title());
        all.put("text", page.own().body());
        all.put("secret", about.privacy().secret());
        all.put("publishable", about.privacy().publishable());
        all.put("rating", requester.rating());
        all.put("timeline", page.lines());
        return all;
    }

    /** Who looked at them in plain words, the newest first. */
    List<View> views(Followed.Follower follower) {
        var requester = follower.requester();
        return views.of(requester.county(), requester.id());
    }

    /** The one-time links that were made for her, the newest first. */
    List<DataPage.Given> links(Followed.Follower follower) {
        var tree = units.tree(follower.matter().county());
        return links.of(follower.requester()).stream()
                .map(each ->
                        new DataPage.Given(tree.find(each.unit()).map(Unit::name).orElse(""), each))
                .toList();
    }

    /** What she has wished for them, the newest first. */
    List<DataPage.Wished> wishes(Followed.Follower follower) {
        return wishes.list(follower.requester()).stream()
                .map(each -> wished(follower, each))
                .toList();
    }

    private DataPage.Wished wished(Followed.Follower follower, DataWish wish) {
        var due = wish.due();
        var matter = wish.matter();
        return new DataPage.Wished(
                wish,
                matter == null ? "" : matters.get(follower.matter().county(), matter).number(),
                due == null ? null : Zones.day(due).minusDays(1));
    }

    /** The notice that holds. */
    Notice notice() {
        return notices.now();
    }

    /** Until when a complaint of today is answered. */
    DataPage.Promised promise(Followed.Follower follower, Locale locale) {
        var today = Zones.day(clock.instant());
        var rule = laws.rule(follower.matter().county(), RuleKey.DATA_COMPLAINT, today);
        return new DataPage.Promised(today.plusDays(rule.number()), rule.citation(locale));
    }
}
