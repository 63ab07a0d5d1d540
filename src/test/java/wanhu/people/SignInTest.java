package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Unit;

/** Signing in, being kept out, and staying in. */
@WanhuTest
class SignInTest {
    private static final int COUNTY = 150581;
    private static final String PASSWORD = "草原上的三只羊 2026";

    private static final AtomicInteger MINUTES = new AtomicInteger();

    @Autowired Web web;
    @Autowired Staff staff;
    @Autowired Accounts accounts;
    @Autowired AccountStore store;
    @Autowired Hashes hashes;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private Unit county;

    /** The limit of tries from this machine's address must not join the tests. */
    @BeforeEach
    void anotherMinute() {
        clock.advance(Duration.ofMinutes(2L * MINUTES.incrementAndGet()));
        county = staff.county(COUNTY);
    }

    @Test
    void signsInAndOut() {
        var login = colleague();
        var visitor = web.visitor();

        visitor.get("/sign-in");
        var entered = visitor.post("/sign-in", "login", login, "password", PASSWORD);
        assertThat(entered.status()).isEqualTo(303);
        assertThat(visitor.get("/posts").says("没有担任任何岗位")).isTrue();

        visitor.post("/sign-out");
        assertThat(visitor.get("/posts").location().orElseThrow())
                .endsWith("/sign-in?back=%2Fposts");
    }

    @Test
    void saysTheSameForAWrongPasswordAnUnknownLoginAndAClosedAccount() {
        var login = colleague();
        var closed = colleague();
        close(closed);

        var wrong = tried(login, "falsch falsch falsch");
        var unknown = tried("n" + Ids.next().toString().substring(9), PASSWORD);
        var gone = tried(closed, PASSWORD);

        assertThat(wrong.status()).isEqualTo(403);
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(gone.status()).isEqualTo(wrong.status());
        assertThat(plain(unknown)).isEqualTo(plain(wrong));
        assertThat(plain(gone)).isEqualTo(plain(wrong));
    }

    @Test
    void delaysAfterFiveFailuresWhetherTheAccountExistsOrNot() {
        var login = colleague();
        var unknown = "n" + Ids.next().toString().substring(9);
        for (int at = 0; at < Tries.FREE_TRIES; at++) {
            tried(login, "wrong wrong wrong");
            tried(unknown, "wrong wrong wrong");
        }

        assertThat(tried(login, PASSWORD).status()).isEqualTo(429);
        assertThat(tried(unknown, PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void hearsAgainWhenTheDelayIsOver() {
        var login = colleague();
        for (int at = 0; at < Tries.FREE_TRIES; at++) {
            tried(login, "wrong wrong wrong");
        }
        clock.advance(Duration.ofSeconds(31));

        assertThat(tried(login, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void givesANewSessionAtSignIn() {
        var login = colleague();
        var visitor = web.visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in", "login", login, "password", PASSWORD);
        var first = sessionOf(login);
        visitor.get("/sign-in?lost=true");
        visitor.post("/sign-in", "login", login, "password", PASSWORD);

        assertThat(sessionOf(login)).isNotEqualTo(first);
    }

    @Test
    void goesBackOnlyToAPathOfOurOwn() {
        var login = colleague();

        assertThat(back(login, "/accounts?text=a")).isEqualTo("/accounts?text=a");
        assertThat(back(login, "//evil.example/")).isEqualTo("/posts");
        assertThat(back(login, "https://evil.example/")).isEqualTo("/posts");
        assertThat(back(login, "/\\evil.example")).isEqualTo("/posts");
    }

    @Test
    void leadsALostFormBackToItsPage() {
        var visitor = web.visitor();
        visitor.get("/sign-in");

        var answer = visitor.post("/accounts", "name", "张三");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location().orElseThrow()).contains("/sign-in?lost=true");
        assertThat(visitor.follow(answer).says("草稿")).isTrue();
    }

    @Test
    void refusesAFormWithoutItsToken() {
        var visitor = staff.as(Role.SECURITY, county);

        var answer = visitor.post("/accounts", "_csrf", "", "name", "张三", "login", "zhangsan");

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void endsAllSessionsWhenAnAccountIsClosed() {
        var unit = staff.county(150582);
        var visitor = staff.as(Role.LEADER, unit);
        assertThat(visitor.get("/posts").status()).isEqualTo(200);

        accounts.close(staff.actor(Role.SECURITY, unit), staff.account(Role.LEADER, unit));

        assertThat(visitor.get("/posts").status()).isEqualTo(303);
    }

    @Test
    void firstHasAOneTimePasswordChanged() {
        var made = accounts.create(staff.actor(Role.SECURITY, county), wish());
        var visitor = web.visitor();
        visitor.get("/sign-in");
        var login = accounts.get(staff.actor(Role.SECURITY, county), made.account()).login().text();

        var entered = visitor.post("/sign-in", "login", login, "password", made.password());
        assertThat(entered.location()).contains("/password");
        assertThat(visitor.get("/posts").location().orElseThrow()).endsWith("/password");

        visitor.get("/password");
        visitor.post("/password", "password", made.password(), "wish", PASSWORD);
        assertThat(visitor.get("/posts").status()).isEqualTo(200);
    }

    private String back(String login, String path) {
        var visitor = web.visitor();
        visitor.get("/sign-in");
        return visitor.post("/sign-in", "login", login, "password", PASSWORD, "back", path)
                .location()
                .orElseThrow();
    }

    private Visitor.Answer tried(String login, String password) {
        var visitor = web.visitor();
        visitor.get("/sign-in");
        return visitor.post("/sign-in", "login", login, "password", password);
    }

    /** The page without what differs by nature: the token and the login that was typed. */
    private static String plain(Visitor.Answer answer) {
        return answer.body().replaceAll("value=\"[^\"]*\"", "");
    }

    private String sessionOf(String login) {
        return db.sql(
                        """
                        select session_id
                        from web.session
                        where principal_name = :account
                        order by creation_time desc
                        limit 1
                        """)
                .param("account", store.credentials(new Login(login)).orElseThrow().id().toString())
                .query(String.class)
                .single();
    }

    private NewAccount wish() {
        UUID person = Ids.next();
        var login = new Login("s" + person.toString().substring(9));
        return new NewAccount(COUNTY, person, login, "萨仁其其格", null);
    }

    /** Login of a new colleague with {@link #PASSWORD} and without a post. */
    private String colleague() {
        var wish = wish();
        var account = accounts.createDemo(wish);
        store.setHash(account, hashes.of(Password.chosen(PASSWORD, wish.login())), false);
        return wish.login().text();
    }

    private void close(String login) {
        var known = store.credentials(new Login(login)).orElseThrow();
        accounts.close(staff.actor(Role.SECURITY, county), known.id());
    }
}
