package wanhu.wording;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.shell.Screen;

/**
 * One text with its history.
 *
 * @param now what people read now
 * @param held the county's version in force; null where the shipped text holds
 * @param versions what the county has made, the latest first
 * @param form as typed
 * @param preview whether what was typed is shown as it would read
 * @param no why it was refused; null when it was not
 */
record TextPage(
        String key,
        Shipped shipped,
        Shipped now,
        @Nullable Version held,
        List<Version> versions,
        Form form,
        boolean preview,
        @Nullable Refused no) {
    Group group() {
        return Group.of(key).orElseThrow();
    }

    /** Whether it is a few words in a tag. */
    boolean label() {
        return group() == Group.STAGE || group() == Group.STEP;
    }

    /** What must stand in the text and why; empty when nothing must. */
    String must(Screen screen) {
        var needed = Required.of(key);
        if (needed == null) {
            return "";
        }
        var parts = screen.chinese() ? needed.zh() : needed.en();
        var source = screen.chinese() ? needed.sourceZh() : needed.sourceEn();
        return screen.t("wording.must", String.join(" · ", parts), source);
    }

    boolean current(Version version) {
        return version.equals(held);
    }

    String typed(@Nullable String text) {
        return Form.plain(text);
    }

    @Nullable String fault(Screen screen) {
        return no == null ? null : screen.t(no.word(), no.arguments().toArray());
    }
}
