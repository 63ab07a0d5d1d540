package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.factor.Authenticator;
import wanhu.org.Unit;
import wanhu.org.UnitKind;

/** The second factor at the sign-in and before acts that ask for it. */
@WanhuTest
class SecondStepTest {
    private static final int COUNTY = 155402;
    private static final String PASSWORD = "草原上的三只羊 2026";

    @Autowired Web web;
    @Autowired Staff staff;
    @Autowired AccountStore store;
    @Autowired Hashes hashes;
    @Autowired Authenticator phone;
    @Autowired TestClock clock;

    private Unit county;
    private String login;
    private UUID account;

    @BeforeEach
    void hire() {
        county = staff.county(COUNTY);
        var unit = staff.below(county, UnitKind.TOWNSHIP, "验证镇" + Ids.next());
        account = staff.account(Role.SECURITY, unit);
        var person = store.signedIn(account).orElseThrow();
        login = person.login();
        store.setHash(account, hashes.of(Password.chosen(PASSWORD, new Login(login))), false);
    }

    @Test
    void letsNoAdministratorWorkWithoutASecondFactor() {
        var visitor = signedIn();

        assertThat(visitor.get("/accounts").location().orElse("")).contains("/factor?needed");
    }

    @Test
    void letsTheAdministratorSetItUpAtOnceAndWork() {
        var visitor = signedIn();
        visitor.get("/factor?back=%2Faccounts");

        var done = visitor.post("/factor", "code", phone.code(account), "back", "/accounts");

        assertThat(done.says("恢复码")).isTrue();
        assertThat(done.says("href=\"/accounts\"")).isTrue();
        assertThat(visitor.get("/posts").status()).isEqualTo(200);
        assertThat(visitor.get("/accounts").location()).isEmpty();
    }

    @Test
    void asksForTheCodeAfterThePassword() {
        enrol();
        var visitor = web.visitor();
        visitor.get("/sign-in");
        var half = visitor.post("/sign-in", "login", login, "password", PASSWORD);
        assertThat(half.says("第二重验证")).isTrue();
        assertThat(visitor.get("/posts").location().orElse("")).contains("/sign-in");

        visitor.get("/sign-in/code");
        var whole = visitor.post("/sign-in/code", "code", phone.code(account));

        assertThat(whole.status()).isEqualTo(303);
        assertThat(visitor.get("/posts").status()).isEqualTo(200);
    }

    @Test
    void refusesAWrongCodeAndCountsIt() {
        enrol();
        var visitor = half();
        for (int at = 0; at < Tries.FREE_TRIES; at++) {
            assertThat(visitor.post("/sign-in/code", "code", "000000").status()).isEqualTo(403);
        }

        assertThat(visitor.post("/sign-in/code", "code", phone.code(account)).status())
                .isEqualTo(429);
        assertThat(visitor.get("/posts").location().orElse("")).contains("/sign-in");
    }

    @Test
    void forgetsTheHalfSignInWhenThePasswordChanges() {
        enrol();
        var visitor = half();
        store.setHash(account, hashes.of(Password.oneTime()), false);

        assertThat(visitor.post("/sign-in/code", "code", phone.code(account)).status())
                .isEqualTo(403);
    }

    @Test
    void opensNothingWithACodeAlone() {
        enrol();
        var visitor = web.visitor();
        visitor.get("/sign-in");

        assertThat(visitor.post("/sign-in/code", "code", phone.code(account)).status())
                .isEqualTo(403);
    }

    @Test
    void asksAgainBeforeADangerousActAndSendsItOnWithAllItsFields() {
        var colleague = enrolledAndIn();
        clock.advance(Sessions.PROOF_FRESH_FOR.plus(Duration.ofSeconds(1)));
        var asked = colleague.post("/factor/recovery", "note", "抄在纸上");
        assertThat(asked.says("请再验证一次")).isTrue();
        assertThat(asked.says("value=\"抄在纸上\"")).isTrue();

        var sentOn =
                colleague.post(
                        "/prove",
                        "prove-to",
                        "/factor/recovery",
                        "prove-code",
                        phone.code(account),
                        "note",
                        "抄在纸上");

        assertThat(sentOn.status()).isEqualTo(307);
        assertThat(sentOn.location()).contains("/factor/recovery");
        assertThat(colleague.post("/factor/recovery").says("恢复码")).isTrue();
    }

    @Test
    void keepsWhatWasSentWhenTheCodeIsWrong() {
        var colleague = enrolledAndIn();
        clock.advance(Sessions.PROOF_FRESH_FOR.plus(Duration.ofSeconds(1)));
        colleague.post("/factor/recovery", "note", "抄在纸上");

        var again =
                colleague.post(
                        "/prove",
                        "prove-to",
                        "/factor/recovery",
                        "prove-code",
                        "1",
                        "note",
                        "抄在纸上");

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.says("value=\"抄在纸上\"")).isTrue();
    }

    @Test
    void leadsNowhereElseAfterTheProof() {
        var colleague = enrolledAndIn();
        colleague.get("/posts");
        clock.advance(Duration.ofMinutes(1));

        var sentOn =
                colleague.post(
                        "/prove", "prove-to", "//evil.example/", "prove-code", phone.code(account));

        assertThat(sentOn.location()).contains("/posts");
    }

    @Test
    void listsOnesSessionsAndEndsTheOthers() {
        enrol();
        var here = enter();
        clock.advance(Duration.ofMinutes(1));
        var there = enter();

        assertThat(here.get("/sessions").says("退出其他所有设备")).isTrue();
        here.post("/sessions/end-others");

        assertThat(here.get("/sessions").status()).isEqualTo(200);
        assertThat(there.get("/sessions").location().orElse("")).contains("/sign-in");
    }

    @Test
    void endsNoSessionOfSomebodyElse() {
        enrol();
        var here = enter();
        here.get("/sessions");

        assertThat(here.post("/sessions/end", "session", "0".repeat(64)).status()).isEqualTo(404);
    }

    private void enrol() {
        phone.enrol(account, login);
        clock.advance(Duration.ofMinutes(5));
    }

    private Visitor half() {
        var visitor = signedIn();
        visitor.get("/sign-in/code");
        return visitor;
    }

    private Visitor enter() {
        var visitor = half();
        visitor.post("/sign-in/code", "code", phone.code(account));
        return visitor;
    }

    private Visitor enrolledAndIn() {
        enrol();
        var visitor = enter();
        visitor.get("/factor");
        clock.advance(Duration.ofMinutes(1));
        return visitor;
    }

    private Visitor signedIn() {
        var visitor = web.visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in", "login", login, "password", PASSWORD);
        return visitor;
    }
}
