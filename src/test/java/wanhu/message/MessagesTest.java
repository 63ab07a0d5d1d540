package wanhu.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Residents;
import wanhu.message.Message.State;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Messages: written with the fact, sent by a real mail server and to a real HTTP server. */
@WanhuTest
class MessagesTest {
    private static final AtomicInteger CODES = new AtomicInteger(154300);

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Notices notices;
    @Autowired Addresses addresses;
    @Autowired MessageChannels channels;
    @Autowired OutboxStore outbox;
    @Autowired MessageSender sender;
    @Autowired EmailCarrier email;
    @Autowired TestClock clock;

    private final Operator operator = new Operator();
    private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private Unit county;
    private Unit township;
    private Unit village;

    @BeforeEach
    void begin() {
        clock.set("2026-08-17T09:00");
        post.start();
        county = staff.county(CODES.incrementAndGet());
        township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
    }

    @AfterEach
    void end() {
        for (Channel channel : Channel.values()) {
            turn(channel, false);
        }
        operator.close();
        post.stop();
    }

    private void turn(Channel channel, boolean on) {
        boolean mail = channel == Channel.EMAIL;
        var endpoint =
                mail
                        ? "smtp://127.0.0.1:" + Math.max(1, post.getSmtp().getPort())
                        : operator.href("/" + channel);
        var wish =
                new MessageChannels.Wish(
                        channel, on, endpoint, "wanhu@example.gov.cn", "", "a-secret");
        channels.save(staff.actor(Role.ADMIN, county), wish);
    }

    private Actor townshipClerk() {
        return staff.actor(Role.TOWNSHIP_CLERK, township);
    }

    private Matter told() {
        return residents.told(village, Residents.help("farm", "耕地没有通电", "两千亩地"), Residents.KNOWN);
    }

    private Matter raised() {
        var why = Reason.Escalate.NO_MONEY;
        var step = new Step.Escalate(why, "问过电工。", null);
        return residents.take(Role.VILLAGE_CLERK, village, told(), step);
    }

    private List<Message> sent() {
        return outbox.page(county.county(), "", MessagePages.instant(""), 50);
    }

    @Test
    void aUnitReadsWhatCameAndKnowsHowMuchIsNew() {
        var clerk = townshipClerk();
        var matter = raised();

        assertThat(notices.unread(clerk)).isEqualTo(1);
        assertThat(staff.as(Role.TOWNSHIP_CLERK, township).get("/messages").body())
                .contains("下级上报事项 " + matter.number(), "未读", "1 条未读")
                .doesNotContain("耕地没有通电");
        clock.set("2026-08-17T09:01");
        notices.read(clerk.county(), clerk.person(), clerk.unit());
        assertThat(notices.unread(clerk)).isZero();
    }

    @Test
    void mailGoesToWhoWantsItAndHoldsNoWordOfTheMatter() throws Exception {
        turn(Channel.EMAIL, true);
        addresses.save(townshipClerk(), "clerk@example.gov.cn", false, "zh");
        var matter = raised();

        sender.run();

        var mail = post.getReceivedMessages();
        assertThat(mail).hasSize(1);
        assertThat(mail[0].getSubject()).isEqualTo("下级上报事项 " + matter.number() + "，请研究");
        assertThat(mail[0].getContent().toString())
                .contains(matter.number(), "消息设置")
                .doesNotContain("耕地");
        assertThat(sent()).extracting(each -> each.delivery().state()).containsExactly(State.SENT);
    }

    @Test
    void aCollectionGoesOutOnceInTheMorning() throws Exception {
        turn(Channel.EMAIL, true);
        addresses.save(townshipClerk(), "clerk@example.gov.cn", true, "zh");
        raised();
        raised();
        sender.run();
        assertThat(post.getReceivedMessages()).isEmpty();

        clock.set("2026-08-18T08:00");
        sender.run();

        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(post.getReceivedMessages()[0].getSubject()).isEqualTo("民情消息汇总：2 条");
    }

