package wanhu.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * What was typed into the form of an article.
 *
 * @param categories the categories chosen, one by one; empty ones mean nothing
 * @param edit of the version that was shown; 0 for a new one
 * @param command id made by the form of a new article
 */
record Form(
        @Nullable String title,
        @Nullable String body,
        @Nullable String basis,
        @Nullable Audience audience,
        @Nullable List<String> categories,
        @Nullable String review,
        @Nullable String expires,
        @Nullable Integer edit,
        @Nullable String command) {
    private static final int PLACES_MIN = 3;

    static Form of(Text text, int edit) {
        return new Form(
                text.title(),
                text.body(),
                text.basis(),
                text.audience(),
                text.categories(),
                text.review().toString(),
                Objects.toString(text.expires(), ""),
                edit,
                null);
    }

    static Form fresh(LocalDate review) {
        return new Form("", "", "", Audience.PUBLIC, null, review.toString(), "", 0, null);
    }

    Text text() {
        return new Text(
                said(title),
                said(body),
                said(basis),
                audience == null ? Audience.STAFF : audience,
                chosen(),
                Objects.requireNonNull(day(review, "knowledge.refused.day")),
                said(expires).isEmpty() ? null : day(expires, "knowledge.refused.day"));
    }

    List<String> chosen() {
        var given = categories;
        return given == null
                ? List.of()
                : given.stream()
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
    }

    /** For so many categories there is room: for all that are chosen, and one more. */
    int places() {
        return Math.min(Text.CATEGORIES_MAX, Math.max(PLACES_MIN, chosen().size() + 1));
    }

    /** The code at a place of the form; empty for none. */
    String category(int at) {
        var chosen = chosen();
        return at < chosen.size() ? chosen.get(at) : "";
    }

    int shown() {
        var known = edit;
        return known == null ? 0 : known;
    }

    UUID id() {
        try {
            return UUID.fromString(said(command));
        } catch (IllegalArgumentException _) {
            throw new Refused(Kind.INVALID, "knowledge.refused.form");
        }
    }

    static LocalDate day(@Nullable String typed, String word) {
        try {
            return Days.read(said(typed));
        } catch (DateTimeParseException _) {
            throw new Refused(Kind.INVALID, word);
        }
    }

    static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
