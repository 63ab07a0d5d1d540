package wanhu.shell;

import java.time.LocalDate;
import java.util.List;
import wanhu.base.Actor;

/** How a room raises an alarm on every staff page: a bean of this type. Must be quick. */
public interface BannerSource {
    /** What is to be said today to who acts as this post; mostly nothing. */
    List<Banner> banners(Actor actor, LocalDate today);
}
