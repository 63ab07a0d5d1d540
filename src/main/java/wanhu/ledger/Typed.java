package wanhu.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;
import wanhu.base.Fen;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/** Reads what somebody typed into a field. */
final class Typed {
    private static final int DIGITS_MAX = 9;

    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** A whole number; a missing one is 0. */
    static int number(@Nullable String typed, String word) {
        var text = text(typed).replace(",", "");
        Refused.unless(
                Kind.INVALID, text.matches("[0-9]{0,%d}".formatted(DIGITS_MAX)), word, text(typed));
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    /** Money in yuan; a missing one is nothing. */
    static Fen yuan(@Nullable String typed) {
        var text = text(typed);
        try {
            return text.isEmpty() ? Fen.ZERO : Fen.ofYuan(text);
        } catch (IllegalArgumentException _) {
            throw new Refused(Kind.INVALID, "ledger.refused.money");
        }
    }

    static LocalDate day(@Nullable String typed, String word) {
        try {
            return Days.read(text(typed));
        } catch (DateTimeParseException _) {
            throw new Refused(Kind.INVALID, word);
        }
    }
}
