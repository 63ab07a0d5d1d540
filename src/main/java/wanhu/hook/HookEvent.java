package wanhu.hook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import wanhu.matter.MatterNews;

/** What somebody can be called for; each line of a timeline is exactly one of them. */
public enum HookEvent {
    /** A matter was told to us. */
    REPORTED,
    /** It ended. */
    CLOSED,
    /** It went to another stage or unit. */
    MOVED,
    /** Something was noted, and it stands where it stood. */
    NOTED;

    /** As programs write it: {@code matter.moved}. */
    public String text() {
        return "matter." + name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so; empty for anything else. */
    public static Optional<HookEvent> find(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }

    static HookEvent of(MatterNews.News news) {
        if (news.step().equals("Register")) {
            return REPORTED;
        }
        if (!news.to().open() && news.from().open()) {
            return CLOSED;
        }
        return news.from() != news.to() || news.handed() ? MOVED : NOTED;
    }
}
