package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Role;
import wanhu.factor.Authenticator;
import wanhu.org.UnitKind;

/** The second factor as its user meets it, on a phone and at a desk. */
@BrowserTest
class FactorBrowserTest {
    private static final String PASSWORD = "草原上的三只羊 2026";

    @Autowired Staff staff;
    @Autowired AccountStore store;
    @Autowired Hashes hashes;
    @Autowired Authenticator phone;
    @Autowired TestClock clock;

    @Test
    void isSetUpAndAskedFor(Browsers browsers) {
        var county = staff.county(150591);
        for (Tab tab : new Tab[] {browsers.phone(), browsers.desktop()}) {
            var unit = staff.below(county, UnitKind.TOWNSHIP, "双因镇");
            var account = staff.account(Role.ADMIN, unit);
            var login = store.signedIn(account).orElseThrow().login();
            store.setHash(account, hashes.of(Password.chosen(PASSWORD, new Login(login))), false);

            enter(tab, login);
            tab.screenshot("factor-needed").accessible();
            tab.fill("验证码", phone.code(account)).press("确认");
            tab.screenshot("factor-recovery").accessible();
            tab.press("我已抄好");
            tab.open("/sessions").screenshot("sessions").accessible();
            tab.open("/factor").screenshot("factor-on").accessible();
            tab.page().context().clearCookies();
            clock.advance(Duration.ofMinutes(1));

            enter(tab, login);
            tab.screenshot("factor-code").accessible();
            tab.fill("验证码", phone.code(account)).press("登录");
            tab.open("/factor");
            clock.advance(Sessions.PROOF_FRESH_FOR.plusMinutes(1));
            tab.press("重新生成恢复码").screenshot("factor-prove").accessible();
            tab.fill("验证码", phone.code(account)).press("验证并继续");
            assertThat(tab.text()).contains("请抄下恢复码");
        }
    }

    private static void enter(Tab tab, String login) {
        tab.open("/sign-in").fill("账号", login).fill("密码", PASSWORD);
        tab.page().locator("form[action='/sign-in'] button").click();
    }
}
