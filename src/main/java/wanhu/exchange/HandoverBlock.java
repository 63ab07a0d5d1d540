package wanhu.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Word;
import wanhu.matter.Matters;
import wanhu.shell.BesideMatter;

/** What other systems have of a matter, on the page of the matter. */
@Component
class HandoverBlock implements BesideMatter {
    private static final int LINES_MAX = 3;

    private final Handovers handovers;
    private final TheirNumbers theirs;
    private final Partners partners;
    private final Matters matters;

    HandoverBlock(Handovers handovers, TheirNumbers theirs, Partners partners, Matters matters) {
        this.handovers = handovers;
        this.theirs = theirs;
        this.partners = partners;
        this.matters = matters;
    }

    @Override
    public Optional<Block> of(Actor actor, UUID id, String number) {
        var all = handovers.of(actor.county(), id);
        var from = theirs.of(actor.county(), id);
        var known = partners.list(actor.county());
        if (known.isEmpty() && from.isEmpty()) {
            return Optional.empty();
        }
        var matter = matters.get(actor, id);
        var lines = new ArrayList<Line>();
        from.forEach(origin ->
                lines.add(
                        new Line(
                                new Word("exchange.origin", List.of(origin)),
                                "plain",
                                "",
                                "",
                                null,
                                matter.times().reported())));
        all.stream().limit(LINES_MAX).map(each -> line(each, known)).forEach(lines::add);
        var offers = new ArrayList<Offer>();
        if (handovers.may(actor, matter) && !known.isEmpty()) {
            offers.add(new Offer("exchange.hand", "/exchange/matters/" + number));
        }
        if (all.stream().anyMatch(each -> each.unit().equals(actor.unit()))) {
            offers.add(new Offer("exchange.title", "/exchange"));
        }
        return lines.isEmpty() && offers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block("exchange.block", lines, offers));
    }

    private static Line line(Handover handover, List<Partner> known) {
        var name = name(handover, known);
        return new Line(
                new Word("exchange.state." + handover.state(), List.of()),
                ExchangePages.look(handover.state()),
                text(handover),
                name,
                null,
                handover.changed());
    }

    /** What they said; before that why we want it back, or their number. */
    private static String text(Handover handover) {
        var there = handover.there();
        return Stream.of(there.answer(), handover.back(), there.number())
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String name(Handover handover, List<Partner> known) {
        return known.stream()
                .filter(each -> each.id().equals(handover.partner()))
                .map(Partner::name)
                .findFirst()
                .orElse("");
    }
}
