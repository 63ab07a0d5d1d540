package wanhu.round;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.org.Unit;

/**
 * Opens the meeting of a week or month for some bodies alone, where the tick opens it for all: for
 * a county that begins with a few, and for a past that is played.
 */
@Service
public class Openings {
    private final RoundStore rounds;
    private final Kinds kinds;
    private final Windows windows;
    private final Agenda agenda;
    private final Clock clock;

    Openings(RoundStore rounds, Kinds kinds, Windows windows, Agenda agenda, Clock clock) {
        this.rounds = rounds;
        this.kinds = kinds;
        this.windows = windows;
        this.agenda = agenda;
        this.clock = clock;
    }

    /**
     * Opens the meeting of the week or month in which an instant lies; one that is there is not
     * opened twice. A list whose cut-off has passed is frozen.
     *
     * @param kind code of a kind that has a cadence
     * @return the meetings as they stand now, in the order of the bodies
     * @throws Refused RULE when meetings of the kind are called and not due
     */
    @Transactional
    public List<Round> open(int county, String kind, Instant at, List<Unit> bodies) {
        var known = kinds.get(county, kind, Zones.day(at));
        Refused.unless(
                Refused.Kind.RULE,
                known.dates().cadence() != Cadence.NONE,
                "round.refused.kind",
                kind);
        var turn = new Turn(known, windows.at(county, known, at), 1);
        rounds.open(county, turn, bodies);
        return bodies.stream().map(body -> ripe(county, turn, body)).toList();
    }

    /** The meeting, with its list frozen when its time has come. */
    private Round ripe(int county, Turn turn, Unit body) {
        var round = rounds.find(county, turn, body.id()).orElseThrow();
        var freezes = round.freezes();
        boolean due = freezes != null && !freezes.isAfter(clock.instant());
        if (due && round.state() == RoundState.OPEN) {
            agenda.freeze(round, clock.instant());
            return rounds.find(county, round.id()).orElseThrow();
        }
        return round;
    }
}
