package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Refused;
import wanhu.matter.Reports;
import wanhu.vault.PersonName;
import wanhu.vault.Phone;
import wanhu.vault.View;
import wanhu.vault.Views;

/** What we hold of somebody, for herself: to see, to copy, to delete (PIPL, articles 44 to 47). */
@Component
class OwnData {
    private final Reports reports;
    private final Views views;
    private final Throttle throttle;
    private final JsonMapper json;

    OwnData(Reports reports, Views views, Throttle throttle, JsonMapper json) {
        this.reports = reports;
        this.views = views;
        this.throttle = throttle;
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
     * Everything, in plain words.
     *
     * @param tail last four digits of the phone, when one is held
     * @throws Refused when they are wrong
     */
    String json(MinePage page, String tail, HttpServletRequest request) {
        var own = reports.own(page.follower().requester());
        if (!own.phone().isEmpty() && !Phone.of(own.phone()).tail().equals(tail.strip())) {
            throttle.wrongCode(request);
            throw new Refused(Refused.Kind.INVALID, "intake.refused.tail");
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all(page, own));
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

    /** Deletes name and phone. */
    void forget(Followed.Follower follower) {
        reports.forget(follower.requester());
    }
}
