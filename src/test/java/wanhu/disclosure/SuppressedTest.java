package wanhu.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Small counts are hidden, and can't be computed from the total (scale notes, B6). */
class SuppressedTest {
    @Test
    void aSmallCountIsHiddenAndTheNextSmallestWithIt() {
        var shown = Suppressed.column(List.of(3L, 12L, 7L, 40L), 5);

        assertThat(shown)
                .containsExactly(
                        OptionalLong.empty(),
                        OptionalLong.of(12),
                        OptionalLong.empty(),
                        OptionalLong.of(40));
    }

    @Test
    void zeroAndLargeCountsAreShown() {
        assertThat(Suppressed.column(List.of(0L, 5L, 9L), 5)).allMatch(OptionalLong::isPresent);
    }

    @Test
    void oneHiddenCountAloneIsNeverLeft() {
        var random = new Random(20_260_803);
        for (int round = 0; round < 2_000; round++) {
            var counts = new ArrayList<Long>();
            for (int each = 2 + random.nextInt(8); each > 0; each--) {
                counts.add((long) random.nextInt(20));
            }
            var shown = Suppressed.column(counts, 5);
            long hidden = shown.stream().filter(OptionalLong::isEmpty).count();
            long positive = counts.stream().filter(count -> count > 0).count();

            assertThat(hidden).isNotEqualTo(positive > 1 ? 1 : -1);
            for (int at = 0; at < counts.size(); at++) {
                assertThat(shown.get(at).isPresent() && Suppressed.small(counts.get(at), 5))
                        .isFalse();
            }
        }
    }
}
