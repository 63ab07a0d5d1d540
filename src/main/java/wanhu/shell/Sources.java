package wanhu.shell;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import wanhu.base.Settings;

/** What the settings and the rooms contribute to the frame; a room may have none, one or many. */
@Component
record Sources(
        Settings settings,
        ObjectProvider<ActorSource> actors,
        ObjectProvider<MenuSource> menus,
        ObjectProvider<BannerSource> banners,
        ObjectProvider<HomeSource> homes,
        ObjectProvider<UnreadSource> unread) {}
