package wanhu.law;

import java.util.Locale;
import wanhu.calendar.Term;
import wanhu.shell.Screen;

/** How values of rules are written for people. */
final class RuleTexts {
    private RuleTexts() {}

    /** 5 个工作日, 3 次, 每月 20 日. */
    static String value(Screen screen, RuleKey key, String value) {
        return switch (key.kind()) {
            case TERM, DAYS -> term(screen, value);
            case SHIFT -> screen.t("law.shift." + value);
            case TIMES, COUNT, PERCENT, DAY_OF_MONTH -> screen.t("law.value." + key.kind(), value);
        };
    }

    /** Between what the value may lie; empty when anything goes. */
    static String bound(Screen screen, RuleKey key) {
        var bound = Shipped.bound(key);
        var law = bound.law();
        if (law != null) {
            var limit = bound.ceiling().isEmpty() ? bound.floor() : bound.ceiling();
            return screen.t(
                    bound.ceiling().isEmpty() ? "law.bound.floor" : "law.bound.ceiling",
                    value(screen, key, limit),
                    law.name(screen.locale()));
        }
        if (bound.ceiling().isEmpty()) {
            return "";
        }
        var most = value(screen, key, bound.ceiling());
        return bound.floor().isEmpty()
                ? screen.t("law.bound.most", most)
                : screen.t("law.bound.range", value(screen, key, bound.floor()), most);
    }

    private static String term(Screen screen, String value) {
        var term = Term.parse(value);
        return screen.t("law.term." + term.unit().name().toLowerCase(Locale.ROOT), term.amount());
    }
}
