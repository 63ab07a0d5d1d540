package wanhu.round;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.org.Units;

/**
 * Writes the first draft of the minutes from what was decided; people correct it before they
 * approve it.
 */
@Component
class MinutesDraft {
    private static final Locale CHINESE = Locale.CHINESE;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy\u5E74M\u6708d\u65E5", CHINESE);
    private static final int TEN = 10;

    private final Words words;
    private final Units units;

    MinutesDraft(Words words, Units units) {
        this.words = words;
        this.units = units;
    }

    /** The draft: who met, then each item with its decision. */
    String text(Round round, List<Item> items, Seat seat, Instant met) {
        var body = units.get(round.county(), round.body().unit()).name();
        var text = new StringBuilder();
        text.append(
                word(
                        "round.minutes.intro",
                        DAY.format(Zones.day(met)),
                        body,
                        round.name().chinese(),
                        items.size(),
                        seat.host(),
                        seat.present().size()));
        int number = 0;
        for (Item item : items) {
            number++;
            text.append('\n')
                    .append(
                            word(
                                    "round.minutes.item",
                                    numeral(number),
                                    item.title(),
                                    item.number()));
            text.append(decided(round, item));
        }
        return text.toString();
    }

    private String decided(Round round, Item item) {
        var ruling = item.ruling();
        if (ruling == null) {
            return "";
        }
        var to = ruling.to() == null ? "" : units.get(round.county(), ruling.to()).name();
        var day = ruling.until() == null ? "" : DAY.format(ruling.until());
        var text =
                new StringBuilder(
                        word(
                                "round.minutes." + ruling.outcome().name(),
                                ended(ruling.note()),
                                to,
                                day));
        if (ruling.money().amount() > 0) {
            text.append(word("round.minutes.money", ruling.money().yuan()));
        }
        if (!ruling.people().isBlank()) {
            text.append(word("round.minutes.people", ended(ruling.people())));
        }
        return text.toString();
    }

    /** A sentence that ends with its full stop, or nothing. */
    private static String ended(String text) {
        var plain = text.strip();
        boolean stops = plain.isEmpty() || plain.matches("(?s).*[。！？.!?]");
        return stops ? plain : plain + "。";
    }

    /** 一, 十二, 三十五; beyond 99 in figures. */
    private String numeral(int number) {
        var digits = word("round.minutes.digits");
        if (number >= TEN * TEN) {
            return Integer.toString(number);
        }
        var tens = number / TEN;
        var ones = number % TEN == 0 ? "" : digits.substring(number % TEN, number % TEN + 1);
        if (tens == 0) {
            return ones;
        }
        return (tens == 1 ? "" : digits.substring(tens, tens + 1)) + digits.charAt(TEN) + ones;
    }

    private String word(String key, Object... arguments) {
        return words.text(CHINESE, key, arguments);
    }
}
