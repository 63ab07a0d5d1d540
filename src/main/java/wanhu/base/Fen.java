package wanhu.base;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Money in fen (1/100 yuan), never a floating number. */
public record Fen(long amount) implements Comparable<Fen> {
    private static final int FEN_PER_YUAN_DIGITS = 2;

    /** Nothing. */
    public static final Fen ZERO = new Fen(0);

    /**
     * Reads an amount in yuan such as "180000", "180,000.00" or "180000.5".
     *
     * @throws IllegalArgumentException when it is no number or has parts of a fen
     */
    public static Fen ofYuan(String yuan) {
        try {
            var number = new BigDecimal(yuan.strip().replace(",", "").replace("，", ""));
            return new Fen(number.movePointRight(FEN_PER_YUAN_DIGITS).longValueExact());
        } catch (ArithmeticException | NumberFormatException _) {
            throw new IllegalArgumentException(
                    "Expected yuan with at most two decimals but got " + yuan);
        }
    }

    /** The sum; throws when a long overflows. */
    public Fen plus(Fen other) {
        return new Fen(Math.addExact(amount, other.amount));
    }

    /** In yuan with two decimals and thousands separators: "180,000.00". */
    public String yuan() {
        var number =
                BigDecimal.valueOf(amount, FEN_PER_YUAN_DIGITS)
                        .setScale(FEN_PER_YUAN_DIGITS, RoundingMode.UNNECESSARY);
        return "%,.2f".formatted(number);
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(amount, other.amount);
    }
}
