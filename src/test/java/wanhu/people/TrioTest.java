package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.factor.Authenticator;
import wanhu.org.NewAppointment;
import wanhu.org.NewPost;
import wanhu.org.Posts;
import wanhu.org.Unit;
import wanhu.org.UnitKind;

/** Three administrators, three persons: how they come to be, and that nobody holds two. */
@WanhuTest
class TrioTest {
    private static final AtomicInteger COUNTIES = new AtomicInteger(152601);
    private static final LocalDate TODAY = Zones.day(TestClock.START);
    private static final String PASSWORD = "草原上的三只羊 2026";

    @Autowired Trio trio;
    @Autowired Staff staff;
    @Autowired Posts posts;
    @Autowired Accounts accounts;
    @Autowired AccountStore store;
    @Autowired Hashes hashes;
    @Autowired Authenticator phone;
    @Autowired TrioBanner banner;
    @Autowired Web web;

    private Unit county;
    private Actor admin;

    @BeforeEach
    void aCountyWithASystemAdministrator() {
        county = staff.county(COUNTIES.getAndIncrement());
        admin = staff.actor(Role.ADMIN, county);
    }

    @Test
    void theSystemAdministratorOfANewCountyNamesTheOtherTwoBeforeAnythingElse() {
        var visitor = enteredByPassword();
        assertThat(visitor.get("/org").location().orElseThrow()).endsWith("/administrators");
        visitor.get("/administrators");

        var done =
                visitor.post(
                        "/administrators",
                        "securityLogin",
                        login(),
                        "securityName",
                        "乌云",
                        "auditorLogin",
                        login(),
                        "auditorName",
                        "包音");

        assertThat(done.body()).contains("一次性密码", "安全管理员", "审计员");
        assertThat(visitor.get("/org").status()).isEqualTo(200);
        assertThat(visitor.get("/administrators").location().orElseThrow()).endsWith("/desk");
        assertThat(holders(Role.SECURITY)).hasSize(1);
        assertThat(holders(Role.AUDITOR)).hasSize(1);
    }

    @Test
    void namesSomebodyWhoHasAnAccountAlready() {
        var clerk = staff.account(Role.COUNTY_CLERK, county);
        var login = store.signedIn(clerk).orElseThrow().login();

        var named =
                trio.name(
                        admin,
                        Map.of(
                                Role.SECURITY,
                                new Trio.Wish(login, ""),
                                Role.AUDITOR,
                                new Trio.Wish(login(), "包音")));

        assertThat(named).extracting(Trio.Named::role).contains(Role.SECURITY, Role.AUDITOR);
        assertThat(named.getFirst().password()).isNull();
    }

    @Test
    void namesNeitherHerselfNorOnePersonForBoth() {
        var own = store.signedIn(staff.account(Role.ADMIN, county)).orElseThrow().login();
        var one = login();

        assertThatThrownBy(() -> trio.name(admin, both(own, login())))
                .hasMessageContaining("people.refused.trio-self");
        assertThatThrownBy(() -> trio.name(admin, both(one, one)))
                .hasMessageContaining("org.refused.apart");
        assertThat(holders(Role.SECURITY)).isEmpty();
    }

    @Test
    void namesNobodyOnceThereIsASecurityAdministrator() {
        staff.actor(Role.SECURITY, county);

        assertThatThrownBy(() -> trio.name(admin, both(login(), login())))
                .hasMessageContaining("people.refused.trio-over");
    }

    @Test
    void nobodyHoldsTwoOfTheThreeAtATime() {
        var township = staff.below(county, UnitKind.TOWNSHIP, "三员镇");
        var post = post(township, Role.AUDITOR);

        assertThatThrownBy(() -> appoint(post, admin.person(), TODAY))
                .hasMessageContaining("org.refused.apart");

        staff.end(Role.ADMIN, county, TODAY);
        assertThat(appoint(post, admin.person(), TODAY.plusDays(1))).isNotNull();
    }

    @Test
    void theSecurityAdministratorAppointsAnybodyButHerself() {
        var security = staff.actor(Role.SECURITY, county);
        var login = store.signedIn(staff.account(Role.SECURITY, county)).orElseThrow().login();
        var at = "/org/units/" + county.id() + "/posts";
        var visitor = staff.enter(security.post());
        visitor.get(at);
        var clerk = post(county, Role.COUNTY_CLERK);

        var own =
                visitor.post(
                        at + "/" + clerk + "/appoint", "login", login, "from", TODAY.toString());

        assertThat(own.body()).contains("不能给自己任职");
        assertThat(
                        visitor.post(
                                        at + "/" + clerk + "/appoint",
                                        "name",
                                        "白玉兰",
                                        "from",
                                        TODAY.toString())
                                .status())
                .isEqualTo(303);
    }

    @Test
    void theSecurityAdministratorHearsWhoIsMissing() {
        var security = staff.actor(Role.SECURITY, county);

        assertThat(banner.banners(security, TODAY)).hasSize(1);
        staff.actor(Role.AUDITOR, county);
        assertThat(banner.banners(security, TODAY)).isEmpty();
    }

    @Test
    void theThreeSeeNoMattersAndNoLineOfTheMenuThatLeadsToThem() {
        for (Role role : List.of(Role.ADMIN, Role.SECURITY, Role.AUDITOR)) {
            var page = staff.as(role, county).get("/desk").body();

            assertThat(page)
                    .doesNotContain(
                            "href=\"/matters",
                            "href=\"/figures",
                            "href=\"/projects",
                            "href=\"/flow");
        }
    }

    private Visitor enteredByPassword() {
        var account = staff.account(Role.ADMIN, county);
        var login = store.signedIn(account).orElseThrow().login();
        store.setHash(account, hashes.of(Password.chosen(PASSWORD, new Login(login))), false);
        var visitor = web.visitor();
        visitor.get("/sign-in");
        visitor.post("/sign-in", "login", login, "password", PASSWORD);
        visitor.get("/factor");
        visitor.post("/factor", "code", phone.code(account));
        return visitor;
    }

    private static String login() {
        return "n" + Ids.next().toString().substring(9);
    }

    private static Map<Role, Trio.Wish> both(String security, String auditor) {
        return Map.of(
                Role.SECURITY, new Trio.Wish(security, "乌云"),
                Role.AUDITOR, new Trio.Wish(auditor, "包音"));
    }

    private List<UUID> holders(Role role) {
        return posts.holders(county.county(), role, TODAY);
    }

    private UUID post(Unit unit, Role role) {
        return posts.create(county.county(), new NewPost(unit.id(), "岗位", role, 1, null));
    }

    private UUID appoint(UUID post, UUID person, LocalDate from) {
        return posts.appoint(
                county.county(), new NewAppointment(post, person, "某甲", from, null, null));
    }
}
