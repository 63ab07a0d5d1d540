package wanhu.bulletin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wanhu.base.Words;

/** The figures as rows of one sheet, table below table, with what they mean at the end. */
record Tables(Words words, Locale locale) {
    List<List<String>> rows(Figures figures) {
        var rows = new ArrayList<List<String>>();
        totals(rows, figures);
        rows.add(head(Section.DAYS, "day", "CAME", "CLOSED"));
        figures.days()
                .forEach(each -> rows.add(row(each.day().toString(), each.came(), each.closed())));
        rows.add(head(Section.CATEGORIES, "category", "CAME", "CLOSED"));
        figures.categories()
                .forEach(each -> rows.add(row(each.name(locale), each.came(), each.closed())));
        rows.add(head(Section.PLACES, "place", "CAME", "CLOSED", "OPEN", "OVERDUE"));
        figures.places()
                .forEach(each ->
                        rows.add(
                                row(
                                        each.name(),
                                        each.came(),
                                        each.closed(),
                                        each.open(),
                                        each.overdue())));
        work(rows, figures);
        rows.add(List.of(words.text(locale, "bulletin.terms")));
        figures.terms()
                .forEach(
                        each -> rows.add(List.of(word("measure." + each.of()), each.text(locale))));
        return rows;
    }

    private void totals(List<List<String>> rows, Figures figures) {
        rows.add(head(Section.TOTALS, "measure", "now", "before", "year-ago"));
        figures.totals()
                .forEach(each ->
                        rows.add(
                                row(
                                        word("measure." + each.measure()),
                                        each.now(),
                                        each.before(),
                                        each.yearAgo())));
        if (figures.reports() != null) {
            rows.add(row(word("measure.REPORTS"), figures.reports()));
        }
    }

    private void work(List<List<String>> rows, Figures figures) {
        rows.add(head(Section.RATES, "rate", "share", "cases"));
        figures.rates()
                .forEach(each ->
                        rows.add(
                                List.of(
                                        word("rate." + each.rate()),
                                        each.shown() ? "%.4f".formatted(each.value()) : "",
                                        Integer.toString(each.cases()))));
        if (!figures.calls().isEmpty()) {
            rows.add(
                    head(
                            Section.CALLS,
                            "category",
                            "stated",
                            "answered",
                            "drawn",
                            "drawn-share",
                            "reached"));
        }
        figures.calls()
                .forEach(each ->
                        rows.add(
                                List.of(
                                        each.name(locale),
                                        each.stated(),
                                        Integer.toString(each.answered()),
                                        Integer.toString(each.drawn()),
                                        "%.4f".formatted(each.share()),
                                        Integer.toString(each.reached()))));
        rows.add(head(Section.TOPICS, "topic", "matters"));
        figures.topics().forEach(each -> rows.add(row(each.name(), each.matters())));
        rows.add(head(Section.MEETINGS, "level", "held", "missed"));
        figures.meetings()
                .forEach(each ->
                        rows.add(row(word("level." + each.level()), each.held(), each.missed())));
        rows.add(head(Section.ORDERS, "issued", "closed", "running", "late"));
        var orders = figures.orders();
        rows.add(row("", orders.issued(), orders.closed(), orders.running(), orders.late()));
    }

    private String word(String key) {
        return words.text(locale, "bulletin." + key);
    }

    private List<String> head(Section section, String... columns) {
        return Stream.concat(
                        Stream.of(word("section." + section)),
                        Arrays.stream(columns).map(each -> word("column." + each)))
                .toList();
    }

    private static List<String> row(String name, @Nullable Integer... values) {
        return Stream.concat(
                        Stream.of(name),
                        Arrays.stream(values).map(each -> each == null ? "" : each.toString()))
                .toList();
    }
}
