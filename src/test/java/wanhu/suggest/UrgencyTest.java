package wanhu.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words that say that somebody is in danger. */
class UrgencyTest {
    @Test
    void findsWordsOfDangerAndTheLongestOfThem() {
        assertThat(Urgency.words("燃气泄漏了，老人晕倒")).containsExactlyInAnyOrder("燃气泄漏", "晕倒");
    }

    @Test
    void whatIsDeniedIsNoDanger() {
        assertThat(Urgency.words("幸好没有着火，也无人受伤")).isEmpty();
    }

    @Test
    void anOrdinaryWishHasNone() {
        assertThat(Urgency.words("路灯不亮，请修一下")).isEmpty();
    }
}
