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
import wanhu.base.Errand;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.factor.Authenticator;
import wanhu.factor.SecondFactors;
import wanhu.org.Unit;

/** The only security administrator has lost everything: the machine itself lets her in again. */
@WanhuTest
class RecoveryTest {
    private static final AtomicInteger COUNTIES = new AtomicInteger(152651);
    private static final String PASSWORD = "草原上的三只羊 2026";

    @Autowired Recovery recovery;
    @Autowired RecoveryBanner banner;
    @Autowired Staff staff;
    @Autowired AccountStore store;
    @Autowired SecondFactors factors;
    @Autowired Hashes hashes;
    @Autowired Authenticator phone;
    @Autowired Web web;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private Unit county;
    private UUID account;
    private String login = "";
    private Visitor before;

    @BeforeEach
    void aSecurityAdministratorWithASecondFactor() {
        county = staff.county(COUNTIES.getAndIncrement());
        staff.actor(Role.ADMIN, county);
        staff.actor(Role.AUDITOR, county);
        staff.actor(Role.SECURITY, county);
        account = staff.account(Role.SECURITY, county);
        login = store.signedIn(account).orElseThrow().login();
        store.setHash(account, hashes.of(Password.chosen(PASSWORD, new Login(login))), false);
        before = entered(PASSWORD);
        before.get("/factor");
        before.post("/factor", "code", phone.code(account));
    }

    private Visitor entered(String password) {
        var visitor = web.visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in", "login", login, "password", password);
        return visitor;
    }

    private Errand.Result run(String who) {
        return new RecoverErrand(who, recovery).run();
    }

    /** Runs the command; answers the password that it prints. */
    private String recovered() {
        var result = run(login);
        assertThat(result.good()).isTrue();
        var line = result.lines().getFirst();
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    @Test
    void letsHerInOnceToChooseAPasswordAndASecondFactor() {
        assertThat(factors.has(account)).isTrue();
        var password = recovered();
        var visitor = entered(password);

        assertThat(factors.has(account)).isFalse();
        assertThat(visitor.get("/accounts").location().orElseThrow()).endsWith("/password");
        visitor.get("/password");
        visitor.post("/password", "password", password, "wish", "新的草原密码 7788 长");
        assertThat(visitor.get("/accounts").location().orElseThrow()).contains("/factor");
    }

    @Test
    void endsOldSessionsAndOldPasswords() {
        assertThat(before.get("/accounts").status()).isEqualTo(200);
        recovered();

        assertThat(before.get("/accounts").location().orElseThrow()).contains("/sign-in");
        assertThat(entered(PASSWORD).get("/accounts").location().orElseThrow())
                .contains("/sign-in");
    }

    @Test
    void unlocksWhoWasLocked() {
        store.setState(account, Account.State.ACTIVE, Account.State.LOCKED);
        var password = recovered();

        assertThat(entered(password).get("/accounts").location().orElseThrow())
                .endsWith("/password");
    }

    @Test
    void isInTheRecordAndAllThreeAdministratorsAreToldForThirtyDays() {
        var password = recovered();
        var today = Zones.day(clock.instant());

        assertThat(facts()).isEqualTo("{\"was\":\"ACTIVE\"}").doesNotContain(password);
        for (Role role : new Role[] {Role.ADMIN, Role.SECURITY, Role.AUDITOR}) {
            assertThat(banner.banners(staff.actor(role, county), today)).hasSize(1);
        }
        assertThat(staff.as(Role.AUDITOR, county).get("/audit").body())
                .contains("有人在服务器上用命令恢复了管理员账号 " + login);
        assertThat(banner.banners(staff.actor(Role.COUNTY_CLERK, county), today)).isEmpty();
        clock.advance(Duration.ofDays(30));
        assertThat(banner.banners(staff.actor(Role.ADMIN, county), today)).isEmpty();
    }

    private String facts() {
        return db.sql(
                        """
                        select facts
                        from audit.act
                        where county = :county and verb = 'ACCOUNT_RECOVERED' and object = :account
                        """)
                .param("county", county.county())
                .param("account", account.toString())
                .query(String.class)
                .single();
    }

    @Test
    void isForAdministratorsAlone() {
        var clerk = staff.account(Role.COUNTY_CLERK, county);
        var other = store.signedIn(clerk).orElseThrow().login();

        assertThat(run(other).good()).isFalse();
        assertThat(run(other).lines().getFirst()).contains("no administrator");
        assertThat(run("nobody.here").lines().getFirst()).contains("no account");
        assertThat(run("?").good()).isFalse();
        assertThat(new RecoverErrand("", recovery).asked()).isFalse();
    }
}
