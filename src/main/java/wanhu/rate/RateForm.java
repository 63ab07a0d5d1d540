package wanhu.rate;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/** What is asked of the pages of rates, as it stands in the address. */
record RateForm(
        @Nullable String unit,
        @Nullable String from,
        @Nullable String until,
        @Nullable String category) {
    static final int MONTHS_MAX = 24;
    private static final int MONTHS_USUAL = 3;

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    Optional<UUID> unitId() {
        try {
            return text(unit).isEmpty()
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(text(unit)));
        } catch (IllegalArgumentException _) {
            throw new Refused(Kind.MISSING, "rate.refused.unit");
        }
    }

    /** The months asked for; the last three when none are named; none to come. */
    SumStore.Months months(YearMonth running) {
        var last = month(until, running);
        last = last.isAfter(running) ? running : last;
        var first = month(from, last.minusMonths(MONTHS_USUAL - 1L));
        first = first.isAfter(last) ? last : first;
        var earliest = last.minusMonths(MONTHS_MAX - 1L);
        return new SumStore.Months(first.isBefore(earliest) ? earliest : first, last);
    }

    private static YearMonth month(@Nullable String typed, YearMonth usual) {
        if (text(typed).isEmpty()) {
            return usual;
        }
        try {
            return YearMonth.parse(text(typed));
        } catch (DateTimeException _) {
            throw new Refused(Kind.INVALID, "rate.refused.month");
        }
    }

    /** An address with what is asked, and more. */
    static String address(String path, Rates.Asked asked, String... more) {
        var values = new LinkedHashMap<String, String>();
        values.put("unit", asked.unit().id().toString());
        values.put("from", asked.months().from().toString());
        values.put("until", asked.months().until().toString());
        values.put("category", asked.category());
        for (int at = 0; at + 1 < more.length; at += 2) {
            values.put(more[at], more[at + 1]);
        }
        return path
                + values.entrySet().stream()
                        .filter(each -> !each.getValue().isEmpty())
                        .map(each ->
                                each.getKey()
                                        + "="
                                        + UriUtils.encode(
                                                each.getValue(),
                                                java.nio.charset.StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** The weights and worths of a simulation. */
    record Trial(
            @Nullable Integer response,
            @Nullable Integer solution,
            @Nullable Integer satisfaction,
            @Nullable String partly,
            @Nullable String unreached,
            @Nullable String fairly,
            @Nullable String unrated) {
        /** Values that can be tried; "-" does not count at all. */
        static final List<String> WORTHS =
                List.of("-", "0", "0.2", "0.4", "0.5", "0.6", "0.8", "1");

        boolean asked() {
            return response != null && solution != null && satisfaction != null;
        }

        /** The preset with what is tried; weights must be 100 together. */
        Preset on(Preset preset) {
            int one = response == null ? 0 : response;
            int two = solution == null ? 0 : solution;
            int three = satisfaction == null ? 0 : satisfaction;
            boolean hundred = one >= 0 && two >= 0 && three >= 0 && (long) one + two + three == 100;
            Refused.unless(Kind.INVALID, hundred, "rate.refused.weights");
            var worths = new EnumMap<Finding, Double>(Finding.class);
            worths.putAll(preset.worths());
            put(worths, Finding.PARTLY, partly);
            put(worths, Finding.UNREACHED, unreached);
            put(worths, Finding.FAIRLY_SATISFIED, fairly);
            put(worths, Finding.UNRATED, unrated);
            return preset.with(
                    Map.of(Rate.RESPONSE, one, Rate.SOLUTION, two, Rate.SATISFACTION, three),
                    worths);
        }

        private static void put(
                Map<Finding, Double> worths, Finding finding, @Nullable String typed) {
            var said = text(typed);
            if (said.equals("-")) {
                worths.remove(finding);
            } else if (WORTHS.contains(said)) {
                worths.put(finding, Double.valueOf(said));
            }
        }

        /** What a finding is worth in a preset, as it is chosen. */
        static String typed(Preset preset, Finding finding) {
            var worth = preset.worth(finding);
            if (worth.isEmpty()) {
                return "-";
            }
            var said = Double.toString(worth.getAsDouble());
            return said.endsWith(".0") ? said.substring(0, said.length() - 2) : said;
        }
    }
}
