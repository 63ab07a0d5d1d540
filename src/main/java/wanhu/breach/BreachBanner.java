package wanhu.breach;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Zones;
import wanhu.shell.Banner;
import wanhu.shell.BannerSource;

/** Reminds the security administrator of what is not reported yet, on each page. */
@Component
class BreachBanner implements BannerSource {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final BreachStore store;

    BreachBanner(BreachStore store) {
        this.store = store;
    }

    @Override
    public List<Banner> banners(Actor actor, LocalDate today) {
        if (!Incidents.of(actor)) {
            return List.of();
        }
        return store.unreported(actor.county()).stream()
                .map(each ->
                        new Banner(
                                Banner.Kind.WARN,
                                "breach.banner",
                                List.of(
                                        each.number(),
                                        MINUTE.format(each.due().atZone(Zones.CHINA))),
                                IncidentPages.PATH + "/" + each.id()))
                .toList();
    }
}
