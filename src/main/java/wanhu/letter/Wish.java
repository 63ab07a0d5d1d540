package wanhu.letter;

import java.util.UUID;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.paper.Paper;

/**
 * A letter as somebody wants it.
 *
 * @param command made once a form: the same twice is one letter
 * @param of number of the matter, or id of the order or the meeting
 */
record Wish(UUID command, wanhu.letter.Kind kind, String of, Words words) {
    static final int LINE_CHARACTERS_MAX = 200;

    /** What is written on it. */
    record Words(String title, String addressee, String body, String contact, String copies) {
        /**
         * The same, when it can be printed.
         *
         * @throws Refused INVALID when something is missing or too long
         */
        Words checked() {
            Refused.unless(
                    Kind.INVALID,
                    !title.isBlank() && title.length() <= Paper.TITLE_CHARACTERS_MAX,
                    "letter.refused.title",
                    Paper.TITLE_CHARACTERS_MAX);
            Refused.unless(
                    Kind.INVALID,
                    !body.isBlank() && body.length() <= Paper.BODY_CHARACTERS_MAX,
                    "letter.refused.body",
                    Paper.BODY_CHARACTERS_MAX);
            int longest = Math.max(addressee.length(), Math.max(contact.length(), copies.length()));
            Refused.unless(
                    Kind.INVALID,
                    longest <= LINE_CHARACTERS_MAX,
                    "letter.refused.line",
                    LINE_CHARACTERS_MAX);
            return this;
        }

        /** Everything that is read. */
        String all() {
            return String.join("\n", title, addressee, body, contact, copies);
        }
    }
}
