package wanhu.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.org.Level;
import wanhu.overview.Overview.Line;
import wanhu.rate.Rate;
import wanhu.rate.RateFigures;

/** The lines of an overview as they stand in a file, with what they mean. */
record OverviewTable(Words words, Locale locale) {
    private static final int RATE_DECIMALS = 4;

    List<List<String>> rows(Overview on) {
        var rows = new ArrayList<List<String>>();
        rows.add(head(on));
        rows.add(row(on.whole(), on));
        on.below().forEach(line -> rows.add(row(line, on)));
        rows.add(List.of(words.text(locale, "overview.definition.open")));
        rows.add(List.of(words.text(locale, "overview.definition.left")));
        rows.add(
                List.of(
                        words.text(
                                locale,
                                "overview.file.time",
                                on.spans().from().toString(),
                                on.spans().until().toString(),
                                on.spans()
                                        .counted()
                                        .atZone(Zones.CHINA)
                                        .toLocalDateTime()
                                        .toString())));
        return rows;
    }

    private List<String> head(Overview on) {
        var head = new ArrayList<String>();
        for (String word : List.of("unit", "open", "soon", "overdue", "came", "solved", "median")) {
            head.add(words.text(locale, "overview." + word));
        }
        if (on.spans().hasRates()) {
            for (Rate rate : Rate.values()) {
                head.add(words.text(locale, "rate." + rate));
            }
        }
        return head;
    }

    private static List<String> row(Line line, Overview on) {
        boolean grid = line.unit().level() == Level.GRID;
        var cells = new ArrayList<String>();
        cells.add(line.unit().name());
        cells.add(Integer.toString(line.now().open()));
        cells.add(Integer.toString(line.now().soon()));
        cells.add(Integer.toString(line.now().overdue()));
        cells.add(Integer.toString(line.recent().came()));
        cells.add(grid ? "" : Integer.toString(line.recent().solved()));
        cells.add(grid ? "" : OverviewPage.median(line.recent()));
        if (on.spans().hasRates() && !grid) {
            line.rates().shares().forEach(each -> cells.add(share(each)));
        }
        return cells;
    }

    private static String share(RateFigures.Share share) {
        return share.shown()
                ? String.format(Locale.ROOT, "%." + RATE_DECIMALS + "f", share.value())
                : "";
    }
}