    @Test
    void aResidentReadsNumberAndStateAndTheReceiptIsAskedFor() {
        turn(Channel.SMS, true);
        operator.answers(200, "{\"id\":\"op-1\",\"state\":\"accepted\"}");
        var matter = told();
        residents.take(Role.VILLAGE_CLERK, village, matter, new Step.TakeOn(""));

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
        assertThat(sent())
                .extracting(each -> each.delivery().state())
                .containsExactly(State.DELIVERED);
    }

    @Test
    void whatFailsIsTriedLaterAndThenAnotherChannelTakesOver() {
        turn(Channel.WECOM, true);
        turn(Channel.DINGTALK, true);
        operator.answers(503, "");
        raised();
        for (var time : List.of("09:00", "09:01", "09:06", "09:36", "11:36")) {
            clock.set("2026-08-17T" + time);
            sender.run();
        }
        assertThat(operator.calls()).extracting(Operator.Call::path).contains("/DINGTALK");

        operator.answers(200, "{\"errcode\":0}");
        clock.set("2026-08-17T11:40");
        sender.run();

        assertThat(sent())
                .extracting(each -> each.channel() + " " + each.delivery().state())
                .containsExactlyInAnyOrder("WECOM HANDED_ON", "DINGTALK SENT");
    }

    @Test
    void anOperatorThatRefusesIsNotAskedAgainUntilSomebodyWantsIt() {
        turn(Channel.DINGTALK, true);
        operator.answers(200, "{\"errcode\":310000}");
        raised();
        sender.run();
        sender.run();
        assertThat(operator.calls()).hasSize(1);

        var admin = staff.as(Role.ADMIN, county);
        assertThat(admin.get("/messages/deliveries").body())
                .contains("发送失败", "operator 310000", "重新发送");
        operator.answers(200, "{\"errcode\":0}");
        admin.post("/messages/deliveries/" + sent().getFirst().id() + "/again");
        sender.run();
        assertThat(sent()).extracting(each -> each.delivery().state()).containsExactly(State.SENT);
    }

    @Test
    void atNightNobodyIsWoken() {
        turn(Channel.DINGTALK, true);
        clock.set("2026-08-17T23:00");
        raised();
        sender.run();
        assertThat(operator.calls()).isEmpty();

        clock.set("2026-08-18T07:00");
        sender.run();
        assertThat(operator.calls()).hasSize(1);
    }

    @Test
    void theAdministratorSetsChannelsUpAndSecretsStaySealed() {
        turn(Channel.SMS, true);
        var page = staff.as(Role.ADMIN, county).get("/messages/channels").body();

        assertThat(page).contains("短信", "已启用", "已保存，不填则不变").doesNotContain("a-secret");
        var closed =
                new MessageChannels.Wish(Channel.SMS, true, "http://169.254.169.254/", "", "", "");
        assertThatThrownBy(() -> channels.save(staff.actor(Role.ADMIN, county), closed))
                .hasMessageContaining("message.refused.closed");
    }

    @Test
    void whoEmptiesTheAddressGetsNoMoreMail() {
        turn(Channel.EMAIL, true);
        var visitor = staff.as(Role.TOWNSHIP_CLERK, township);
        visitor.post("/messages/settings", "email", "clerk@example.gov.cn");
        assertThat(visitor.get("/messages/settings").body()).contains("clerk@example.gov.cn");
        assertThat(visitor.post("/messages/settings", "email", "none").status()).isEqualTo(400);

        visitor.post("/messages/settings", "email", "");
        raised();
        sender.run();
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    /** A county may adapt every text of a message, and a second line would be a header. */
    @Test
    void aSubjectOfTwoLinesIsOneLineAndNoHeader() throws Exception {
        var setting =
                new ChannelSetting(
                        county.county(),
                        county.id(),
                        Channel.EMAIL,
                        true,
                        "smtp://127.0.0.1:" + post.getSmtp().getPort(),
                        "wanhu@example.gov.cn",
                        "",
                        null,
                        "");
        var letter =
                new Carrier.Letter(
                        county.id(), "a@example.gov.cn", "News\r\nBcc: b@example.gov.cn", "text");

        email.send(setting, "", letter);

        assertThat(post.getReceivedMessages()).hasSize(1);
        var mail = post.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getSubject()).isEqualTo("News Bcc: b@example.gov.cn");
    }
}
