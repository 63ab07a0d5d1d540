package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.Web;
import wanhu.base.Role;
import wanhu.factor.Passkeys;
import wanhu.org.UnitKind;

/** Passkeys as their owner meets them, with a device that Chromium plays. */
@BrowserTest
class PasskeyBrowserTest {
    private static final String PASSWORD = "草原上的三只羊 2026";

    @Autowired Staff staff;
    @Autowired AccountStore store;
    @Autowired Passkeys passkeys;
    @Autowired Hashes hashes;
    @Autowired TestClock clock;
    @Autowired Web web;

    private UUID account;
    private String login;

    @Test
    void onePasskeyIsBothFactorsFromTheFirstDayToTheLast(Browsers browsers) {
        var tab = browsers.phone();
        device(tab, true);
        enterByPassword(tab);
        tab.screenshot("passkey-needed").accessible();
        tab.fill("名称", "我的手机").press("在这台设备上创建");
        tab.page().waitForSelector(".codes");
        assertThat(tab.text()).contains("请抄下恢复码");
        tab.press("我已抄好");
        assertThat(tab.page().url()).endsWith("/accounts");
        tab.open("/factor").screenshot("passkey-list").accessible();

        tab.page().context().clearCookies();
        enterByPassword(tab);
        tab.screenshot("passkey-code").accessible();
        press(tab, "用通行密钥验证", "**/accounts");

        tab.page().context().clearCookies();
        tab.open("/sign-in?back=%2Faccounts").screenshot("passkey-sign-in").accessible();
        press(tab, "用通行密钥登录", "**/accounts");

        tab.open("/factor");
        clock.advance(Sessions.PROOF_FRESH_FOR.plus(Duration.ofMinutes(1)));
        tab.press("重新生成恢复码").screenshot("passkey-prove").accessible();
        tab.press("用通行密钥验证");
        tab.page().waitForSelector(".codes");
        renameAndRemove(tab);
    }

    private void renameAndRemove(Tab tab) {
        tab.open("/factor").page().locator("summary").getByText("改名或删除").click();
        tab.page().locator("form[action='/factor/passkeys/name'] input[name=name]").fill("新手机");
        tab.press("保存名称");
        assertThat(tab.text()).contains("名称已保存", "新手机");
        tab.page().locator("summary").getByText("改名或删除").click();
        tab.page().onDialog(dialog -> dialog.accept());
        tab.page().locator("form[action='/factor/passkeys/remove'] button").click();
        tab.arrive("**/factor*");
        assertThat(tab.text()).contains("通行密钥已删除");
        assertThat(passkeys.list(account)).isEmpty();
    }

    @Test
    void anAnswerCountsOnceAndOnlyForWhatWasAsked(Browsers browsers) {
        var tab = browsers.desktop();
        device(tab, true);
        enterByPassword(tab);
        tab.screenshot("passkey-needed").accessible();
        tab.fill("名称", "办公电脑").press("在这台设备上创建");
        tab.page().waitForSelector(".codes");
        tab.open("/factor").screenshot("passkey-list").accessible();
        tab.open("/factor/passkeys/new").screenshot("passkey-new").accessible();
        tab.page().context().clearCookies();
        var sent = new ArrayList<String>();
        tab.page()
                .onRequest(request -> {
                    if (request.url().endsWith("/sign-in/passkey")) {
                        sent.add(credential(request.postData()));
                    }
                });
        tab.open("/sign-in?back=%2Faccounts");
        press(tab, "用通行密钥登录", "**/accounts");

        var thief = web.visitor();
        thief.get("/sign-in");
        assertThat(thief.post("/sign-in/passkey", "credential", sent.getLast()).status())
                .isEqualTo(409);
        assertThat(thief.post("/sign-in/passkey/options").says(account.toString())).isFalse();
        assertThat(thief.post("/sign-in/passkey", "credential", sent.getLast()).status())
                .isEqualTo(403);
        thief.post("/sign-in/passkey/options");
        assertThat(thief.post("/sign-in/passkey", "credential", "{}").status()).isEqualTo(403);
        assertThat(thief.get("/accounts").location().orElse("")).contains("/sign-in");
    }

    @Test
    void aDeviceThatDoesNotKnowItsOwnerIsNotEnough(Browsers browsers) {
        var tab = browsers.desktop();
        device(tab, false);
        enterByPassword(tab);
        tab.fill("名称", "捡来的手机").press("在这台设备上创建");
        tab.page().waitForSelector("[data-passkey-fault]:not([hidden])");

        assertThat(tab.text()).contains("没有完成");
        assertThat(passkeys.list(account)).isEmpty();
    }

    @BeforeEach
    void hire() {
        var unit = staff.below(staff.county(152701), UnitKind.TOWNSHIP, "密钥镇");
        account = staff.account(Role.SECURITY, unit);
        login = store.signedIn(account).orElseThrow().login();
        store.setHash(account, hashes.of(Password.chosen(PASSWORD, new Login(login))), false);
    }

    private void enterByPassword(Tab tab) {
        tab.open("/sign-in?back=%2Faccounts").fill("账号", login).fill("密码", PASSWORD);
        tab.page().locator("form[action='/sign-in'] button").click();
    }

    private static void press(Tab tab, String button, String until) {
        tab.press(button);
        tab.arrive(until);
    }

    /** A device with a screen lock, and an owner whom it knows or not. */
    private static void device(Tab tab, boolean knowsOwner) {
        CDPSession devtools = tab.page().context().newCDPSession(tab.page());
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", knowsOwner);
        options.addProperty("automaticPresenceSimulation", true);
        var wish = new JsonObject();
        wish.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", wish);
    }

    private static String credential(String form) {
        return Arrays.stream(form.split("&"))
                .filter(field -> field.startsWith("credential="))
                .map(field -> field.substring("credential=".length()))
                .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
