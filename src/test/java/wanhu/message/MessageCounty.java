package wanhu.message;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A county of each test's own, its channels, and what makes it send something. */
@Lazy
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
final class MessageCounty {
    private static final AtomicInteger CODES = new AtomicInteger(154300);

    private final Staff staff;
    private final Residents residents;
    private final MessageChannels channels;
    private final OutboxStore outbox;
    final Unit county;
    final Unit township;
    final Unit village;

    MessageCounty(Staff staff, Residents residents, MessageChannels channels, OutboxStore outbox) {
        this.staff = staff;
        this.residents = residents;
        this.channels = channels;
        this.outbox = outbox;
        county = staff.county(CODES.incrementAndGet());
        township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
    }

    void on(Channel channel, String endpoint) {
        save(channel, true, endpoint);
    }

    /** Nothing of this county is sent by the runs of other tests. */
    void off() {
        for (Channel channel : Channel.values()) {
            boolean mail = channel == Channel.EMAIL;
            save(channel, false, (mail ? "smtp" : "http") + "://127.0.0.1:1");
        }
    }

    private void save(Channel channel, boolean active, String endpoint) {
        var wish =
                new MessageChannels.Wish(
                        channel, active, endpoint, "wanhu@example.gov.cn", "", "a-secret");
        channels.save(staff.actor(Role.ADMIN, county), wish);
    }

    Actor townshipClerk() {
        return staff.actor(Role.TOWNSHIP_CLERK, township);
    }

    Matter told() {
        return residents.told(village, Residents.help("farm", "耕地没有通电", "两千亩地"), Residents.KNOWN);
    }

    /** A matter that the village took on: its resident is told. */
    Matter takenOn() {
        return residents.take(Role.VILLAGE_CLERK, village, told(), new Step.TakeOn(""));
    }

    /** A matter that the village raised: the township is told. */
    Matter raised() {
        var why = Reason.Escalate.NO_MONEY;
        var step = new Step.Escalate(why, "问过电工。", null);
        return residents.take(Role.VILLAGE_CLERK, village, told(), step);
    }

    /** Its outbox, newest first. */
    List<Message> sent() {
        return outbox.page(county.county(), "", Before.read(""), 50);
    }
}
