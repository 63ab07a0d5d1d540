package wanhu.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import wanhu.base.Wall;
import wanhu.life.Matter;
import wanhu.matter.SentMatters;
import wanhu.message.Lanes;

/**
 * Sends what was handed over and asks after it. Each partner has a thread of its own; one that does
 * not answer is left alone for a while, longer each time. Rows are claimed outside of any
 * transaction: whoever is killed leaves them to the next, and the same key makes it one matter
 * there, however often it is sent.
 */
@Component
class HandoverRun implements DisposableBean {
    private static final int HTTP_OK = 200;
    private static final int BATCH_ROWS = 50;
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final HandoverStore store;
    private final PartnerStore resting;
    private final Partners partners;
    private final Speeches speeches;
    private final Letters letters;
    private final Returns returns;
    private final EndedHere ended;
    private final SentMatters matters;
    private final Clock clock;
    private final Lanes lanes = new Lanes();

    HandoverRun(
            HandoverStore store,
            PartnerStore resting,
            Partners partners,
            Speeches speeches,
            Letters letters,
            Returns returns,
            EndedHere ended,
            SentMatters matters,
            Clock clock) {
        this.store = store;
        this.resting = resting;
        this.partners = partners;
        this.speeches = speeches;
        this.letters = letters;
        this.returns = returns;
        this.ended = ended;
        this.matters = matters;
        this.clock = clock;
    }

    /** Every two seconds; waits for nobody. */
    @Scheduled(
            fixedDelayString = "${wanhu.exchange-tick:PT2S}",
            initialDelayString = "${wanhu.exchange-tick:PT8S}")
    void run() {
        begin();
    }

    /** Begins with what is due: one piece of work for each partner. */
    List<Future<?>> begin() {
        var now = clock.instant();
        var due = store.claim(now, now.plus(LEASE), BATCH_ROWS);
        return lanes.begin(due, Handover::partner, each -> Wall.whole((Runnable) () -> work(each)));
    }

    private void work(List<Handover> claimed) {
        claimed.stream().filter(each -> each.state().stuck()).forEach(ended::look);
        var all = claimed.stream().filter(each -> each.state().due()).toList();
        if (!all.isEmpty()) {
            call(all);
        }
    }

    private void call(List<Handover> all) {
        var first = all.getFirst();
        var partner = partners.find(first.county(), first.partner()).orElse(null);
        var now = clock.instant();
        if (partner == null) {
            later(all, now);
            return;
        }
        var rest = partner.rest().isAfter(now) ? partner.rest() : now;
        if (!partner.active() || rest.isAfter(now)) {
            later(all, rest);
            return;
        }
        var token = partners.token(partner);
        lanes.inTurn(
                partner.id(),
                all,
                each -> done(partner, token, each),
                each -> later(List.of(each), clock.instant()));
    }

    private void later(List<Handover> all, Instant from) {
        all.forEach(each -> store.later(each, from.plus(Waits.first())));
    }

    /** One of them; false when nobody answered. */
    private boolean done(Partner partner, String token, Handover handover) {
        return switch (handover.state()) {
            case UNNUMBERED -> numbered(partner, token, handover);
            case SENT -> asked(partner, token, handover);
            case ASKED_BACK -> takenBack(partner, token, handover);
            case WAITING, UNMAPPED, REFUSED, UNTOLD, ANSWERED, RETURNED, TAKEN_BACK, ENDED ->
                    sent(partner, token, handover);
        };
    }

    /**
     * Sends it, also when it has ended here while they may have it: only what has a number there
     * can be asked back.
     */
    private boolean sent(Partner partner, String token, Handover handover) {
        var found = matters.of(handover.county(), List.of(handover.matter()));
        if (found.isEmpty()) {
            returns.over(handover);
            return true;
        }
        var matter = found.getFirst();
        boolean leaves = Handovers.leaves(matter);
        if (matter.stage().unsolved() && leaves) {
            return sent(partner, token, handover, matter);
        }
        if (handover.posted().at() == null) {
            returns.over(handover);
            return true;
        }
        if (leaves && speeches.of(partner).once(partner)) {
            return sent(partner, token, handover, matter);
        }
        ended.untold(handover, matter);
        return true;
    }

