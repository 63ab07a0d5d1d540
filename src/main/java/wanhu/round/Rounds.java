package wanhu.round;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Fen;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.matter.Waiting;
import wanhu.org.Level;
import wanhu.org.Units;

/**
 * The door to meetings: called or due, begun, held item by item ({@link Decisions}), written up,
 * approved.
 */
@Service
public class Rounds {
    /** Longest minutes, in characters. */
    public static final int MINUTES_CHARACTERS_MAX = 30_000;

    private final RoundStore rounds;
    private final ItemStore items;
    private final Kinds kinds;
    private final Windows windows;
    private final Agenda agenda;
    private final MinutesDraft draft;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    Rounds(
            RoundStore rounds,
            ItemStore items,
            Kinds kinds,
            Windows windows,
            Agenda agenda,
            MinutesDraft draft,
            Units units,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.items = items;
        this.kinds = kinds;
        this.windows = windows;
        this.agenda = agenda;
        this.draft = draft;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The meeting, for staff of the body and of what lies above it.
     *
     * @throws Refused MISSING when there is none, or not for this post
     */
    @Transactional(readOnly = true)
    public Round get(Actor actor, UUID id) {
        return rounds.find(actor.county(), id)
                .filter(round -> sees(actor, round))
                .orElseThrow(Rounds::missing);
    }

    /**
     * The meeting also for staff below the body, who may read what concerns their own place.
     *
     * @throws Refused MISSING when there is none, or it is another's
     */
    @Transactional(readOnly = true)
    public Round look(Actor actor, UUID id) {
        return rounds.find(actor.county(), id)
                .filter(round ->
                        sees(actor, round)
                                || (reads(actor) && round.body().path().contains(actor.path())))
                .orElseThrow(Rounds::missing);
    }

    /** The list of a meeting: as frozen, with what was decided. */
    @Transactional(readOnly = true)
    public List<Item> items(Round round) {
        return items.list(round.county(), round.id());
    }

    /** What stands on the list of a meeting that is still open. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Round round) {
        return agenda.live(round, clock.instant());
    }

    /** Who was there. */
    @Transactional(readOnly = true)
    public List<Seat.Person> present(Round round) {
        return items.present(round.county(), round.id());
    }

    /**
     * Calls a meeting without a fixed date; its list is frozen at once.
     *
     * @param kind code of a kind whose cadence is {@link Cadence#NONE}
     * @return the meeting
     */
    @Transactional
    public UUID call(Actor actor, String kind) {
        var now = clock.instant();
        var known = kinds.get(actor.county(), kind, Zones.day(now));
        if (!known.active() || known.dates().cadence() != Cadence.NONE) {
            throw new Refused(Refused.Kind.RULE, "round.refused.call");
        }
        var body = units.get(actor.county(), actor.unit());
        if (body.level() != known.level()
                || !body.kind().territorial()
                || !runs(actor, known.level())) {
            throw new Refused(Refused.Kind.FORBIDDEN, "round.refused.body");
        }
        var window = windows.at(actor.county(), known, now);
        int held = rounds.count(actor.county(), kind, body.id(), window.period());
        var turn = new Turn(known, window, held + 1);
        if (rounds.open(actor.county(), turn, List.of(body)) == 0) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.called");
        }
        var made = rounds.find(actor.county(), turn, body.id()).orElseThrow(Rounds::missing);
        agenda.freeze(made, now);
        audit.record(actor, Act.of(Verb.ROUND_CALLED, made.id()).with("kind", kind));
        return made.id();
    }

