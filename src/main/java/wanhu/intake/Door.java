package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Audit;
import wanhu.matter.Reports;
import wanhu.matter.Requester;
import wanhu.vault.Phone;

/**
 * The door before a matter: the code of the receipt, with the last digits of the phone where one is
 * held. Where none was given the code is the secret and opens alone. A code that is nobody's, wrong
 * digits and too many guesses look the same, whichever of them it is.
 */
@Component
class Door {
    /** Many times what a knock takes, and too short for anybody to notice. */
    private static final Duration BEAT = Duration.ofMillis(10);

    private final Reports reports;
    private final Admissions admissions;
    private final Throttle throttle;
    private final Links links;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Door(
            Doors doors,
            Admissions admissions,
            Throttle throttle,
            Links links,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.transaction = transaction;
        this.links = links;
        this.reports = doors.reports();
        this.admissions = admissions;
        this.throttle = throttle;
        this.db = db;
    }

    /** What becomes of somebody at the door. */
    sealed interface Answer {
        /** Let in; the browser keeps what the header says. */
        record Open(String header) implements Answer {}

        /** Let in by a link; the browser keeps what the header says. */
        record Linked(String code, String header) implements Answer {}

        /** Code and digits do not belong together, or the link opens nothing. */
        record Wrong() implements Answer {}

        /** Too many were wrong before; nothing was looked at. */
        record TooMany() implements Answer {}
    }

    /**
     * Somebody at the door. Guesses at one code come one after the other, so that a hundred at once
     * are counted as a hundred. Who is not let in hears so a whole number of {@link #BEAT} after
     * knocking: what was done until then, which differs for a code of somebody and one of nobody by
     * a tenth of a millisecond, can't be heard.
     *
     * @param code twelve digits, or empty for nonsense
     * @param tail what was typed for the last digits
     */
    Answer knock(String code, String tail, HttpServletRequest request) {
        long begun = System.nanoTime();
        var answer = Objects.requireNonNull(transaction.execute(_ -> answer(code, tail, request)));
        switch (answer) {
            case Answer.Open _, Answer.Linked _ -> {}
            case Answer.Wrong _, Answer.TooMany _ -> awaitBeat(begun);
        }
        return answer;
    }

    private static void awaitBeat(long begun) {
        long beat = BEAT.toNanos();
        long until = begun + Math.ceilDiv(System.nanoTime() - begun, beat) * beat;
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Answer answer(String code, String tail, HttpServletRequest request) {
        one(code);
        var requester = code.isEmpty() ? null : reports.byCode(code).orElse(null);
        var known = requester == null ? null : admissions.of(requester, request).orElse(null);
        var guess =
                new Throttle.Guess(
                        code, request.getRemoteAddr(), known == null ? "" : known.browser());
        if (throttle.exhausted(guess)) {
            return new Answer.TooMany();
        }
        if (requester == null || !fits(requester, tail)) {
            int county = requester == null ? Audit.NO_COUNTY : requester.county();
            throttle.wrong(guess, county, requester == null ? "code" : "tail");
            return new Answer.Wrong();
        }
        var passing = new Admissions.Passing(requester, code, Admissions.How.CODE);
        return new Answer.Open(admissions.header(passing, known, request));
    }

    /**
     * Somebody with a one-time link. What opens nothing is recorded and counted for its network,
     * but a right link is heard from everywhere: it can't be guessed.
     */
    @Transactional
    public Answer link(String word, HttpServletRequest request) {
        var passing = links.use(word).orElse(null);
        if (passing == null) {
            throttle.wrong(
                    new Throttle.Guess("", request.getRemoteAddr(), ""), Audit.NO_COUNTY, "link");
            return new Answer.Wrong();
        }
        var known = admissions.of(passing.requester(), request).orElse(null);
        return new Answer.Linked(passing.code(), admissions.header(passing, known, request));
    }

    private void one(String code) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('intake.door.' || :code, 0))")
                .param("code", code)
                .query((_, _) -> code)
                .single();
    }

    /** Whether these are the last digits of her phone; of whom no phone is held, always. */
    boolean fits(Requester requester, String tail) {
        var phone = reports.own(requester).phone();
        return phone.isEmpty() || Admissions.same(Phone.of(phone).tail(), Codes.plainDigits(tail));
    }

    /** What the browser keeps of somebody who told the matter in it. */
    String sent(String code, HttpServletRequest request) {
        return enter(code, Admissions.How.SENT, null, request);
    }

    /** What the browser keeps of somebody who goes out again. */
    String left(Followed.Follower follower, HttpServletRequest request) {
        var known = admissions.of(follower.requester(), request).orElse(null);
        return enter(follower.code(), Admissions.How.LEFT, known, request);
    }

    private String enter(
            String code,
            Admissions.How how,
            Admissions.@Nullable Admission known,
            HttpServletRequest request) {
        var requester = reports.byCode(code).orElseThrow();
        return admissions.header(new Admissions.Passing(requester, code, how), known, request);
    }
}