    private boolean sent(Partner partner, String token, Handover handover, Matter matter) {
        int turn = 1 + store.before(handover);
        var letter = letters.of(matter, partner.mapping(), turn);
        if (!letter.missing().isEmpty()) {
            returns.unmapped(handover, letter.missing());
            return true;
        }
        var speech = speeches.of(partner);
        if (handover.posted().at() != null && !speech.once(partner)) {
            returns.refused(partner, handover, new Said.No(0, Returns.UNSURE + "stopped", ""));
            return true;
        }
        if (!returns.sending(handover)) {
            return true;
        }
        return switch (speech.send(partner, token, letter.body())) {
            case Said.Good(var body) -> {
                var number = body.path("number").asString("");
                var awaited = body.path("awaited").asString("");
                if (number.isEmpty() && !awaited.isEmpty()) {
                    returns.promised(partner, handover, awaited);
                } else {
                    returns.taken(partner, handover, number);
                }
                yield true;
            }
            case Said.No no -> {
                returns.refused(partner, handover, no);
                yield true;
            }
            case Said.Later later -> silent(partner, handover, later);
        };
    }

    /** Asks for the number that they did not give at once. */
    private boolean numbered(Partner partner, String token, Handover handover) {
        var awaited = handover.posted().token();
        return switch (speeches.of(partner).number(partner, token, awaited)) {
            case Said.Good(var body) -> {
                var number = body.path("number").asString("");
                if (number.isEmpty()) {
                    unnumbered(partner, handover, new Said.Later(HTTP_OK, "", true));
                } else {
                    returns.taken(partner, handover, number);
                }
                yield true;
            }
            case Said.No(int status, var why, _) -> {
                unnumbered(partner, handover, new Said.Later(status, why, true));
                yield true;
            }
            case Said.Later later -> {
                unnumbered(partner, handover, later);
                resting.rest(partner, clock.instant().plus(Waits.first()));
                yield false;
            }
        };
    }

    /** Whether they are mute or say that there is none yet: not for ever. */
    private void unnumbered(Partner partner, Handover handover, Said.Later said) {
        var over = ended.matter(handover);
        if (over.isPresent()) {
            ended.untold(handover, over.get());
            return;
        }
        var now = clock.instant();
        var end = Objects.requireNonNull(handover.posted().at()).plus(Waits.NUMBER);
        if (now.isBefore(end)) {
            returns.silent(handover, Waits.again(handover, said, now).notAfter(end), true);
        } else {
            var no = new Said.No(said.status(), Returns.UNSURE + "no number", "");
            returns.refused(partner, handover, no);
        }
    }

    private boolean asked(Partner partner, String token, Handover handover) {
        var over = ended.matter(handover);
        if (over.isPresent() && partner.language().givesBack()) {
            ended.askBack(handover, over.get());
            return true;
        }
        return switch (speeches.of(partner).look(partner, token, handover.there().number())) {
            case Said.Good(var body) -> {
                returns.looked(partner, handover, theirs(partner, token, handover, body));
                over.ifPresent(matter -> ended.untold(handover, matter));
                yield true;
            }
            case Said.No(int status, var why, _) ->
                    silent(partner, handover, new Said.Later(status, why, true));
            case Said.Later later -> silent(partner, handover, later);
        };
    }

    private Theirs theirs(Partner partner, String token, Handover handover, JsonNode body) {
        var state = body.path("stage").asString("");
        var stage = partner.mapping().state(state);
        var ending = body.path("ending");
        boolean back = Theirs.gaveBack(stage);
        return new Theirs(
                state,
                stage,
                ending.path("answer").asString(""),
                ending.path("reason").asString(""),
                back ? speeches.of(partner).told(partner, token, handover.there().number()) : "");
    }

    /** Whatever they say to our wish, how it stands there is what counts. */
    private boolean takenBack(Partner partner, String token, Handover handover) {
        return switch (speeches.of(partner).takeBack(partner, token, handover)) {
            case Said.Good _ -> lookedAt(partner, token, handover, "");
            case Said.No(int status, var why, _) ->
                    lookedAt(partner, token, handover, why.isEmpty() ? "http " + status : why);
            case Said.Later later -> silent(partner, handover, later);
        };
    }

    private boolean lookedAt(Partner partner, String token, Handover handover, String why) {
        return switch (speeches.of(partner).look(partner, token, handover.there().number())) {
            case Said.Good(var body) -> {
                var theirs = theirs(partner, token, handover, body);
                if (why.isEmpty()) {
                    returns.looked(partner, handover, theirs);
                } else {
                    returns.kept(partner, handover, theirs, why);
                }
                yield true;
            }
            case Said.No(int status, var no, _) ->
                    silent(partner, handover, new Said.Later(status, no, true));
            case Said.Later later -> silent(partner, handover, later);
        };
    }

    /** Nobody knows: tried again, later each time; the others of this partner wait with it. */
    private boolean silent(Partner partner, Handover handover, Said.Later later) {
        var now = clock.instant();
        returns.silent(handover, Waits.again(handover, later, now), later.arrived());
        resting.rest(partner, now.plus(Waits.first()));
        return false;
    }

    @Override
    public void destroy() {
        lanes.close();
    }
}
