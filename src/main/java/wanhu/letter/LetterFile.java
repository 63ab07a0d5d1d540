package wanhu.letter;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.base.Words;
import wanhu.export.MarkedTable;
import wanhu.org.Units;

/** The register of letters (发文登记簿) for spreadsheets, without what they say. */
@Component
class LetterFile {
    private static final List<String> COLUMNS =
            List.of("number", "kind", "unit", "about", "to", "issued", "state");

    private final Words words;
    private final Units units;

    LetterFile(Words words, Units units) {
        this.words = words;
        this.units = units;
    }

    MarkedTable table(List<Letter> letters, Locale locale) {
        var head = COLUMNS.stream().map(each -> words.text(locale, "letter.column." + each));
        return new MarkedTable(
                "letters",
                words.text(locale, "letter.title"),
                Stream.concat(
                                Stream.of(head.toList()),
                                letters.stream().map(each -> cells(each, locale)))
                        .toList());
    }

    private List<String> cells(Letter letter, Locale locale) {
        var to = letter.about().to();
        return List.of(
                letter.number().text(),
                words.text(locale, "letter.kind." + letter.kind()),
                units.get(letter.county(), letter.unit()).name(),
                letter.about().number(),
                to == null ? "" : units.get(letter.county(), to).name(),
                letter.issued().day().toString(),
                words.text(locale, "letter.state." + letter.state()));
    }
}
