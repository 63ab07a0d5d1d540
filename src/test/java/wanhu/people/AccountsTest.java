package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.org.Posts;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.vault.Phone;
import wanhu.vault.Vault;

/** The administrator's work with accounts and appointments. */
@WanhuTest
class AccountsTest {
    private static final AtomicInteger COUNTIES = new AtomicInteger(155500);
    private static final LocalDate TODAY = LocalDate.parse("2026-08-03");

    @Autowired Staff staff;
    @Autowired Vault vault;
    @Autowired Accounts accounts;
    @Autowired Posts posts;
    @Autowired JdbcClient db;

    private Unit county;
    private Unit village;

    @BeforeEach
    void makeUnits() {
        county = staff.county(COUNTIES.getAndIncrement());
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.GACHA, "九家子嘎查");
    }

    @Test
    void makesAnAccountAndShowsItsPasswordOnce() {
        var visitor = staff.as(Role.SECURITY, county);
        visitor.get("/accounts/new");

        var made =
                visitor.post("/accounts", "name", "萨仁", "login", login(), "phone", "138 1234 1234");

        assertThat(made.says("一次性密码")).isTrue();
        assertThat(made.says("138****1234")).isTrue();
        assertThat(made.says("13812341234")).isFalse();
        assertThat(visitor.get("/accounts").says("萨仁")).isTrue();
    }

    @Test
    void makesOneAccountOfAFormThatWasSentTwice() {
        var visitor = staff.as(Role.SECURITY, county);
        visitor.get("/accounts/new");
        var form =
                new String[] {
                    "command", Ids.next().toString(), "name", "萨仁", "login", login(), "phone", ""
                };

        var first = visitor.post("/accounts", form);
        var second = visitor.post("/accounts", form);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.says("一次性密码")).isTrue();
    }

    @Test
    void keepsNeitherPhoneNorPasswordOfWhoHasLeft() {
        var person = Ids.next();
        var admin = staff.actor(Role.SECURITY, county);
        var login = new Login(login());
        var made =
                accounts.create(
                        admin,
                        new NewAccount(
                                county.county(), person, login, "萨仁", Phone.of("13812341234")));
        var before = hash(made.account());

        accounts.close(admin, made.account());

        assertThat(accounts.get(admin, made.account()).phone()).isNull();
        assertThat(hash(made.account())).isNotEqualTo(before);
    }

    private String hash(UUID account) {
        return db.sql("select hash from people.account where id = :id")
                .param("id", account)
                .query(String.class)
                .single();
    }

    @Test
    void keepsNoPhoneInPlain() {
        var person = Ids.next();
        accounts.create(
                staff.actor(Role.SECURITY, county),
                new NewAccount(
                        county.county(),
                        person,
                        new Login(login()),
                        "萨仁",
                        Phone.of("13812341234")));

        assertThat(
                        db.sql("select phone from people.person where id = :id")
                                .param("id", person)
                                .query(String.class)
                                .single())
                .startsWith(vault.currentPrefix())
                .doesNotContain("1381234");
    }

    @Test
    void findsAccountsByLoginAndNameAndTakesSignsOfPatternsForText() {
        var admin = staff.actor(Role.SECURITY, county);

        assertThat(accounts.list(admin, "测试", "", 10).rows()).hasSize(1);
        assertThat(accounts.list(admin, "%", "", 10).rows()).isEmpty();
        assertThat(accounts.list(admin, "_", "", 10).total()).isZero();
    }

    @Test
    void showsNoAccountOfAnotherCounty() {
        var other = staff.county(COUNTIES.getAndIncrement());
        var foreign = staff.account(Role.LEADER, other);

        assertThatThrownBy(() -> accounts.get(staff.actor(Role.SECURITY, county), foreign))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.kind()).isEqualTo(Refused.Kind.MISSING));
    }

    @Test
    void lockAndUnlock() {
        var admin = staff.actor(Role.SECURITY, county);
        var account = staff.account(Role.LEADER, village);
        var visitor = staff.as(Role.LEADER, village);

        accounts.lock(admin, account);
        assertThat(visitor.get("/posts").status()).isEqualTo(303);

        accounts.unlock(admin, account);
        assertThat(accounts.get(admin, account).state()).isEqualTo(Account.State.ACTIVE);
    }

    @Test
    void letsNobodyCloseTheOwnAccount() {
        var admin = staff.actor(Role.SECURITY, county);

        assertThatThrownBy(() -> accounts.close(admin, staff.account(Role.SECURITY, county)))
                .hasMessageContaining("people.refused.own-account");
    }

    @Test
    void letsNoAdministratorOfATownshipTouchAccounts() {
        var admin = staff.actor(Role.SECURITY, village);

        assertThatThrownBy(() -> accounts.list(admin, "", "", 10))
                .hasMessageContaining("people.refused.county-admin");
    }

    @Test
    void leadsFromTheAccountToThePostsOfAUnitWhereThePersonIsAppointedAndRelieved() {
        var visitor = staff.as(Role.SECURITY, county);
        var account = staff.account(Role.LEADER, county);
        var login = accounts.get(staff.actor(Role.SECURITY, county), account).login().text();
        var at = "/org/units/" + village.id();
        var address = "/accounts/" + account;
        assertThat(visitor.get(address + "?unit=九家子").body())
                .contains(at + "/posts?login=" + login);

        visitor.get(at + "/posts?login=" + login);
        var made = visitor.post(at + "/posts", "title", "第一书记", "role", "LEADER", "login", login);
        assertThat(visitor.follow(made).body())
                .contains("type=\"text\" value=\"" + login + "\"", "第一书记");
        var post = posts.inUnit(county.county(), village.id(), TODAY).getLast().post();
        visitor.post(
                at + "/posts/" + post + "/appoint",
                "login",
                login,
                "from",
                "2026-08-03",
                "until",
                "2026-08-31");
        assertThat(titles(account)).contains("九家子嘎查 · 第一书记");
        assertThat(visitor.get(address).body()).contains("2026-08-31", at + "/posts");

        var filled = posts.inUnit(county.county(), village.id(), TODAY).getLast();
        visitor.post(
                at + "/appointments/" + filled.appointment() + "/end", "lastDay", "2026-08-03");
        assertThat(titlesOn(account, TODAY.plusDays(1))).doesNotContain("九家子嘎查 · 第一书记");
    }

    private List<String> titles(UUID account) {
        return titlesOn(account, TODAY);
    }

    private List<String> titlesOn(UUID account, LocalDate day) {
        var person = accounts.get(staff.actor(Role.SECURITY, county), account).person();
        return posts.heldBy(county.county(), person, day).stream().map(p -> p.title()).toList();
    }

    private static String login() {
        return "a" + Ids.next().toString().substring(9);
    }
}