    /**
     * Begins a meeting whose list closes as it begins.
     *
     * @throws Refused CONFLICT when it has begun or is over, RULE when its list closes on a day to
     *     come
     */
    @Transactional
    public void begin(Actor actor, UUID id) {
        var round = run(actor, id);
        if (round.state() != RoundState.OPEN) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.begun");
        }
        if (round.freezes() != null) {
            throw new Refused(
                    Refused.Kind.RULE,
                    "round.refused.early",
                    Zones.day(round.until().minusNanos(1)));
        }
        agenda.freeze(round, clock.instant());
        audit.record(actor, Act.of(Verb.ROUND_BEGUN, id));
    }

    /**
     * Ends a meeting: each item is decided, carried on with a reason, or has left meanwhile.
     *
     * @throws Refused RULE when an item is undecided or too few were present
     */
    @Transactional
    public void finish(Actor actor, UUID id, Seat seat) {
        var round = run(actor, id);
        if (round.state() != RoundState.FROZEN) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.not-running");
        }
        if (seat.present().isEmpty()) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.nobody");
        }
        if (seat.present().size() < round.quorum()) {
            throw new Refused(
                    Refused.Kind.RULE,
                    "round.refused.quorum",
                    round.quorum(),
                    seat.present().size());
        }
        var left = settle(actor, round);
        if (left > 0) {
            throw new Refused(Refused.Kind.RULE, "round.refused.undecided", left);
        }
        items.present(round, seat.present());
        var now = clock.instant();
        rounds.hold(round, seat, draft.text(round, items.list(round.county(), id), seat, now), now);
        audit.record(actor, Act.of(Verb.ROUND_FINISHED, id).with("present", seat.present().size()));
    }

    /** Notes which undecided items have left meanwhile; answers how many are still undecided. */
    private int settle(Actor actor, Round round) {
        var list = items.list(round.county(), round.id());
        var here = agenda.stillHere(round, list);
        int undecided = 0;
        for (Item item : list) {
            if (item.pending() && here.contains(item.matter())) {
                undecided++;
            } else if (item.pending()) {
                var by = actor.title() + " " + actor.name();
                var ruling =
                        new Item.Ruling(
                                Outcome.LEFT, "", null, null, Fen.ZERO, "", clock.instant(), by);
                items.rule(round.county(), item, ruling);
            }
        }
        return undecided;
    }

    /** Writes the minutes; possible until they are approved. */
    @Transactional
    public void write(Actor actor, UUID id, String text) {
        var round = run(actor, id);
        if (round.state() != RoundState.HELD) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.approved");
        }
        if (text.isBlank() || text.length() > MINUTES_CHARACTERS_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "round.refused.minutes", MINUTES_CHARACTERS_MAX);
        }
        rounds.minutes(round, text.replace("\r\n", "\n").strip());
        audit.record(actor, Act.of(Verb.MINUTES_WRITTEN, id));
    }

    /**
     * Approves the minutes; nothing of the meeting changes afterwards.
     *
     * @throws Refused FORBIDDEN for others than the body's leader or clerk
     */
    @Transactional
    public void approve(Actor actor, UUID id) {
        var round =
                rounds.lock(actor.county(), id)
                        .filter(each -> sees(actor, each))
                        .orElseThrow(Rounds::missing);
        if (!approves(actor, round)) {
            throw new Refused(Refused.Kind.FORBIDDEN, "round.refused.body");
        }
        if (round.state() != RoundState.HELD) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.approved");
        }
        rounds.approve(round, actor.title() + " " + actor.name(), clock.instant());
        audit.record(actor, Act.of(Verb.MINUTES_APPROVED, id));
    }

    /** The meeting, locked, for who runs it. */
    Round run(Actor actor, UUID id) {
        var round =
                rounds.lock(actor.county(), id)
                        .filter(each -> sees(actor, each))
                        .orElseThrow(Rounds::missing);
        if (!runs(actor, round)) {
            throw new Refused(Refused.Kind.FORBIDDEN, "round.refused.body");
        }
        return round;
    }

    /** Whether the actor runs the meeting: a clerk of the body itself. */
    static boolean runs(Actor actor, Round round) {
        return actor.unit().equals(round.body().unit()) && runs(actor, round.body().level());
    }

    /** Whether the actor approves its minutes: the body's leader or clerk. */
    static boolean approves(Actor actor, Round round) {
        boolean own = actor.unit().equals(round.body().unit());
        return own && (actor.is(Role.LEADER) || runs(actor, round.body().level()));
    }

    /** Whether the actor runs meetings of the level. */
    static boolean runs(Actor actor, Level level) {
        return switch (level) {
            case VILLAGE -> actor.is(Role.VILLAGE_CLERK);
            case TOWNSHIP -> actor.is(Role.TOWNSHIP_CLERK);
            case COUNTY -> actor.is(Role.COUNTY_CLERK);
            case GRID, CITY, PROVINCE -> false;
        };
    }

    /** Whether the actor reads the whole of it: staff of the body and of what lies above. */
    static boolean sees(Actor actor, Round round) {
        return reads(actor)
                && actor.county() == round.county()
                && actor.covers(round.body().path());
    }

    private static boolean reads(Actor actor) {
        return actor.is(Role.VILLAGE_CLERK, Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER);
    }

    private static Refused missing() {
        return new Refused(Refused.Kind.MISSING, "round.refused.missing");
    }
}
