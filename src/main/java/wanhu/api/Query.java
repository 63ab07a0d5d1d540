package wanhu.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;
import wanhu.base.OrgPath;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.token.Problem;

/** The answers to {@link Questions}, each of which fits its question; an empty one is none. */
final class Query {
    private static final int TEXT_CHARACTERS_MAX = 200;

    private final UnaryOperator<@Nullable String> given;

    Query(UnaryOperator<@Nullable String> given) {
        this.given = given;
    }

    static boolean fits(Question question, String value) {
        if (value.isEmpty()) {
            return true;
        }
        if (value.length() > TEXT_CHARACTERS_MAX) {
            return false;
        }
        return switch (question.type()) {
            case TEXT, CURSOR -> true;
            case DAY -> day(value) != null;
            case NUMBER -> value.matches("\\d{1,6}");
            case YES_NO -> value.equals("true") || value.equals("false");
            case UNIT -> value.matches("[0-9A-Za-z-]{1,40}");
            case CHOICE -> question.options().contains(value);
        };
    }

    String text(String name) {
        var value = given.apply(name);
        return value == null ? "" : value.strip();
    }

    boolean yes(String name) {
        return text(name).equals("true");
    }

    int number(String name, int otherwise) {
        return text(name).isEmpty() ? otherwise : Integer.parseInt(text(name));
    }

    @Nullable LocalDate date(String name) {
        return text(name).isEmpty() ? null : day(text(name));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return Days.read(text);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E choice(Class<E> type, String name) {
        return text(name).isEmpty() ? null : Enum.valueOf(type, text(name));
    }

    /**
     * The place of a unit by its code.
     *
     * @throws Problem 400 when there is no such unit
     */
    @Nullable OrgPath unit(Tree tree, String name) {
        return text(name).isEmpty()
                ? null
                : tree.byCode(text(name))
                        .map(Unit::path)
                        .orElseThrow(() ->
                                Problem.invalid(name, "api.fault.unit", Problem.shown(text(name))));
    }
}
