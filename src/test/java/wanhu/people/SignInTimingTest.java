package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import wanhu.TestClock;
import wanhu.Times;
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
            print(
                    "known %.2f ms, unknown %.2f ms, t = %.2f",
                    Times.median(known), Times.median(unknown), Times.welch(known, unknown));
            alike = Times.alike(known, unknown);
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
        print("sign-in %.2f ms, of it Argon2id %.2f ms", Times.median(whole), Times.median(argon));

        assertThat(Times.median(whole) - Times.median(argon)).isLessThan(BESIDE_ARGON_MILLIS_MAX);
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
        return Times.millis(() -> assertThat(work.get()).isNotEqualTo(false));
    }

    private static void print(String text, Object... figures) {
        if (System.getenv("WANHU_TIMING_SAMPLES") != null) {
            System.out.printf("TIMING " + text + "%n", figures);
        }
    }
}
