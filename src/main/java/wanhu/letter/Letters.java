package wanhu.letter;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.matter.MatterRounds;
import wanhu.matter.Matters;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.paper.Paper;

/** The door to letters that were issued: found, taken away as files, withdrawn. */
@Service("issuedLetters")
class Letters {
    static final int ROWS_MAX = 50;
    static final int EXPORT_ROWS_MAX = 5_000;
    static final int REASON_CHARACTERS_MAX = 500;

    private final LetterStore store;
    private final Matters matters;
    private final MatterRounds shut;
    private final Units units;
    private final Words words;
    private final Audit audit;
    private final Clock clock;

    Letters(
            LetterStore store,
            Matters matters,
            MatterRounds shut,
            Units units,
            Words words,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.matters = matters;
        this.shut = shut;
        this.units = units;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A letter of the post's units, or to them.
     *
     * @throws Refused MISSING when there is none for this post
     */
    @Transactional(readOnly = true)
    Letter get(Actor actor, UUID id) {
        return store.find(actor.county(), id)
                .filter(letter -> sees(actor, letter))
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "letter.refused.missing"));
    }

    private boolean sees(Actor actor, Letter letter) {
        if (actor.role().apart() || !(covers(actor, letter.unit()) || receives(actor, letter))) {
            return false;
        }
        var matter = letter.about().matter();
        return matter == null
                || !matters.get(letter.county(), matter).about().privacy().shutTo(actor.path());
    }

    private boolean receives(Actor actor, Letter letter) {
        var to = letter.about().to();
        return to != null && covers(actor, to);
    }

    private boolean covers(Actor actor, UUID unit) {
        return units.tree(actor.county())
                .find(unit)
                .filter(each -> actor.covers(each.path()))
                .isPresent();
    }

    /** Letters about a thing that the post has already been shown, as far as it sees them. */
    @Transactional(readOnly = true)
    List<Letter> about(Actor actor, UUID thing) {
        return store.about(actor.county(), thing).stream()
                .filter(letter -> sees(actor, letter))
                .toList();
    }

    /** A piece of the list, newest first. */
    @Transactional(readOnly = true)
    Page<Letter> page(Actor actor, Filter filter) {
        var wanted = wanted(actor, filter);
        var rows = store.list(wanted, filter.after(), ROWS_MAX + 1);
        boolean more = rows.size() > ROWS_MAX;
        var shown = more ? rows.subList(0, ROWS_MAX) : rows;
        return new Page<>(
                shown, store.count(wanted), more ? shown.getLast().id().toString() : null);
    }

    /** All of it, at most {@value #EXPORT_ROWS_MAX} rows. */
    @Transactional(readOnly = true)
    List<Letter> all(Actor actor, Filter filter) {
        return store.list(wanted(actor, filter), null, EXPORT_ROWS_MAX);
    }

    private Map<String, Object> wanted(Actor actor, Filter filter) {
        var wanted = new HashMap<>(filter.parameters());
        wanted.put("county", actor.county());
        wanted.put(
                "units",
                actor.role().apart()
                        ? new UUID[0]
                        : units.tree(actor.county()).subtree(actor.path()).stream()
                                .map(Unit::id)
                                .toArray(UUID[]::new));
        wanted.put("shut", shut.shutTo(actor.county(), actor.path()).toArray(UUID[]::new));
        return wanted;
    }

    /** Whether the post may withdraw the letter: it is one of its own unit and still in force. */
    boolean mayWithdraw(Actor actor, Letter letter) {
        return letter.withdrawn() == null
                && !letter.disposed()
                && letter.unit().equals(actor.unit())
                && Subjects.writes(actor);
    }

    /**
     * Withdraws a letter: its number stays taken, and each copy printed from now on says so.
     *
     * @throws Refused MISSING, FORBIDDEN, INVALID without a reason, CONFLICT when it was withdrawn
     */
    @Transactional
    void withdraw(Actor actor, UUID id, String reason) {
        var letter = get(actor, id);
        var said = reason.strip();
        boolean again = letter.withdrawn() != null;
        Refused.unless(Refused.Kind.CONFLICT, !again, "letter.refused.withdrawn");
        Refused.unless(Refused.Kind.FORBIDDEN, mayWithdraw(actor, letter), "letter.refused.writer");
        Refused.unless(
                Refused.Kind.INVALID,
                said.length() >= 2 && said.length() <= REASON_CHARACTERS_MAX,
                "letter.refused.reason",
                REASON_CHARACTERS_MAX);
        var withdrawn =
                new Letter.Withdrawn(clock.instant(), actor.title() + " " + actor.name(), said);
        Refused.unless(
                Refused.Kind.CONFLICT,
                store.withdraw(letter, withdrawn),
                "letter.refused.withdrawn");
        audit.record(
                actor,
                Act.of(Verb.LETTER_HANDLED, id)
                        .with("act", "withdraw")
                        .because(said)
                        .with("number", letter.number().text()));
    }

    /**
     * The paper of a letter, for a file that leaves; who took it is recorded.
     *
     * @throws Refused MISSING, or RULE when its time of keeping was over and it is gone
     */
    @Transactional
    Paper take(Actor actor, UUID id, String form) {
        var letter = get(actor, id);
        Refused.unless(Refused.Kind.RULE, !letter.disposed(), "letter.refused.disposed");
        audit.record(
                actor,
                Act.of(Verb.LETTER_HANDLED, id)
                        .with("act", "take")
                        .with("number", letter.number().text())
                        .with("form", form));
        return paper(letter);
    }

    /** The paper of a letter; of a withdrawn one each page says so. */
    Paper paper(Letter letter) {
        var gone = letter.withdrawn();
        return letter.paper(
                gone == null
                        ? ""
                        : words.text(
                                Locale.CHINESE,
                                "letter.stamp.withdrawn",
                                Zones.day(gone.at()).toString()));
    }
}
