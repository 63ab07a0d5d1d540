package wanhu.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Refused;
import wanhu.life.Channel;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.suggest.Offer;
import wanhu.suggest.Offers;

/**
 * Turns a resident's draft into a report: what is wrong with it, what will be seen, the sending.
 */
@Service
class Reporting {
    private final Places places;
    private final Topics topics;
    private final Alikes alikes;
    private final Offers offers;
    private final Reports reports;
    private final Clock clock;

    Reporting(
            Places places,
            Topics topics,
            Alikes alikes,
            Offers offers,
            Reports reports,
            Clock clock) {
        this.places = places;
        this.topics = topics;
        this.alikes = alikes;
        this.offers = offers;
        this.reports = reports;
        this.clock = clock;
    }

    /** The form with what was typed and what is wrong with it. */
    TextPage page(Draft draft, List<Fault> faults, Locale locale) {
        var place = place(draft);
        var category = topics.name(place.county(), checkedCategory(place, draft), locale);
        return new TextPage(draft, place, category, faults);
    }

    /** What will be sent, with others' matters that may be the same. */
    CheckPage check(Draft draft, Locale locale) {
        var place = place(draft);
        var category = topics.name(place.county(), checkedCategory(place, draft), locale);
        return new CheckPage(
                draft, place, category, alikes.near(place, draft), offer(place, draft));
    }

    /** What it may be about, for who did not know; she sends it as it is or takes one. */
    private Offer offer(Places.Place place, Draft draft) {
        return draft.category().equals(Topics.UNKNOWN)
                ? offers.residents(place.county(), draft.titleMade() + "\n" + draft.text())
                : Offer.NOTHING;
    }

    /** What is wrong with the draft; nothing when it can be sent. */
    List<Fault> faults(Draft draft) {
        var faults = new ArrayList<>(Checks.text(draft));
        var place = place(draft);
        if (!topics.known(place.county(), draft.category())) {
            faults.add(Fault.of("category", "intake.fault.category"));
        }
        if (draft.commandId().isEmpty()) {
            faults.add(Fault.of("text", "intake.fault.command"));
        }
        return faults;
    }

    /** Sends a draft without faults, which came by that channel. */
    @Transactional
    Receipt send(Draft draft, Channel channel) {
        return reports.report(null, report(draft, channel));
    }

    /**
     * Joins the matter of others instead of making one more.
     *
     * @throws Refused when it is none of those that were suggested
     */
    @Transactional
    Receipt join(Draft draft, String into) {
        var given = reports.given(place(draft).county(), command(draft));
        if (given.isPresent()) {
            return given.get();
        }
        var matter =
                alikes.matter(place(draft), draft, into)
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.CONFLICT, "intake.refused.join"));
        return reports.join(null, command(draft), matter, Drafts.contact(draft));
    }

    private Report report(Draft draft, Channel channel) {
        var place = place(draft);
        var unit =
                places.find(draft.placeMade())
                        .filter(each -> place.unit().path().contains(each.unit().path()))
                        .orElse(place)
                        .unit();
        return new Report(
                place.county(),
                command(draft),
                Drafts.content(draft, channel),
                unit.id(),
                draft.spot(),
                null,
                Drafts.contact(draft),
                clock.instant(),
                Drafts.complainedOf(draft, place));
    }

    private static UUID command(Draft draft) {
        return draft.commandId().orElseThrow();
    }

    private Places.Place place(Draft draft) {
        return places.find(draft.place())
                .filter(Places.Place::near)
                .orElseThrow(() -> new Refused(Refused.Kind.INVALID, "intake.refused.place"));
    }

    private String checkedCategory(Places.Place place, Draft draft) {
        return topics.known(place.county(), draft.category()) ? draft.category() : Topics.UNKNOWN;
    }
}
