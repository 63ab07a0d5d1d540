package wanhu.open311;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import wanhu.intake.Submissions;

/**
 * A report that a program posts, read and checked.
 *
 * @param token made by the program, to post again and to ask for the number; may be empty
 */
record Post(Submissions.Wish wish, String token) {
    private static final String BETWEEN = "\u001f";

    /** All that it says, as one text: the same again is the same report. */
    String content() {
        var where = wish.where();
        var what = wish.what();
        var who = wish.who();
        return String.join(
                BETWEEN,
                where.place(),
                where.spot(),
                what.kind().name(),
                what.category(),
                Boolean.toString(what.danger()),
                what.title(),
                what.text(),
                who.name(),
                who.phone(),
                Boolean.toString(who.secret()),
                Boolean.toString(who.publish()));
    }

    /**
     * The wish with a command that follows from the key and what makes the post this one, so that
     * two at once are one.
     */
    Submissions.Wish commanded(ApiKey key, String sameness) {
        var name = key.id() + BETWEEN + sameness;
        return wish.with(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
