package wanhu.factor;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The phone of a colleague with its authenticator app. */
@Lazy
@Component
public class Authenticator {
    private final SecondFactors factors;
    private final FactorStore store;
    private final Clock clock;

    Authenticator(SecondFactors factors, FactorStore store, Clock clock) {
        this.factors = factors;
        this.store = store;
        this.clock = clock;
    }

    /** Sets up the second factor of an account. */
    public void enrol(UUID account, String login) {
        factors.offer(account, login);
        factors.confirm(account, code(account));
    }

    /** The code that the phone shows now. */
    public String code(UUID account) {
        return code(account, 0);
    }

    String code(UUID account, int stepsOff) {
        var secret =
                store.secret(account, true).or(() -> store.secret(account, false)).orElseThrow();
        return Totp.code(secret, Totp.step(clock.instant()) + stepsOff);
    }
}
