package wanhu.category;

import java.util.Locale;
import java.util.regex.Pattern;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * One thing that a matter can be about.
 *
 * @param code of any depth, parts divided by dots: "farm.power" lies below "farm"
 * @param order among its neighbours
 * @param hint examples in plain words
 * @param keywords words that speak for it, divided by |
 * @param stopZh what somebody in danger is told before anything else; empty when nothing is
 *     dangerous
 * @param live whether it can still be chosen
 */
public record Category(
        String code,
        int order,
        String nameZh,
        String nameEn,
        String hint,
        String keywords,
        String stopZh,
        String stopEn,
        boolean live) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)*+");
    private static final int CODE_LENGTH_MAX = 60;
    private static final int NAME_CHARACTERS_MAX = 30;

    public Category {
        Refused.unless(
                Kind.INVALID,
                code.length() <= CODE_LENGTH_MAX && CODE.matcher(code).matches(),
                "category.refused.code");
        boolean named =
                !nameZh.isBlank() && nameZh.length() <= NAME_CHARACTERS_MAX && !nameEn.isBlank();
        Refused.unless(Kind.INVALID, named, "category.refused.name", NAME_CHARACTERS_MAX);
    }

    /** Code of the category above; empty at the top. */
    public String above() {
        int dot = code.lastIndexOf('.');
        return dot < 0 ? "" : code.substring(0, dot);
    }

    /** Whether a code is this one or lies below it. */
    public boolean contains(String other) {
        return other.equals(code) || other.startsWith(code + ".");
    }

    /** Its name in a language. */
    public String name(Locale locale) {
        return "en".equals(locale.getLanguage()) ? nameEn : nameZh;
    }

    /** The stop question in a language; empty when nothing is dangerous. */
    public String stop(Locale locale) {
        return "en".equals(locale.getLanguage()) ? stopEn : stopZh;
    }
}
