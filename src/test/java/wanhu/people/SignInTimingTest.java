package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Refused;

/**
 * What a sign-in costs beside Argon2id, and that its time does not tell whether a login exists.
 * With {@code WANHU_TIMING_SAMPLES=1000} it measures long and prints what it found.
 */
@WanhuTest
class SignInTimingTest {
    private static final int SAMPLES =
            Integer.parseInt(
                    Optional.ofNullable(System.getenv("WANHU_TIMING_SAMPLES")).orElse("15"));
    private static final int ROUNDS = 3;

    /** Two-sided, p = 0.01, from 22 degrees of freedom on. */
    private static final double T_MAX = 2.82;

    private static final double BESIDE_ARGON_MILLIS_MAX = 300;
    private static final String PASSWORD = "草原上的三只羊 2026";

    @Autowired SignIn signIn;
    @Autowired Accounts accounts;
    @Autowired AccountStore store;
    @Autowired Hashes hashes;
    @Autowired TestClock clock;

    @Test
    void tellsNobodyByItsTimeWhetherALoginExists() {
        boolean alike = false;
        for (int round = 0; round < ROUNDS && !alike; round++) {
            var known = new ArrayList<Double>();
            var unknown = new ArrayList<Double>();
            var login = "";
            for (int each = 0; each < SAMPLES; each++) {
                login = each % Tries.FREE_TRIES_EVERYWHERE == 0 ? newLogin() : login;
                var name = login;
                known.add(millis(() -> refused(name)));
                unknown.add(millis(() -> refused("n" + Ids.next().toString().substring(9))));
            }
            double t = welch(calm(known), calm(unknown));
            print("known %.2f ms, unknown %.2f ms, t = %.2f", median(known), median(unknown), t);
            alike = Math.abs(t) < T_MAX;
        }

        assertThat(alike).isTrue();
    }

    @Test
    void costsLittleBesideArgon() {
        var login = newLogin();
        var whole = new ArrayList<Double>();
        var argon = new ArrayList<Double>();
        var hash = store.credentials(new Login(login)).orElseThrow().hash();
        for (int each = 0; each < SAMPLES; each++) {
            argon.add(millis(() -> hashes.match(PASSWORD, hash)));
            whole.add(millis(() -> signIn.enter(from(), login, PASSWORD)));
        }
        print("sign-in %.2f ms, of it Argon2id %.2f ms", median(whole), median(argon));

        assertThat(median(whole) - median(argon)).isLessThan(BESIDE_ARGON_MILLIS_MAX);
    }

    private boolean refused(String login) {
        try {
            signIn.enter(from(), login, "wrong wrong wrong");
            return false;
        } catch (Refused no) {
            return no.kind() == Refused.Kind.FORBIDDEN;
        }
    }

    /** Each from a network of its own, so that no delay joins in. */
    private static MockHttpServletRequest from() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("host-" + Ids.next());
        return request;
    }

    private String newLogin() {
        var person = Ids.next();
        var login = new Login("z" + person.toString().substring(9));
        var account = accounts.createDemo(new NewAccount(150592, person, login, "萨仁", null));
        store.setHash(account, hashes.of(Password.chosen(PASSWORD, login)), false);
        return login.text();
    }

    private static double millis(Supplier<?> work) {
        long before = System.nanoTime();
        assertThat(work.get()).isNotEqualTo(false);
        return (System.nanoTime() - before) / 1e6;
    }

    /** Without the slowest fifth, which tells of the machine. */
    private static List<Double> calm(List<Double> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.subList(0, sorted.size() * 4 / 5);
    }

    private static double median(List<Double> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Welch's t of two samples. */
    private static double welch(List<Double> first, List<Double> second) {
        double spread = variance(first) / first.size() + variance(second) / second.size();
        return (mean(first) - mean(second)) / Math.sqrt(spread);
    }

    private static double mean(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double variance(List<Double> times) {
        double mean = mean(times);
        return times.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum()
                / (times.size() - 1);
    }

    private static void print(String text, Object... figures) {
        if (System.getenv("WANHU_TIMING_SAMPLES") != null) {
            System.out.printf("TIMING " + text + "%n", figures);
        }
    }
}
