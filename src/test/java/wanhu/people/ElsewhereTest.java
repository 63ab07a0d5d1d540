package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.factor.Authenticator;
import wanhu.oidc.Elsewhere;
import wanhu.oidc.TestProvider;
import wanhu.org.UnitKind;

/** Signing in at a provider: a real one (Spring Authorization Server) on a port of its own. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElsewhereTest {
    @Autowired Elsewhere elsewhere;
    @Autowired Staff staff;
    @Autowired AccountStore store;
    @Autowired Authenticator phone;
    @Autowired TestClock clock;
    @Autowired Web web;

    private TestProvider provider;
    private UUID account;
    private String login;
    private Visitor visitor;

    @BeforeAll
    void start() {
        provider = new TestProvider(elsewhere, web.address());
    }

    @AfterAll
    void stop() {
        provider.close();
    }

    /** The provider lives in the real time. */
    @BeforeEach
    void hire() throws IOException {
        clock.set(Clock.systemUTC().instant());
        provider.use("preferred_username", List.of());
        var unit = staff.below(staff.county(152801), UnitKind.TOWNSHIP, "认证镇" + Ids.next());
        account = staff.account(Role.TOWNSHIP_CLERK, unit);
        login = store.signedIn(account).orElseThrow().login();
        visitor = web.visitor();
    }

    @Test
    void signsInWhoHasAnAccountHereAndGoesOn() throws Exception {
        assertThat(visitor.get("/sign-in").says("统一身份认证")).isTrue();

        var back = visitor.get(comeBack("/posts"));

        assertThat(back.location().orElseThrow()).endsWith("/posts");
        assertThat(visitor.get("/posts").says(login)).isTrue();
    }

    @Test
    void makesNoAccountAndSaysWhatToDo() throws Exception {
        login = "stranger" + Ids.next().toString().substring(30);

        var back = visitor.get(comeBack("/posts"));

        assertThat(back.status()).isEqualTo(403);
        assertThat(back.body()).contains(login, "请联系旗县安全管理员");
        assertThat(store.credentials(new Login(login))).isEmpty();
        assertThat(visitor.get("/posts").location().orElse("")).contains("/sign-in");
    }

    @Test
    void asksForTheSecondFactorAllTheSame() throws Exception {
        phone.enrol(account, login);
        clock.advance(Duration.ofMinutes(1));

        assertThat(visitor.get(comeBack("/posts")).says("第二重验证")).isTrue();
        assertThat(visitor.get("/posts").location().orElse("")).contains("/sign-in");
        visitor.get("/sign-in/code");
        visitor.post("/sign-in/code", "code", phone.code(account));
        assertThat(visitor.get("/posts").status()).isEqualTo(200);
    }

    @Test
    void takesTheProvidersSecondFactorOnlyWhenTheSettingsSaySo() throws Exception {
        phone.enrol(account, login);
        provider.use("preferred_username", List.of("otp"));

        assertThat(visitor.get(comeBack("/posts")).location().orElseThrow()).endsWith("/posts");
    }

    @Test
    void takesNoAnswerTwiceNorInAnotherBrowserNorLate() throws Exception {
        var answer = comeBack("/posts");
        var thief = web.visitor();
        assertThat(thief.get(answer).status()).isEqualTo(409);
        thief.get("/sign-in/elsewhere");
        assertThat(thief.get(answer).status()).isEqualTo(403);

        assertThat(visitor.get(answer).status()).isEqualTo(303);
        assertThat(visitor.get(answer).status()).isEqualTo(409);

        var late = web.visitor();
        var other = comeBack(late, "/posts");
        clock.advance(ElsewhereTrip.AWAY_MAX.plusSeconds(1));
        assertThat(late.get(other).status()).isEqualTo(409);
    }

    @Test
    void takesNoCodeOfSomebodyElsesSignIn() throws Exception {
        var foreign = comeBack(web.visitor(), "/posts");
        var code = foreign.replaceAll(".*[?&]code=([^&]+).*", "$1");
        var where = visitor.get("/sign-in/elsewhere").location().orElseThrow();
        var state = where.replaceAll(".*[?&]state=([^&]+).*", "$1");

        var injected = visitor.get("/sign-in/elsewhere/return?code=" + code + "&state=" + state);

        assertThat(injected.status()).isEqualTo(409);
        assertThat(visitor.get("/posts").location().orElse("")).contains("/sign-in");
    }

    @Test
    void takesNoTokenWithoutTheClaimOrFromAnotherIssuer() throws Exception {
        provider.use("email", List.of());
        assertThat(visitor.get(comeBack("/posts")).status()).isEqualTo(403);

        var secret = provider.secret("wrong");
        provider.use(provider.issuer().replace("localhost", "127.0.0.1"), "sub", List.of(), secret);
        visitor.get("/sign-in/elsewhere");
        provider.use(provider.issuer(), "preferred_username", List.of(), secret);
        assertThat(visitor.get(comeBack("/posts")).status()).isEqualTo(409);
    }

    @Test
    void waitsForAProviderThatHangsAFewSecondsAndNoLonger() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var secret = provider.secret("secret");
            provider.use("http://localhost:" + silent.getLocalPort(), "sub", List.of(), secret);
            long before = System.nanoTime();

            var answer = visitor.get("/sign-in/elsewhere");

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.says("暂时没有响应")).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .isLessThan(Duration.ofSeconds(9));
        }
    }

    @Test
    void isClosedWhenNoProviderIsSetUp() throws Exception {
        try (var another = new TestProvider(elsewhere, web.address())) {
            assertThat(another.issuer()).startsWith("http://localhost");
        }

        assertThat(visitor.get("/sign-in/elsewhere").status()).isEqualTo(404);
        assertThat(visitor.get("/sign-in").says("统一身份认证")).isFalse();
    }

    private String comeBack(String back) throws IOException, InterruptedException {
        return comeBack(visitor, back);
    }

    private String comeBack(Visitor who, String back) throws IOException, InterruptedException {
        var where = who.get("/sign-in/elsewhere?back=" + back).location().orElseThrow();
        return provider.signIn(where, login).replace(web.address(), "");
    }
}
