package wanhu.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import wanhu.base.Refused;

/** Pictures at once take turns for memory. */
class DrawingMemoryTest {
    private static final int EACH = 30;
    private static final long PAUSE_NANOS = 1_000_000;

    @Test
    void sixtyAtOnceNeverTakeMoreThanThereIsAndAllAreServed() {
        var memory = new DrawingMemory(Duration.ofMinutes(1));
        var taken = new AtomicInteger();
        var most = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 60)
                    .forEach(_ ->
                            threads.execute(() ->
                                    memory.during(
                                            EACH,
                                            () -> {
                                                most.accumulateAndGet(
                                                        taken.addAndGet(EACH), Math::max);
                                                LockSupport.parkNanos(PAUSE_NANOS);
                                                return taken.addAndGet(-EACH);
                                            })));
        }

        assertThat(most.get()).isBetween(EACH, DrawingMemory.MEGABYTES_MAX);
        assertThat(memory.freeMegabytes()).isEqualTo(DrawingMemory.MEGABYTES_MAX);
    }

    @Test
    void whoFindsNoneInTimeIsToldToComeAgainAndFindsSomeLater() {
        var memory = new DrawingMemory(Duration.ZERO);
        memory.during(
                DrawingMemory.MEGABYTES_MAX,
                () -> {
                    assertThatThrownBy(() -> memory.during(1, () -> "drawn"))
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    no -> assertThat(no.kind()).isEqualTo(Refused.Kind.BUSY));
                    return "drawn";
                });

        assertThat(memory.during(1, () -> "drawn")).isEqualTo("drawn");
    }

    @Test
    void onePictureThatNeedsMoreThanThereIsIsDrawnAlone() {
        var memory = new DrawingMemory(Duration.ZERO);

        assertThat(memory.during(1000, memory::freeMegabytes)).isZero();
    }
}
