package wanhu.calendar;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A length of time as rules state it: "24h", "6wh", "7d", "5wd", "2m".
 *
 * @param amount 1 to 10,000 units
 * @param unit in what it is counted
 */
public record Term(int amount, TermUnit unit) {
    /** Longest amount that a rule may state, in its unit. */
    public static final int AMOUNT_MAX = 10_000;

    private static final int MONTH_DAYS = 31;

    private static final Pattern GRAMMAR = Pattern.compile("(\\d{1,5})([a-z]{1,2})");

    public Term {
        if (amount < 1 || amount > AMOUNT_MAX) {
            throw new IllegalArgumentException(
                    "Expected an amount of 1 to " + AMOUNT_MAX + " but got " + amount);
        }
    }

    /**
     * Reads "5wd" and its like; spaces around it are dropped.
     *
     * @throws IllegalArgumentException when the text is no term
     */
    public static Term parse(String text) {
        var match = GRAMMAR.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("Expected a term like 24h or 5wd but got " + text);
        }
        return new Term(Integer.parseInt(match.group(1)), TermUnit.ofSign(match.group(2)));
    }

    /** The day so long before another; for workdays and hours rather too early than too late. */
    public LocalDate before(LocalDate day) {
        return switch (unit) {
            case MONTHS -> day.minusMonths(amount);
            case DAYS, HOURS, WORK_HOURS -> day.minusDays(amount);
            case WORKDAYS -> day.minusDays(2L * amount + MONTH_DAYS);
        };
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return amount + unit.sign();
    }
}
