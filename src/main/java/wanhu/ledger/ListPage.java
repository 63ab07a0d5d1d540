package wanhu.ledger;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wanhu.shell.Choice;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/**
 * The list of projects with its sums.
 *
 * @param asked what was asked for
 * @param sums what the projects of each phase make together
 * @param next key of the next piece; null at the end
 * @param mayPropose whether one may write a new one down
 */
record ListPage(
        String base,
        Query asked,
        List<Row> rows,
        Map<Phase, Sums> sums,
        @Nullable String next,
        List<Choice> places,
        List<Choice> doers,
        List<Integer> years,
        boolean mayPropose) {

    /** The query as it was typed. */
    record Query(
            @Nullable Phase phase,
            @Nullable String q,
            @Nullable String unit,
            @Nullable String place,
            @Nullable Integer year,
            @Nullable Boolean late,
            @Nullable String after) {
        boolean behind() {
            return Boolean.TRUE.equals(late);
        }

        static String shown(@Nullable Object value) {
            return Objects.toString(value, "");
        }

        /** The same query as part of an address, for another phase. */
        String in(@Nullable Phase other) {
            return "phase="
                    + shown(other)
                    + "&q="
                    + URLEncoder.encode(shown(q), StandardCharsets.UTF_8)
                    + "&unit="
                    + URLEncoder.encode(shown(unit), StandardCharsets.UTF_8)
                    + "&place="
                    + URLEncoder.encode(shown(place), StandardCharsets.UTF_8)
                    + "&year="
                    + shown(year)
                    + (behind() ? "&late=true" : "");
        }
    }

    /** What the projects of the chosen tab make together. */
    Sums total() {
        var phase = asked.phase();
        return phase == null
                ? sums.values().stream().reduce(Sums.NOTHING, Sums::plus)
                : sums.getOrDefault(phase, Sums.NOTHING);
    }

    /** A tab for all, and one for each phase. */
    List<Link> tabs(Screen screen, List<Phase> phases) {
        var all = sums.values().stream().mapToLong(Sums::count).sum();
        var first =
                new Link(
                        screen.t("ledger.tab.all"),
                        asked.phase() == null ? null : base + asked.in(null),
                        screen.number(all));
        var others =
                phases.stream()
                        .map(each ->
                                new Link(
                                        screen.t("ledger.phase." + each),
                                        each == asked.phase() ? null : base + asked.in(each),
                                        screen.number(
                                                sums.getOrDefault(each, Sums.NOTHING).count())));
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), others).toList();
    }

    String nextHref() {
        return base + asked.in(asked.phase()) + "&after=" + next;
    }

    boolean filtered() {
        return !Query.shown(asked.q()).isEmpty()
                || !Query.shown(asked.unit()).isEmpty()
                || !Query.shown(asked.place()).isEmpty()
                || asked.year() != null
                || asked.behind();
    }
}
