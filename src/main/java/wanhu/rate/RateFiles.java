package wanhu.rate;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.export.Exports;
import wanhu.export.Mark;
import wanhu.export.MarkedTable;

/** The table of rates as a file, with the numbers behind each rate. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class RateFiles {
    private final RatePages pages;
    private final Rates rates;
    private final Exports exports;
    private final Words words;

    RateFiles(RatePages pages, Rates rates, Exports exports, Words words) {
        this.pages = pages;
        this.rates = rates;
        this.exports = exports;
        this.words = words;
    }

    @GetMapping(RatePages.PATH + ".csv")
    void csv(
            Actor actor, @ModelAttribute RateForm form, Locale locale, HttpServletResponse response)
            throws IOException {
        var asked = pages.asked(actor, form);
        var mark = taken(actor, asked, locale);
        table(actor, asked, locale).csv(mark, response);
    }

    @GetMapping(RatePages.PATH + ".xlsx")
    void excel(
            Actor actor, @ModelAttribute RateForm form, Locale locale, HttpServletResponse response)
            throws IOException {
        var asked = pages.asked(actor, form);
        var mark = taken(actor, asked, locale);
        table(actor, asked, locale).excel(mark, response);
    }

    private MarkedTable table(Actor actor, Rates.Asked asked, Locale locale) {
        return new MarkedTable(
                "rates-" + asked.months().from() + "-" + asked.months().until(),
                words.text(locale, "rate.title"),
                rows(actor, asked, locale));
    }

    private Mark taken(Actor actor, Rates.Asked asked, Locale locale) {
        return exports.take(
                actor,
                Act.of(Verb.EXPORTED, "rates")
                        .with("unit", asked.unit().id())
                        .with("from", asked.months().from())
                        .with("until", asked.months().until()),
                locale);
    }

    private List<List<String>> rows(Actor actor, Rates.Asked asked, Locale locale) {
        rates.follow(actor.county());
        var table = rates.table(actor.county(), asked);
        var rows = new ArrayList<List<String>>();
        rows.add(head(locale));
        rows.add(row(asked.unit().name(), "", table.whole(), table.preset()));
        for (Rates.Volume volume : table.classes()) {
            for (Rates.Line line : volume.lines()) {
                var number = Integer.toString(volume.number() + 1);
                rows.add(row(line.unit().name(), number, line.score(), table.preset()));
            }
        }
        rows.add(List.of(words.text(locale, "rate.source"), table.preset().source().in(locale)));
        return rows;
    }

    private List<String> head(Locale locale) {
        var head = new ArrayList<String>();
        head.add(words.text(locale, "rate.unit"));
        head.add(words.text(locale, "rate.class"));
        head.add(words.text(locale, "rate.left"));
        for (Finding finding : Finding.values()) {
            head.add(words.text(locale, "rate.finding." + finding));
        }
        for (Rate rate : Rate.values()) {
            head.add(words.text(locale, "rate." + rate));
            head.add(words.text(locale, "rate.cases"));
            head.add(words.text(locale, "rate.lower"));
        }
        head.add(words.text(locale, "rate.total"));
        return head;
    }

    private static List<String> row(String unit, String number, Score score, Preset preset) {
        var cells = new ArrayList<String>();
        cells.add(unit);
        cells.add(number);
        cells.add(Integer.toString(score.left(Finding.HANDLED)));
        for (Finding finding : Finding.values()) {
            cells.add(Integer.toString(score.count(finding)));
        }
        for (Rate rate : Rate.values()) {
            var figure = score.figure(rate, preset.least());
            cells.add(figure.shown() ? decimal(figure.value()) : "");
            cells.add(Integer.toString(figure.cases()));
            cells.add(figure.shown() ? decimal(figure.lower()) : "");
        }
        var total = score.total(preset);
        cells.add(total.isPresent() ? decimal(total.getAsDouble()) : "");
        return cells;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
