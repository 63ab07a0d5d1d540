package wanhu.people;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.base.Settings;

/** The buttons of the demonstration; there are none unless it was asked for at the start. */
@Component
class Demo {
    private final Settings settings;
    private final ObjectProvider<DemoPosts> posts;

    Demo(Settings settings, ObjectProvider<DemoPosts> posts) {
        this.settings = settings;
        this.posts = posts;
    }

    List<DemoPosts.DemoPost> posts() {
        return settings.demo()
                ? posts.orderedStream().flatMap(each -> each.list().stream()).toList()
                : List.of();
    }

    /** The button of that post; refused when there is none, and always outside a demonstration. */
    DemoPosts.DemoPost get(UUID post) {
        return posts().stream()
                .filter(each -> each.post().equals(post))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "people.refused.no-demo"));
    }
}
