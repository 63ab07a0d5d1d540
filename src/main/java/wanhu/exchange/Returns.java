package wanhu.exchange;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Ids;
import wanhu.base.Words;
import wanhu.exchange.Going.Event;
import wanhu.life.By;
import wanhu.life.Life;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;

/**
 * Writes down what came back: the row and the line of the matter's timeline in one transaction,
 * each once.
 */
@Service
class Returns {
    /** Begins a fault when they may have it all the same. */
    static final String UNSURE = "? ";

    private static final By BY = new By.Rule("exchange");
    private static final int ANSWER_CHARACTERS_MAX = 5_000;

    /** It becomes part of an address. */
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** The same of a token, which others make as they like. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{1,200}");

    /** Names of the reasons for which a matter is declined. */
    static final Set<String> DECLINES =
            Arrays.stream(Reason.Decline.values()).map(Enum::name).collect(Collectors.toSet());

    private static final int STATE_MAX = 60;
    private static final int FAULT_MAX = 300;
    private static final int NOTE_CHARACTERS_MAX = 1_500;

    private final HandoverStore store;
    private final Matters matters;
    private final Words words;
    private final Clock clock;

    Returns(HandoverStore store, Matters matters, Words words, Clock clock) {
        this.store = store;
        this.matters = matters;
        this.words = words;
        this.clock = clock;
    }

    /** They have it; the resident reads who works on it. */
    @Transactional
    void taken(Partner partner, Handover handover, String number) {
        if (!NUMBER.matcher(number).matches()) {
            refused(partner, handover, new Said.No(0, UNSURE + "no number", ""));
            return;
        }
        happened(handover, Event.TAKEN)
                .ifPresent(now -> {
                    keep(now, new Handover.There(number, ""));
                    note(now, "exchange.line.taken", partner.name(), number);
                    var told = text(now, "exchange.told.taken", partner.name());
                    say(now, new Step.Progress(told));
                });
    }

    /** They took it, and give it a number later. */
    @Transactional
    void promised(Partner partner, Handover handover, String token) {
        if (!TOKEN.matcher(token).matches()) {
            refused(partner, handover, new Said.No(0, UNSURE + "no number", ""));
            return;
        }
        happened(handover, Event.PROMISED)
                .ifPresent(now -> {
                    var at = clock.instant();
                    var next = now.state().due() ? at : null;
                    var fresh = new Handover.Try("", 0, next, 0, "");
                    save(now.left(new Handover.Posted(at, token)), fresh, now.there());
                    note(now, "exchange.line.unnumbered", partner.name());
                });
    }

    /**
     * Writes down that it is being sent, so that whoever is killed in the middle leaves word; false
     * when somebody else does, or it is elsewhere by now.
     */
    @Transactional
    boolean sending(Handover handover) {
        var now = same(handover).filter(each -> each.posted().equals(handover.posted()));
        now.filter(each -> each.posted().at() == null)
                .ifPresent(each -> {
                    var at = new Handover.Posted(clock.instant(), "");
                    save(each.left(at), each.done(), each.there());
                });
        return now.isPresent();
    }

    /** Codes have no name there. */
    @Transactional
    void unmapped(Handover handover, List<String> missing) {
        var look = clock.instant().plus(Waits.LOOK);
        var said = new Handover.Try(String.join(" ", missing), 0, look, 0, "");
        happened(handover, Event.LACKS).ifPresent(now -> save(now, said, now.there()));
    }

    /** They will not take it. */
    @Transactional
    void refused(Partner partner, Handover handover, Said.No no) {
        int attempts = handover.done().attempts() + 1;
        var why = cut(reasoned(handover, reason(partner, no.reason()), no.why()), FAULT_MAX);
        boolean unsure = why.startsWith(UNSURE);
        happened(handover, Event.REFUSED)
                .ifPresent(now -> {
                    var left = unsure ? now : now.left(Handover.Posted.NOTHING);
                    var look = clock.instant().plus(Waits.LOOK);
                    save(left, new Handover.Try("", attempts, look, no.status(), why), now.there());
                    var line = unsure ? "exchange.line.unsure" : "exchange.line.refused";
                    note(now, line, partner.name(), why);
                });
    }

    /**
     * Nobody answered; what somebody did meanwhile has its own time.
     *
     * @param arrived whether they may have heard all the same
     */
    @Transactional
    void silent(Handover handover, Handover.Try done, boolean arrived) {
        same(handover)
                .map(now -> arrived ? now : now.left(handover.posted()))
                .ifPresent(now -> save(now, done, now.there()));
    }

    /** It ended here, or must not leave any more. */
    @Transactional
    void over(Handover handover) {
        happened(handover, Event.OVER).ifPresent(now -> keep(now, now.there()));
    }

