package wanhu.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.message.Message.State;
import wanhu.people.Staff;

/** Messages: written with the fact, sent by a real mail server and to a real HTTP server. */
@WanhuTest
class MessagesTest {
    @Autowired Staff staff;
    @Autowired MessageCounty county;
    @Autowired Notices notices;
    @Autowired Addresses addresses;
    @Autowired MessageChannels channels;
    @Autowired MessageSender sender;
    @Autowired EmailCarrier email;
    @Autowired TestClock clock;

    private final Operator operator = new Operator();
    private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void begin() {
        clock.set("2026-08-17T09:00");
        post.start();
    }

    @AfterEach
    void end() {
        county.off();
        operator.close();
        post.stop();
    }

    private void turnOn(Channel channel) {
        boolean mail = channel == Channel.EMAIL;
        county.on(
                channel,
                mail
                        ? "smtp://127.0.0.1:" + post.getSmtp().getPort()
                        : operator.href("/" + channel));
    }

    @Test
    void aUnitReadsWhatCameAndKnowsHowMuchIsNew() {
        var clerk = county.townshipClerk();
        var matter = county.raised();

        assertThat(notices.unread(clerk)).isEqualTo(1);
        assertThat(staff.as(Role.TOWNSHIP_CLERK, county.township).get("/messages").body())
                .contains("下级上报事项 " + matter.number(), "未读", "1 条未读")
                .doesNotContain("耕地没有通电");
        clock.set("2026-08-17T09:01");
        notices.read(clerk.county(), clerk.person(), clerk.unit());
        assertThat(notices.unread(clerk)).isZero();
    }

    @Test
    void mailGoesToWhoWantsItAndHoldsNoWordOfTheMatter() throws Exception {
        turnOn(Channel.EMAIL);
        addresses.save(county.townshipClerk(), "clerk@example.gov.cn", false, "zh");
        var matter = county.raised();

        sender.run();

        var mail = post.getReceivedMessages();
        assertThat(mail).hasSize(1);
        assertThat(mail[0].getSubject()).isEqualTo("下级上报事项 " + matter.number() + "，请研究");
        assertThat(mail[0].getContent().toString())
                .contains(matter.number(), "消息设置")
                .doesNotContain("耕地");
        assertThat(county.sent())
                .extracting(each -> each.delivery().state())
                .containsExactly(State.SENT);
    }

    @Test
    void aCollectionGoesOutOnceInTheMorning() throws Exception {
        turnOn(Channel.EMAIL);
        addresses.save(county.townshipClerk(), "clerk@example.gov.cn", true, "zh");
        county.raised();
        county.raised();
        sender.run();
        assertThat(post.getReceivedMessages()).isEmpty();

        clock.set("2026-08-18T08:00");
        sender.run();

        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(post.getReceivedMessages()[0].getSubject()).isEqualTo("民情消息汇总：2 条");
    }

    @Test
    void aResidentReadsNumberAndStateAndTheReceiptIsAskedFor() {
        turnOn(Channel.SMS);
        operator.answers(200, "{\"id\":\"op-1\",\"state\":\"accepted\"}");
        var matter = county.takenOn();

        sender.run();

        var call = operator.calls().getFirst();
        assertThat(call.body())
                .contains("13800138000", matter.number())
                .doesNotContain("耕地", "白玉兰");
        assertThat(call.signature()).isEqualTo(HttpCarrier.signature("a-secret", call.body()));
        operator.answers(200, "{\"id\":\"op-1\",\"state\":\"delivered\"}");
        clock.set("2026-08-17T09:11");
        sender.run();
        assertThat(operator.calls().getLast().path()).isEqualTo("/SMS/op-1");
        assertThat(county.sent())
                .extracting(each -> each.delivery().state())
                .containsExactly(State.DELIVERED);
    }

