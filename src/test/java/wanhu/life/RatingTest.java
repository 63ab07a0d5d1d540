package wanhu.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wanhu.life.Samples.*;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import wanhu.base.Refused;

/** Until when a result may be rated (rule RATING_WINDOW of the room law). */
class RatingTest {
    private static final Step RATE = new Step.Rate(Grade.DISSATISFIED, false, "又停电了");

    private static Matter closed() {
        var matter =
                after(
                        reported(),
                        new Step.TakeOn(""),
                        new Step.Contact(true, "电话"),
                        new Step.Reply(Reason.Result.SOLVED, "已经通电。", "", ""),
                        new Step.Approve(""),
                        new Step.FollowUp(true, null, "解决了"));
        var times = new Matter.Times(NOW, NOW, NOW, null, null, null);
        return new Matter(
                matter.county(),
                matter.id(),
                matter.number(),
                matter.version(),
                matter.about(),
                matter.stage(),
                matter.parties(),
                matter.tally(),
                matter.ending(),
                times);
    }

    private static Outcome rated(Instant at) {
        return Decision.next(closed(), RATE, ground(closed(), at, Hand.REQUESTER));
    }

    @Test
    void onTheLastDayOfTheWindowItCanBeRated() {
        assertThat(rated(NOW.plus(Duration.ofDays(30))).matter().tally().unhappy()).isTrue();
    }

    @Test
    void theDayAfterItCanNot() {
        assertThatThrownBy(() -> rated(NOW.plus(Duration.ofDays(31))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("life.refused.rating-late");
    }
}