    /** How it stands there; a state that the table does not know waits for people, and goes on. */
    @Transactional
    void looked(Partner partner, Handover handover, Theirs theirs) {
        if (theirs.gaveBack()) {
            gaveBack(partner, handover, theirs);
        } else if (theirs.answered()) {
            var answer = cut(theirs.answer(), ANSWER_CHARACTERS_MAX);
            happened(handover, Event.ANSWERED)
                    .ifPresent(now -> {
                        keep(now, there(now, theirs, answer, ""));
                        note(now, "exchange.line.answered", partner.name(), answer);
                    });
        } else {
            var missing = theirs.known() ? "" : "state." + cut(theirs.state(), STATE_MAX);
            var next = clock.instant().plus(Waits.ASK);
            var tried = new Handover.Try(missing, 0, next, 0, "");
            same(handover).ifPresent(now -> save(now, tried, there(now, theirs, "", "")));
        }
    }

    /** What was withdrawn there while we wanted it back was let go because of that. */
    private void gaveBack(Partner partner, Handover handover, Theirs theirs) {
        var gone =
                theirs.withdrawn() ? happened(handover, Event.LET_GO) : Optional.<Handover>empty();
        if (gone.isPresent()) {
            keep(gone.get(), there(gone.get(), theirs, "", ""));
            note(handover, "exchange.line.taken-back", partner.name(), "");
            return;
        }
        var reason = reason(partner, theirs.reason());
        happened(handover, Event.GAVE_BACK)
                .ifPresent(now -> {
                    keep(now, there(now, theirs, cut(theirs.why(), ANSWER_CHARACTERS_MAX), reason));
                    var why = reasoned(now, reason, theirs.why());
                    note(now, "exchange.line.returned", partner.name(), why);
                });
    }

    /**
     * They keep what we want back; what they ended meanwhile counts. When it has ended here, a
     * person talks to them.
     */
    @Transactional
    void kept(Partner partner, Handover handover, Theirs theirs, String why) {
        if (theirs.gaveBack() || theirs.answered()) {
            looked(partner, handover, theirs);
            return;
        }
        boolean open = matters.get(handover.county(), handover.matter()).stage().open();
        happened(handover, open ? Event.KEPT : Event.LEFT)
                .ifPresent(now -> {
                    var next = clock.instant().plus(open ? Waits.ASK : Waits.LOOK);
                    var said = open ? "" : cut(why, FAULT_MAX);
                    var tried = new Handover.Try("", 0, next, 0, said);
                    save(now, tried, there(now, theirs, "", ""));
                    note(now, "exchange.line.kept", partner.name(), why);
                });
    }

    private static Handover.There there(
            Handover handover, Theirs theirs, String said, String reason) {
        var number = handover.there().number();
        return new Handover.There(number, cut(theirs.state(), STATE_MAX), said, reason);
    }

    /** A reason of theirs as one of ours; empty when the table does not know it. */
    private static String reason(Partner partner, String theirs) {
        return partner.mapping()
                .ours("reason", theirs)
                .or(() -> Optional.of(theirs))
                .filter(DECLINES::contains)
                .orElse("");
    }

    private String reasoned(Handover handover, String reason, String why) {
        return reason.isEmpty()
                ? why
                : text(
                        handover,
                        "exchange.reasoned",
                        text(handover, "life.decline." + reason),
                        why);
    }

    /** Where it stands now, and afterwards; empty when something else happened before. */
    private Optional<Handover> happened(Handover handover, Event event) {
        return store.lock(handover.county(), handover.id())
                .flatMap(now -> Going.next(now.state(), event).map(now::to));
    }

    /** Where it stands when nothing happened to it since it was claimed. */
    private Optional<Handover> same(Handover handover) {
        return store.lock(handover.county(), handover.id())
                .filter(now -> now.state() == handover.state());
    }

    /** What goes on by itself is asked after in a while. */
    private void keep(Handover now, Handover.There there) {
        var next = now.state().due() ? clock.instant().plus(Waits.ASK) : null;
        save(now, new Handover.Try("", 0, next, 0, ""), there);
    }

    private void save(Handover now, Handover.Try done, Handover.There there) {
        store.update(now.now(now.state(), done, there), clock.instant());
    }

    /** A line that only staff reads. */
    void note(Handover handover, String word, Object... said) {
        say(handover, new Step.Remark(cut(text(handover, word, said), NOTE_CHARACTERS_MAX)));
    }

    private String text(Handover handover, String word, Object... arguments) {
        return words.text(handover.county(), Locale.CHINESE, word, arguments);
    }

    /** What has ended here gets no more lines. */
    private void say(Handover handover, Step step) {
        var matter = matters.get(handover.county(), handover.matter());
        if (Life.allows(matter.stage(), step)) {
            matters.take(
                    BY,
                    new Taking(
                            matter.county(),
                            matter.id(),
                            Taking.ANY_VERSION,
                            Ids.next(),
                            step,
                            null,
                            null));
        }
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
