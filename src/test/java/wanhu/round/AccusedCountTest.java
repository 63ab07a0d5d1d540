package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.MatterRounds;
import wanhu.matter.Report;
import wanhu.matter.Reports;

/** A number beside a meeting counts what its reader may read, and nothing else. */
@WanhuTest
class AccusedCountTest {
    private static final String MONTHLY = "TOWNSHIP_MONTHLY";

    @Autowired County county;
    @Autowired Cards cards;
    @Autowired MatterRounds matters;
    @Autowired Reports reports;
    @Autowired RoundTick tick;
    @Autowired TestClock clock;

    private County.Place place;

    @BeforeEach
    void somebodyAccusesTheVillage() {
        clock.set("2026-08-18T09:00");
        place = county.place();
        tick.run();
        reports.report(
                null,
                new Report(
                        place.code(),
                        Ids.next(),
                        new Report.Content(
                                Kind.REPORT, "farm", Channel.WEB, false, "举报本村", "账目不清。"),
                        place.village().id(),
                        "",
                        null,
                        Report.Contact.NONE,
                        clock.instant()));
    }

    private int counted(Actor reader, RoundState state) {
        return cards.card(reader, county.running(place.township(), MONTHLY, state)).total();
    }

    @Test
    void theAccusedDoNotCountWhatIsSaidOfThemInAnOpenMeeting() {
        assertThat(counted(county.villageClerk(place), RoundState.OPEN)).isZero();
        assertThat(counted(county.townshipClerk(place), RoundState.OPEN)).isEqualTo(1);
    }

    @Test
    void theNumberIsThatOfTheListForEachReader() {
        for (var reader :
                List.of(
                        county.villageClerk(place),
                        county.townshipClerk(place),
                        county.countyClerk(place))) {
            var round = county.running(place.township(), MONTHLY, RoundState.OPEN);
            assertThat(counted(reader, RoundState.OPEN))
                    .isEqualTo(
                            cards.waiting(
                                            reader,
                                            round,
                                            matters.shutTo(place.code(), reader.path()))
                                    .size());
        }
    }

    @Test
    void norOnAListThatIsClosed() {
        clock.set("2026-08-21T00:00");
        tick.run();

        assertThat(counted(county.villageClerk(place), RoundState.FROZEN)).isZero();
        assertThat(counted(county.townshipClerk(place), RoundState.FROZEN)).isEqualTo(1);
    }
}
