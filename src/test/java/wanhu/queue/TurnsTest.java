package wanhu.queue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletOutputStream;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TurnsTest {
    private static final int ALL = Turns.AT_WORK_MAX + Waiting.MOST;

    private final Memory memory = new Memory(1 << 20);
    private final Waiting waiting = new Waiting();
    private final Turns turns =
            new Turns(new Crowded(new Away(), "人多", "crowded"), waiting, memory);
    private final CountDownLatch begun = new CountDownLatch(Turns.AT_WORK_MAX);
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch read = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ArrayList<Future<Integer>> all = new ArrayList<>();

    private int ask(String path, FilterChain work) throws Exception {
        var answer = new MockHttpServletResponse();
        turns.doFilter(new MockHttpServletRequest("GET", path), answer, work);
        return answer.getStatus();
    }

    /** As many as may be at work are at work, and as many as may wait do. */
    @BeforeEach
    void full() throws InterruptedException {
        Callable<Integer> one =
                () ->
                        ask(
                                "/",
                                (_, _) -> {
                                    begun.countDown();
                                    await(end);
                                });
        for (int each = 0; each < ALL; each++) {
            all.add(threads.submit(one));
        }
        begun.await();
        while (waiting.now() < Waiting.MOST) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @AfterEach
    void over() {
        end.countDown();
        read.countDown();
        threads.close();
        turns.destroy();
    }

    @Test
    void whoComesWhenManyWaitIsToldAtOnceWhenToComeAgain() throws Exception {
        var answer = new MockHttpServletResponse();

        turns.doFilter(new MockHttpServletRequest("GET", "/"), answer, (_, _) -> {});

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
        assertThat(answer.getContentAsString()).contains("人多", "crowded");
    }

    @Test
    void aProgramIsToldSoAsAProblem() throws Exception {
        var answer = new MockHttpServletResponse();

        turns.doFilter(new MockHttpServletRequest("GET", "/api/v1/matters"), answer, (_, _) -> {});

        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getContentAsString()).contains("\"status\":503", "人多");
    }

    @Test
    void whoWaitsIsServedInTheEndAndThenOthersMayCome() throws Exception {
        end.countDown();
        for (var each : all) {
            assertThat(each.get()).isEqualTo(200);
        }
        assertThat(ask("/", (_, _) -> {})).isEqualTo(200);
        assertThat(waiting.now()).isZero();
    }

    @Test
    void whoComesWhenThereIsNoMemoryIsToldAtOnceThoughNobodyWaits() throws Exception {
        served();
        assertThat(memory.taken()).isZero();
        memory.add(1 << 20);

        assertThat(ask("/", (_, _) -> {})).isEqualTo(503);

        memory.give(1 << 20);
        assertThat(ask("/", (_, _) -> {})).isEqualTo(200);
    }

    @Test
    void whoReadsSlowlyTakesNoTurnFromOthersEvenWhenThereIsNoMemory() throws Exception {
        served();
        var working = new CountDownLatch(Turns.AT_WORK_MAX);
        var full = new CountDownLatch(1);
        var sending = new CountDownLatch(Turns.AT_WORK_MAX);
        for (int each = 0; each < Turns.AT_WORK_MAX; each++) {
            all.add(
                    threads.submit(() ->
                            askedBy(
                                    new Slow(sending, read),
                                    () -> {
                                        working.countDown();
                                        await(full);
                                    })));
        }
        working.await();
        memory.add(1 << 20);
        full.countDown();
        sending.await();
        memory.give(1 << 20);

        assertThat(ask("/", (_, _) -> {})).isEqualTo(200);

        read.countDown();
        for (var each : all) {
            assertThat(each.get()).isEqualTo(200);
        }
        assertThat(memory.taken()).isZero();
    }

    private void served() throws Exception {
        end.countDown();
        for (var each : all) {
            each.get();
        }
    }

    private int askedBy(MockHttpServletResponse reader, Runnable work) throws Exception {
        turns.doFilter(
                new MockHttpServletRequest("GET", "/"),
                reader,
                (_, response) -> {
                    work.run();
                    response.getOutputStream().print("a page");
                });
        return reader.getStatus();
    }

    /** Takes the first byte when it likes. */
    private static final class Slow extends MockHttpServletResponse {
        private final CountDownLatch sending;
        private final CountDownLatch read;

        Slow(CountDownLatch sending, CountDownLatch read) {
            this.sending = sending;
            this.read = read;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            sending.countDown();
            TurnsTest.await(read);
            return super.getOutputStream();
        }
    }

    @Test
    void whoHasWaitedForATurnIsSentAwayWhenThereIsNoMemoryThen() throws Exception {
        memory.add(1 << 20);
        end.countDown();
        var answers = new ArrayList<Integer>();
        for (var each : all) {
            answers.add(each.get());
        }

        assertThat(answers).containsOnly(200, 503);
        assertThat(answers.stream().filter(answer -> answer == 503)).hasSize(Waiting.MOST);
        memory.give(1 << 20);
    }

    /** Among many at work the thread at the door gets too little of the processors. */
    @Test
    void whileManyWaitFewAreAtWorkButWhoIsStuckHoldsUpNobodyForLong() throws Exception {
        served();
        for (int each = 0; each < Waiting.MOST / 2; each++) {
            waiting.begins();
        }
        var stuck = new CountDownLatch(Turns.FEW);
        var free = new CountDownLatch(1);
        for (int each = 0; each < Turns.FEW; each++) {
            all.add(
                    threads.submit(() ->
                            ask(
                                    "/",
                                    (_, _) -> {
                                        stuck.countDown();
                                        await(free);
                                    })));
        }
        stuck.await();

        long asked = System.nanoTime();
        assertThat(ask("/", (_, _) -> {})).isEqualTo(200);
        assertThat(System.nanoTime() - asked).isGreaterThanOrEqualTo(Turns.FEW_WAIT.toNanos());
        free.countDown();
    }

    @Test
    void aBalancerNeedNotWaitToHearThatTheProgramLives() throws Exception {
        assertThat(ask("/health", (_, _) -> {})).isEqualTo(200);
    }
}
