package wanhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** The table of a project's life holds together. */
class LifeTest {
    @Test
    void everyPhaseButTheFirstIsReachedByAnAct() {
        var reached = EnumSet.of(Phase.PROPOSED);
        Life.TABLE.forEach(line -> {
            if (line.to() != null) {
                reached.add(line.to());
            }
        });

        assertThat(reached).containsExactlyInAnyOrder(Phase.values());
    }

    @Test
    void nothingIsDoneToWhatHasLeftTheLedger() {
        var ended = Arrays.stream(Phase.values()).filter(Phase::ended).toList();

        assertThat(Life.TABLE).noneMatch(line -> ended.stream().anyMatch(line.from()::contains));
    }

    @Test
    void whoDoesItNeitherChecksNorStrikesOff() {
        assertThat(Life.TABLE)
                .filteredOn(line ->
                        line.act() == Act.Check.class
                                || line.act() == Act.StrikeOff.class
                                || line.act() == Act.Choose.class)
                .isNotEmpty()
                .noneMatch(line ->
                        line.hands().contains(Hand.RESPONSIBLE)
                                || line.hands().contains(Hand.HELPER));
    }

    @Test
    void oneActHasOneLineInAPhase() {
        for (Phase phase : Phase.values()) {
            assertThat(Life.TABLE.stream().filter(line -> line.from().contains(phase)))
                    .extracting(Life.Line::act)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void publicFiguresStandForNobodyOrForFivePeople() {
        assertThat(new Opinion(4, 4).countShown()).isFalse();
        assertThat(new Opinion(20, 18).shareShown()).isFalse();
        assertThat(new Opinion(20, 20).shareShown()).isTrue();
        assertThat(new Opinion(20, 15).shareShown()).isTrue();
    }
}
