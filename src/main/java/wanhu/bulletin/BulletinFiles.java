package wanhu.bulletin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.ForMatters;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.export.Exports;
import wanhu.export.Mark;
import wanhu.export.MarkedTable;
import wanhu.org.Units;

/** The tables of a bulletin as a file. */
@Controller
@ForMatters
class BulletinFiles {
    private final Bulletins bulletins;
    private final Exports exports;
    private final Units units;
    private final Words words;

    BulletinFiles(Bulletins bulletins, Exports exports, Units units, Words words) {
        this.bulletins = bulletins;
        this.exports = exports;
        this.units = units;
        this.words = words;
    }

    @GetMapping(BulletinPages.PATH + "/{bulletin}/tables.csv")
    void csv(Actor actor, @PathVariable UUID bulletin, Locale locale, HttpServletResponse response)
            throws IOException {
        var known = bulletins.get(actor, bulletin);
        table(known, locale).csv(taken(actor, known, locale), response);
    }

    @GetMapping(BulletinPages.PATH + "/{bulletin}/tables.xlsx")
    void excel(
            Actor actor, @PathVariable UUID bulletin, Locale locale, HttpServletResponse response)
            throws IOException {
        var known = bulletins.get(actor, bulletin);
        table(known, locale).excel(taken(actor, known, locale), response);
    }

    private Mark taken(Actor actor, Bulletin bulletin, Locale locale) {
        return exports.take(
                actor,
                Act.of(Verb.EXPORTED, "bulletins")
                        .with("bulletin", bulletin.id())
                        .with("version", bulletin.version()),
                locale);
    }

    private MarkedTable table(Bulletin bulletin, Locale locale) {
        return new MarkedTable(
                "bulletin-%s-%d".formatted(bulletin.period().from(), bulletin.version()),
                words.text(locale, "bulletin.title"),
                rows(bulletin, locale));
    }

    private List<List<String>> rows(Bulletin bulletin, Locale locale) {
        var unit = units.get(bulletin.county(), bulletin.unit()).name();
        var rows = new ArrayList<List<String>>();
        rows.add(
                List.of(
                        bulletin.title(),
                        unit,
                        bulletin.period().from().toString(),
                        bulletin.period().until().toString(),
                        words.text(locale, "bulletin.version", bulletin.version())));
        rows.addAll(new Tables(words, locale).rows(bulletin.figures()));
        return rows;
    }
}
