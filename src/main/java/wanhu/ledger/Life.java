package wanhu.ledger;

import static wanhu.ledger.Hand.ABOVE;
import static wanhu.ledger.Hand.CHECKER;
import static wanhu.ledger.Hand.HELPER;
import static wanhu.ledger.Hand.LEADER;
import static wanhu.ledger.Hand.PROPOSER;
import static wanhu.ledger.Hand.RESPONSIBLE;
import static wanhu.ledger.Hand.SYSTEM;
import static wanhu.ledger.Phase.CHOSEN;
import static wanhu.ledger.Phase.DONE;
import static wanhu.ledger.Phase.DROPPED;
import static wanhu.ledger.Phase.PROPOSED;
import static wanhu.ledger.Phase.RATED;
import static wanhu.ledger.Phase.STARTED;
import static wanhu.ledger.Phase.STRUCK_OFF;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a project as one table: in which phase who may do what, and where it leads (domain
 * rules §3.17). What an act must bring along stands in {@link Decision}.
 */
final class Life {
    /**
     * One line of the table.
     *
     * @param to where it leads; null when the phase stays
     */
    record Line(Class<? extends Act> act, Set<Phase> from, @Nullable Phase to, Set<Hand> hands) {}

    static final List<Line> TABLE =
            List.of(
                    line(Act.Amend.class, Set.of(PROPOSED), null, PROPOSER, RESPONSIBLE, ABOVE),
                    line(Act.Amend.class, Set.of(CHOSEN, STARTED), null, ABOVE),
                    line(Act.Claim.class, Set.of(PROPOSED, CHOSEN, STARTED), null, LEADER),
                    line(
                            Act.Link.class,
                            Set.of(PROPOSED, CHOSEN, STARTED),
                            null,
                            PROPOSER,
                            RESPONSIBLE,
                            ABOVE),
                    line(Act.Choose.class, Set.of(PROPOSED), CHOSEN, ABOVE),
                    line(Act.Start.class, Set.of(CHOSEN), STARTED, RESPONSIBLE, ABOVE),
                    line(Act.Report.class, Set.of(STARTED), null, RESPONSIBLE, HELPER, ABOVE),
                    line(Act.Finish.class, Set.of(STARTED), DONE, RESPONSIBLE, ABOVE),
                    line(Act.Hear.class, Set.of(DONE), RATED, SYSTEM),
                    line(Act.Check.class, Set.of(DONE, RATED), RATED, CHECKER),
                    line(Act.Reopen.class, Set.of(DONE, RATED), STARTED, ABOVE),
                    line(Act.StrikeOff.class, Set.of(DONE, RATED), STRUCK_OFF, ABOVE),
                    line(Act.Drop.class, Set.of(PROPOSED), DROPPED, PROPOSER, ABOVE),
                    line(Act.Drop.class, Set.of(CHOSEN, STARTED), DROPPED, ABOVE));

    private Life() {}

    /** The line of an act in a phase; empty when it is not allowed there. */
    static Optional<Line> find(Phase from, Class<? extends Act> act) {
        return TABLE.stream()
                .filter(line -> line.act() == act && line.from().contains(from))
                .findFirst();
    }

    private static Line line(
            Class<? extends Act> act, Set<Phase> from, @Nullable Phase to, Hand... hands) {
        return new Line(act, from, to, Set.of(hands));
    }
}
