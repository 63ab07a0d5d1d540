package wanhu.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;

/**
 * What a version says, and for whom and how long.
 *
 * @param title the question as a resident would ask it, at most {@value #TITLE_CHARACTERS_MAX}
 *     characters
 * @param body the answer, plain text, at most {@value #BODY_CHARACTERS_MAX} characters
 * @param basis law or document on which it rests; empty when there is none
 * @param categories codes, at most {@value #CATEGORIES_MAX}
 * @param review the day by which somebody looks at it again
 * @param expires the last day on which it holds; null for no end
 */
public record Text(
        String title,
        String body,
        String basis,
        Audience audience,
        List<String> categories,
        LocalDate review,
        @Nullable LocalDate expires) {
    /** Longest title in characters. */
    public static final int TITLE_CHARACTERS_MAX = 100;

    /** Longest answer in characters. */
    public static final int BODY_CHARACTERS_MAX = 5000;

    /** Longest basis in characters. */
    public static final int BASIS_CHARACTERS_MAX = 300;

    /** Most categories of one article. */
    public static final int CATEGORIES_MAX = 5;

    public Text {
        categories = List.copyOf(categories);
        title = title.strip();
        body = body.strip().replace("\r\n", "\n");
        basis = basis.strip();
        length(title, 1, TITLE_CHARACTERS_MAX, "knowledge.refused.title");
        length(body, 1, BODY_CHARACTERS_MAX, "knowledge.refused.body");
        length(basis, 0, BASIS_CHARACTERS_MAX, "knowledge.refused.basis");
        Refused.unless(
                Refused.Kind.INVALID,
                categories.size() <= CATEGORIES_MAX,
                "knowledge.refused.categories",
                CATEGORIES_MAX);
        Refused.unless(
                Refused.Kind.INVALID,
                expires == null || !review.isAfter(expires),
                "knowledge.refused.order");
    }

    private static void length(String text, int least, int most, String word) {
        int characters = text.codePointCount(0, text.length());
        Refused.unless(Refused.Kind.INVALID, characters >= least && characters <= most, word, most);
    }
}