    @Test
    void whatFailsIsTriedLaterAndThenAnotherChannelTakesOver() {
        turnOn(Channel.WECOM);
        turnOn(Channel.DINGTALK);
        operator.answers(503, "");
        county.raised();
        for (var time : List.of("09:00", "09:01", "09:06", "09:36", "11:36")) {
            clock.set("2026-08-17T" + time);
            sender.run();
        }
        assertThat(operator.calls()).extracting(Operator.Call::path).contains("/DINGTALK");

        operator.answers(200, "{\"errcode\":0}");
        clock.set("2026-08-17T11:40");
        sender.run();

        assertThat(county.sent())
                .extracting(each -> each.channel() + " " + each.delivery().state())
                .containsExactlyInAnyOrder("WECOM HANDED_ON", "DINGTALK SENT");
    }

    @Test
    void anOperatorThatRefusesIsNotAskedAgainUntilSomebodyWantsIt() {
        turnOn(Channel.DINGTALK);
        operator.answers(200, "{\"errcode\":310000}");
        county.raised();
        sender.run();
        sender.run();
        assertThat(operator.calls()).hasSize(1);

        var admin = staff.as(Role.ADMIN, county.county);
        assertThat(admin.get("/messages/deliveries").body())
                .contains("发送失败", "operator 310000", "重新发送");
        operator.answers(200, "{\"errcode\":0}");
        admin.post("/messages/deliveries/" + county.sent().getFirst().id() + "/again");
        sender.run();
        assertThat(county.sent())
                .extracting(each -> each.delivery().state())
                .containsExactly(State.SENT);
    }

    @Test
    void atNightNobodyIsWoken() {
        turnOn(Channel.DINGTALK);
        clock.set("2026-08-17T23:00");
        county.raised();
        sender.run();
        assertThat(operator.calls()).isEmpty();

        clock.set("2026-08-18T07:00");
        sender.run();
        assertThat(operator.calls()).hasSize(1);
    }

    @Test
    void theAdministratorSetsChannelsUpAndSecretsStaySealed() {
        turnOn(Channel.SMS);
        var page = staff.as(Role.ADMIN, county.county).get("/messages/channels").body();

        assertThat(page).contains("短信", "已启用", "已保存，不填则不变").doesNotContain("a-secret");
        var closed =
                new MessageChannels.Wish(Channel.SMS, true, "http://169.254.169.254/", "", "", "");
        assertThatThrownBy(() -> channels.save(staff.actor(Role.ADMIN, county.county), closed))
                .hasMessageContaining("message.refused.closed");
    }

    @Test
    void whoEmptiesTheAddressGetsNoMoreMail() {
        turnOn(Channel.EMAIL);
        var visitor = staff.as(Role.TOWNSHIP_CLERK, county.township);
        visitor.post("/messages/settings", "email", "clerk@example.gov.cn");
        assertThat(visitor.get("/messages/settings").body()).contains("clerk@example.gov.cn");
        assertThat(visitor.post("/messages/settings", "email", "none").status()).isEqualTo(400);

        visitor.post("/messages/settings", "email", "");
        county.raised();
        sender.run();
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    /** A county may adapt every text of a message, and a second line would be a header. */
    @Test
    void aSubjectOfTwoLinesIsOneLineAndNoHeader() throws Exception {
        var setting =
                new ChannelSetting(
                        county.county.county(),
                        county.county.id(),
                        Channel.EMAIL,
                        true,
                        "smtp://127.0.0.1:" + post.getSmtp().getPort(),
                        "wanhu@example.gov.cn",
                        "",
                        null,
                        "");
        var letter =
                new Carrier.Letter(
                        county.county.id(),
                        "a@example.gov.cn",
                        "News\r\nBcc: b@example.gov.cn",
                        "text",
                        "https://minqing.example.cn/mail/stop/x");

        email.send(setting, "", letter);

        assertThat(post.getReceivedMessages()).hasSize(1);
        var mail = post.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly("<https://minqing.example.cn/mail/stop/x>");
        assertThat(mail.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getSubject()).isEqualTo("News Bcc: b@example.gov.cn");
    }
}
