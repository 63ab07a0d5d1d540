package wanhu.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wanhu.org.Level;

/**
 * What was counted for a bulletin, once, with what each number means; kept as it was. Reports of
 * wrongdoing are in none of the numbers but their own sum.
 *
 * @param at when it was counted
 * @param least smaller counts than this are not for the public
 * @param reports reports of wrongdoing; null when there were fewer than {@code least}
 * @param month the month of the rates
 * @param calls follow-up calls of the month by category; empty for a week
 * @param topicDays days of hot topics before {@code at}
 */
record Figures(
        Instant at,
        int least,
        List<Total> totals,
        @Nullable Integer reports,
        List<Day> days,
        List<Category> categories,
        List<Place> places,
        String month,
        List<Share> rates,
        List<Called> calls,
        int topicDays,
        List<Topic> topics,
        List<Meeting> meetings,
        Orders orders,
        List<Term> terms) {

    /** What is counted of all. */
    enum Measure {
        /** 新收. */
        CAME,
        /** 办结. */
        CLOSED,
        /** 在办. */
        OPEN,
        /** 逾期. */
        OVERDUE
    }

    /**
     * A number of all.
     *
     * @param before of the period before; null where nothing is known
     * @param yearAgo of the same period of the year before; null where nothing is known
     */
    record Total(Measure measure, int now, @Nullable Integer before, @Nullable Integer yearAgo) {}

    /** What came and was closed on a day. */
    record Day(LocalDate day, int came, int closed) {}

    /** What came and was closed of a category. */
    record Category(String chinese, String english, int came, int closed) {
        String name(Locale locale) {
            return locale.getLanguage().equals("en") ? english : chinese;
        }
    }

    /** What came and was closed at a place, what is open there and what of it is late. */
    record Place(String name, int came, int closed, int open, int overdue) {}

    /** A rate: its name, whether there are enough cases, 0 to 1, how many cases. */
    record Share(String rate, boolean shown, double value, int cases) {}

    /**
     * Answers of a category that went into the lot of follow-up calls.
     *
     * @param least the smallest share that was stated, in per cent
     * @param most the largest
     */
    record Called(
            String chinese,
            String english,
            int least,
            int most,
            int answered,
            int drawn,
            int reached) {
        String name(Locale locale) {
            return locale.getLanguage().equals("en") ? english : chinese;
        }

        /** The share that was stated: "20%", or "5%–20%" where there was more than one. */
        String stated() {
            return least == most ? most + "%" : least + "%–" + most + "%";
        }

        /** The share that was drawn, 0 to 1. */
        double share() {
            return (double) drawn / answered;
        }
    }

    /** A hot topic. */
    record Topic(String name, int matters, boolean rising) {}

    /** Meetings of a level. */
    record Meeting(Level level, int held, int missed) {}

    /** Orders of supervision. */
    record Orders(int issued, int closed, int running, int late) {}

    /** What a number means, in both languages. */
    record Term(String of, String chinese, String english) {
        String text(Locale locale) {
            return locale.getLanguage().equals("en") ? english : chinese;
        }
    }

    Figures {
        totals = List.copyOf(totals);
        days = List.copyOf(days);
        categories = List.copyOf(categories);
        places = List.copyOf(places);
        rates = List.copyOf(rates);
        // Those that were written before calls were told of are read without them.
        calls = calls == null ? List.of() : List.copyOf(calls);
        topics = List.copyOf(topics);
        meetings = List.copyOf(meetings);
        terms = List.copyOf(terms);
    }

    Total total(Measure measure) {
        return totals.stream()
                .filter(each -> each.measure() == measure)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected a total of " + measure));
    }

    YearMonth ratesOf() {
        return YearMonth.parse(month);
    }
}
