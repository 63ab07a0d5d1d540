package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Zones;
import wanhu.flow.Balance;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.matter.MatterRounds;
import wanhu.matter.Matters;
import wanhu.matter.TimelineLine;
import wanhu.matter.Waiting;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * The laws of the meetings, over lives by chance through the real doors, from before 春节 until after
 * 国庆: nothing is lost, shown twice, or lifted over a level (domain rules §3.6).
 */
@WanhuTest
class RoundLivesTest {
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-10-31");
    private static final Duration STEP = Duration.ofHours(23);

    @Autowired Lives lives;
    @Autowired RoundTick tick;
    @Autowired RoundStore rounds;
    @Autowired ItemStore items;
    @Autowired MatterRounds matterRounds;
    @Autowired Matters matters;
    @Autowired Balance balance;
    @Autowired County county;
    @Autowired Units units;
    @Autowired TestClock clock;

    @ParameterizedTest
    @ValueSource(longs = {20, 28})
    void eachOpenMatterIsAtOneLevelNoneSkipsOneAndTheSumsBalance(long seed) {
        clock.set("2026-01-26T09:00");
        var life = lives.begin(seed);
        var seen = new HashMap<UUID, Round>();
        while (!Zones.day(clock.instant()).isAfter(LAST_DAY)) {
            tick.run(List.of(life.root.county()));
            life.day();
            watch(life, seen);
            if (Zones.day(clock.instant()).getDayOfMonth() % 10 == 1) {
                eachOpenMatterIsOnExactlyOneList(life);
            }
            clock.advance(STEP);
        }
        assertThat(life.told).hasSizeGreaterThan(200);
        noMatterSkipsALevel(life);
        theSumsBalance(life);
        listsHaveOnlyWhatCameBeforeTheirCutOff(life, seen);
    }

    private void watch(Lives.Life life, Map<UUID, Round> seen) {
        bodies(life)
                .forEach(
                        body -> county.running(body).forEach(round -> seen.put(round.id(), round)));
    }

    private static Stream<Unit> bodies(Lives.Life life) {
        return Stream.of(life.villages.stream(), life.townships.stream(), Stream.of(life.root))
                .flatMap(each -> each);
    }

    /** What a department holds is at the county's level and on nobody's list: it is being done. */
    private void eachOpenMatterIsOnExactlyOneList(Lives.Life life) {
        var tree = units.tree(life.root.county());
        var listed = new ArrayList<UUID>();
        bodies(life)
                .map(body -> Hold.of(tree, body.id()))
                .map(body ->
                        matterRounds.openFor(
                                life.root.county(), body, clock.instant().plusSeconds(1)))
                .forEach(list -> list.stream().map(Waiting::id).forEach(listed::add));
        var open =
                life.told.stream()
                        .map(id -> county.now(life.root.county(), id))
                        .filter(matter -> matter.stage().unsolved())
                        .filter(matter -> !matter.parties().holder().unit().equals(life.power.id()))
                        .map(Matter::id)
                        .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(open);
    }

    private void noMatterSkipsALevel(Lives.Life life) {
        var tree = units.tree(life.root.county());
        for (UUID id : life.told) {
            var matter = county.now(life.root.county(), id);
            for (TimelineLine line : matters.timeline(matter)) {
                if (line.step().startsWith("Escalate")) {
                    var from = tree.level(line.holderFrom());
                    assertThat(tree.level(line.holderTo())).isEqualTo(from.next().orElseThrow());
                }
            }
        }
    }

    private void theSumsBalance(Lives.Life life) {
        var from = YearMonth.parse("2026-01");
        var to = YearMonth.parse("2026-10");
        int left = balance.holds(life.root.county(), life.root.path(), from, to);
        assertThat(left).isEqualTo(unanswered(life));
    }

    private int unanswered(Lives.Life life) {
        List<Matter> all =
                life.told.stream().map(id -> county.now(life.root.county(), id)).toList();
        return (int)
                all.stream()
                        .filter(matter ->
                                matter.stage().unsolved()
                                        || matter.stage() == wanhu.life.Stage.REVIEW)
                        .count();
    }

    private void listsHaveOnlyWhatCameBeforeTheirCutOff(Lives.Life life, Map<UUID, Round> seen) {
        for (UUID id : seen.keySet()) {
            var round = rounds.find(life.root.county(), id).orElseThrow();
            var list = items.list(life.root.county(), id);
            if (round.cadence() == Cadence.DAY_OF_MONTH) {
                assertThat(list).allMatch(item -> item.came().isBefore(round.until()));
            }
            if (round.state() == RoundState.HELD || round.state() == RoundState.CLOSED) {
                assertThat(list).noneMatch(Item::pending);
            }
        }
    }
}
