package wanhu.letter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Word;
import wanhu.matter.Matters;
import wanhu.shell.BesideMatter;

/** The letters about a matter, on the page of the matter. */
@Component
class LetterBlock implements BesideMatter {
    /** The newest. */
    private static final int LINES_MAX = 5;

    private final Letters letters;
    private final Subjects subjects;
    private final Matters matters;

    LetterBlock(Letters letters, Subjects subjects, Matters matters) {
        this.letters = letters;
        this.subjects = subjects;
        this.matters = matters;
    }

    @Override
    public Optional<Block> of(Actor actor, UUID matter, String number) {
        var shown = matters.get(actor.county(), matter);
        var lines =
                letters.about(actor, matter).stream()
                        .limit(LINES_MAX)
                        .map(LetterBlock::line)
                        .toList();
        var offers =
                Stream.of(Kind.TRANSFER, Kind.REPLY)
                        .filter(kind -> subjects.offered(actor, kind, shown))
                        .map(kind ->
                                new Offer(
                                        "letter.write." + kind,
                                        "/letters/new?kind=" + kind + "&of=" + number))
                        .toList();
        return lines.isEmpty() && offers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block("letter.title", lines, offers));
    }

    private static Line line(Letter letter) {
        boolean gone = letter.withdrawn() != null;
        return new Line(
                new Word("letter.line." + letter.kind(), List.of(letter.number().text())),
                gone ? "plain" : "act",
                letter.text().title(),
                letter.issued().name(),
                "/letters/" + letter.id(),
                letter.issued().at());
    }
}
