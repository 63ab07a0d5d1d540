package wanhu.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A browser in two words, so that one knows one's own sessions again; nothing finer is kept. */
final class Browser {
    /** The first that fits counts: most browsers call themselves by the names of others too. */
    private static final List<Sign> NAMES =
            List.of(
                    new Sign("MicroMessenger", "WeChat"),
                    new Sign("DingTalk", "DingTalk"),
                    new Sign("Edg", "Edge"),
                    new Sign("Firefox", "Firefox"),
                    new Sign("Chrome", "Chrome"),
                    new Sign("Safari", "Safari"));

    private static final List<Sign> SYSTEMS =
            List.of(
                    new Sign("OpenHarmony", "HarmonyOS"),
                    new Sign("HarmonyOS", "HarmonyOS"),
                    new Sign("Android", "Android"),
                    new Sign("iPhone", "iPhone"),
                    new Sign("iPad", "iPad"),
                    new Sign("Windows", "Windows"),
                    new Sign("Mac OS", "macOS"),
                    new Sign("Linux", "Linux"));

    private Browser() {}

    private record Sign(String text, String name) {}

    /** "Chrome · Windows"; "?" for what is unknown. */
    static String of(@Nullable String userAgent) {
        var text = userAgent == null ? "" : userAgent;
        return first(NAMES, text) + " · " + first(SYSTEMS, text);
    }

    private static String first(List<Sign> signs, String text) {
        return signs.stream()
                .filter(sign -> text.contains(sign.text()))
                .map(Sign::name)
                .findFirst()
                .orElse("?");
    }
}
