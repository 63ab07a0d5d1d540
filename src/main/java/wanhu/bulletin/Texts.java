package wanhu.bulletin;

import java.util.List;
import java.util.Map;
import wanhu.base.PersonalData;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * What people say in a bulletin.
 *
 * @param title its name, such as 古店周刊
 * @param lead what stands first
 * @param comments on its sections
 * @param chosen numbers of published matters that are told of
 * @param changes what a correction changes; empty for the first version
 */
public record Texts(
        String title,
        String lead,
        Map<Section, String> comments,
        List<String> chosen,
        String changes) {
    static final int TITLE_CHARACTERS_MAX = 40;
    static final int LEAD_CHARACTERS_MAX = 2_000;
    static final int COMMENT_CHARACTERS_MAX = 500;
    static final int CHOSEN_MAX = 8;

    public Texts {
        comments = Map.copyOf(comments);
        chosen = List.copyOf(chosen);
    }

    /** The same as the beginning of a correction. */
    Texts unchanged() {
        return new Texts(title, lead, comments, chosen, "");
    }

    String comment(Section section) {
        return comments.getOrDefault(section, "");
    }

    /**
     * The same, when it may stand in a bulletin.
     *
     * @throws Refused INVALID without a title or when something is too long, RULE when something
     *     holds a number of a person
     */
    Texts checked() {
        Refused.unless(Kind.INVALID, !title.isBlank(), "bulletin.refused.title");
        fits(title, TITLE_CHARACTERS_MAX);
        fits(lead, LEAD_CHARACTERS_MAX);
        fits(changes, COMMENT_CHARACTERS_MAX);
        comments.values().forEach(each -> fits(each, COMMENT_CHARACTERS_MAX));
        Refused.unless(
                Kind.INVALID, chosen.size() <= CHOSEN_MAX, "bulletin.refused.chosen", CHOSEN_MAX);
        return this;
    }

    /** The text, when it is short enough and names no number of a person. */
    static String fits(String text, int most) {
        Refused.unless(Kind.INVALID, text.length() <= most, "bulletin.refused.long", most);
        Refused.unless(Kind.RULE, PersonalData.find(text).isEmpty(), "bulletin.refused.personal");
        return text;
    }
}
