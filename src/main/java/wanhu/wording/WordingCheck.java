package wanhu.wording;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/** Whether a county may say a text so; pure. */
final class WordingCheck {
    private static final int REASON_CHARACTERS_MIN = 2;
    private static final int REASON_CHARACTERS_MAX = 200;
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    /** Marks that turn the direction of writing, line breaks and control characters. */
    private static final Pattern HIDDEN =
            Pattern.compile("\\p{Cc}|[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]");

    private WordingCheck() {}

    /**
     * Lets a text through that has the length of its group, the places of the shipped text, and
     * what law or safety asks for.
     *
     * @throws Refused INVALID or RULE with what is wrong
     */
    static void check(Group group, Wish wish, Shipped shipped) {
        int reason = wish.reason().length();
        Refused.unless(
                Kind.INVALID,
                reason >= REASON_CHARACTERS_MIN && reason <= REASON_CHARACTERS_MAX,
                "wording.refused.reason",
                REASON_CHARACTERS_MAX);
        if (wish.shipped()) {
            return;
        }
        Refused.unless(
                Kind.INVALID, !wish.zh().isEmpty() && !wish.en().isEmpty(), "wording.refused.both");
        length(wish.zh(), group.zhMax());
        length(wish.en(), group.enMax());
        clean(wish.zh());
        clean(wish.en());
        places(wish.zh(), shipped.zh());
        places(wish.en(), shipped.en());
        required(wish);
    }

    private static void length(String text, int most) {
        int length = text.codePointCount(0, text.length());
        Refused.unless(Kind.INVALID, length <= most, "wording.refused.long", most, length);
    }

    private static void clean(String text) {
        Refused.unless(Kind.INVALID, !HIDDEN.matcher(text).find(), "wording.refused.hidden");
    }

    /** The same places are filled as in the shipped text, and nothing else stands in braces. */
    private static void places(String text, String shipped) {
        boolean same = places(text).equals(places(shipped));
        boolean other = BRACE.matcher(PLACE.matcher(text).replaceAll("")).find();
        Refused.unless(
                Kind.INVALID,
                same && !other,
                "wording.refused.places",
                String.join(" ", places(shipped)));
    }

    private static Set<String> places(String text) {
        var found = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(each -> found.add(each.group()));
        return found;
    }

    private static void required(Wish wish) {
        var needed = Required.of(wish.key());
        if (needed == null) {
            return;
        }
        missing(needed.zh(), wish.zh(), needed);
        missing(needed.en(), wish.en(), needed);
    }

    private static void missing(List<String> parts, String text, Required needed) {
        var said = text.toLowerCase(Locale.ROOT);
        for (String part : parts) {
            Refused.unless(
                    Kind.RULE,
                    said.contains(part.toLowerCase(Locale.ROOT)),
                    "wording.refused.required",
                    part,
                    needed.sourceZh(),
                    needed.sourceEn());
        }
    }
}
