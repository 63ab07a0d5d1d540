package wanhu.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Word;
import wanhu.shell.BesideMatter;

/** What a matter cites, on the page of the matter. */
@Component
class CitedBlock implements BesideMatter {
    private final Citations citations;

    CitedBlock(Citations citations) {
        this.citations = citations;
    }

    @Override
    public Optional<Block> of(Actor actor, UUID matter, String number) {
        var lines =
                citations.ofMatter(actor.county(), matter).stream().map(CitedBlock::line).toList();
        var offer = new Offer("knowledge.cite.open", "/knowledge/cite/" + number);
        return Optional.of(new Block("knowledge.cite.title", lines, List.of(offer)));
    }

    private static Line line(Citations.Cited cited) {
        return new Line(
                new Word("knowledge.version.number", List.of(cited.version())),
                "plain",
                cited.title(),
                cited.by(),
                "/knowledge/" + cited.article() + "?version=" + cited.version(),
                cited.at());
    }
}
