package wanhu.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Refused;
import wanhu.knowledge.Audience;
import wanhu.knowledge.Finder;
import wanhu.knowledge.Found;
import wanhu.life.Channel;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.suggest.Offer;
import wanhu.suggest.Offers;
import wanhu.vault.PrivacyNotices;

/**
 * Turns a resident's draft into a report: what is wrong with it, what will be seen, the sending.
 */
@Service
class Reporting {
    private static final int ANSWERS_MAX = 3;

    private final Places places;
    private final Topics topics;
    private final Alikes alikes;
    private final Offers offers;
    private final Finder knowledge;
    private final Reports reports;
    private final PrivacyNotices notices;
    private final Clock clock;

    Reporting(
            Places places,
            Topics topics,
            Alikes alikes,
            Offers offers,
            Finder knowledge,
            Reports reports,
            PrivacyNotices notices,
            Clock clock) {
        this.places = places;
        this.topics = topics;
        this.alikes = alikes;
        this.offers = offers;
        this.knowledge = knowledge;
        this.reports = reports;
        this.notices = notices;
        this.clock = clock;
    }

    /** The form with what was typed and what is wrong with it. */
    TextPage page(Draft draft, List<Fault> faults, Locale locale) {
        var place = place(draft);
        var category = topics.name(place.county(), checkedCategory(place, draft), locale);
        return new TextPage(draft, place, category, faults, notices.now());
    }

    /** What will be sent, with others' matters that may be the same. */
    CheckPage check(Draft draft, Locale locale) {
        var place = place(draft);
        var category = topics.name(place.county(), checkedCategory(place, draft), locale);
        return new CheckPage(
                draft,
                place,
                category,
                alikes.near(place, draft),
                offer(place, draft),
                answers(place, draft));
    }

    /** What may answer her already; a report of wrongdoing has no ready answer. */
    private List<Found> answers(Places.Place place, Draft draft) {
        var told = draft.titleMade() + "\n" + draft.text();
        return draft.wrongdoing()
                ? List.of()
                : knowledge.near(place.county(), told, Audience.PUBLIC, ANSWERS_MAX);
    }

    /** What it may be about, for who did not know; she sends it as it is or takes one. */
    private Offer offer(Places.Place place, Draft draft) {
        return draft.category().equals(Topics.UNKNOWN)
                ? offers.residents(place.county(), draft.titleMade() + "\n" + draft.text())
                : Offer.NOTHING;
    }

    /**
     * What another system sends.
     *
     * @param desk the unit that finds out what or where it is; null when it goes its way
     */
    record Sent(Draft draft, Channel channel, @Nullable UUID desk) {}

    /** What is wrong with the draft; nothing when it can be sent. */
    List<Fault> faults(Draft draft) {
        return faults(draft, place(draft));
    }

    List<Fault> faults(Sent sent) {
        return faults(sent.draft(), place(sent));
    }

    private List<Fault> faults(Draft draft, Places.Place place) {
        var faults = new ArrayList<>(Checks.text(draft));
        if (!topics.known(place.county(), draft.category())) {
            faults.add(Fault.of("category", "intake.fault.category"));
        }
        if (draft.commandId().isEmpty()) {
            faults.add(Fault.of("text", "intake.fault.command"));
        }
        int shown = draft.care().notice();
        if (shown != 0 && shown != notices.now().number()) {
            faults.add(Fault.of("notice", "intake.fault.notice"));
        }
        return faults;
    }

    /** Sends a draft without faults, which came by that channel. */
    @Transactional
    Receipt send(Draft draft, Channel channel) {
        return send(new Sent(draft, channel, null));
    }

    @Transactional
    Receipt send(Sent sent) {
        return reports.report(null, report(sent, place(sent)));
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

    private Report report(Sent sent, Places.Place place) {
        var draft = sent.draft();
        var unit =
                places.find(draft.placeMade())
                        .filter(each -> place.unit().path().contains(each.unit().path()))
                        .orElse(place)
                        .unit();
        return new Report(
                place.county(),
                command(draft),
                Drafts.content(draft, sent.channel()),
                unit.id(),
                draft.spot(),
                sent.desk(),
                Drafts.contact(draft),
                clock.instant(),
                Drafts.complainedOf(draft, place));
    }

    private static UUID command(Draft draft) {
        return draft.commandId().orElseThrow();
    }

    private Places.Place place(Draft draft) {
        return places.find(draft.place()).filter(Places.Place::near).orElseThrow(Reporting::none);
    }

    private Places.Place place(Sent sent) {
        var code = sent.draft().place();
        return sent.desk() == null
                ? place(sent.draft())
                : places.find(code).orElseThrow(Reporting::none);
    }

    private static Refused none() {
        return new Refused(Refused.Kind.INVALID, "intake.refused.place");
    }

    private String checkedCategory(Places.Place place, Draft draft) {
        return topics.known(place.county(), draft.category()) ? draft.category() : Topics.UNKNOWN;
    }
}
