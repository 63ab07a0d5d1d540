package wanhu.message;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.UnitReminded;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.MatterMoved;
import wanhu.matter.NewsReaders;
import wanhu.message.Message.About;
import wanhu.message.Message.Delivery;
import wanhu.message.Message.State;
import wanhu.message.Message.To;
import wanhu.supervise.Notified;

/** Writes messages in the transaction of the fact that they tell: both stand or fall together. */
@Component
class Postbox {
    /** Where residents who want news hear of their matter. */
    private static final Set<Stage> TOLD =
            EnumSet.of(
                    Stage.SUPPLEMENT,
                    Stage.ADMITTED,
                    Stage.IN_PROGRESS,
                    Stage.PLANNED,
                    Stage.PARKED,
                    Stage.FOLLOW_UP,
                    Stage.CLOSED,
                    Stage.DECLINED,
                    Stage.REFERRED);

    private final Notices notices;
    private final OutboxStore outbox;
    private final ChannelStore channels;
    private final Addresses addresses;
    private final NewsReaders readers;
    private final Laws laws;

    Postbox(
            Notices notices,
            OutboxStore outbox,
            ChannelStore channels,
            Addresses addresses,
            NewsReaders readers,
            Laws laws) {
        this.notices = notices;
        this.outbox = outbox;
        this.channels = channels;
        this.addresses = addresses;
        this.readers = readers;
        this.laws = laws;
    }

    @EventListener
    void on(Notified fact) {
        boolean daily =
                fact.news() == Notified.News.PROMPTED || fact.news() == Notified.News.REPORT_OWED;
        var once =
                daily
                        ? fact.news() + "." + Zones.day(fact.at())
                        : fact.news() + "." + fact.number() + "." + fact.at();
        var about = new About(fact.number(), fact.matter(), fact.href());
        staff(
                fact.county(),
                new Notices.Notice(fact.unit(), fact.news().name(), once, about, false, fact.at()));
    }

    @EventListener
    void on(UnitReminded fact) {
        var about = new About(fact.number(), "", fact.href());
        var once = String.join(".", fact.event(), fact.href(), fact.number(), fact.at().toString());
        staff(
                fact.county(),
                new Notices.Notice(fact.unit(), fact.event(), once, about, false, fact.at()));
    }

    @EventListener
    void on(MatterMoved fact) {
        var after = fact.after();
        switch (fact.step()) {
            case Step.Dispatch _ -> unit(after, "DISPATCHED", fact.at());
            case Step.Escalate _, Step.EscalateUrgently _ -> unit(after, "RAISED", fact.at());
            case Step.HandBack _ -> unit(after, "HANDED_BACK", fact.at());
            case Step.Redo _ -> unit(after, "REDO", fact.at());
            case Step.AskReturn _ -> unit(after, "RETURN_ASKED", fact.at());
            case Step.SendBack _ -> unit(after, "SENT_BACK", fact.at());
            case Step.Supplement _ -> added(fact);
            case Step.Remark _ when fact.by() instanceof By.OnBehalf -> added(fact);
            case Step.Chase(_, var percent) -> unit(after, "CHASE_" + percent, fact.at());
            case Step _ -> {}
        }
        if (fact.before().stage() != after.stage() && TOLD.contains(after.stage())) {
            residents(after, fact.at());
        }
    }

    /** Who has it, and who handles it, hear what the resident has added. */
    private void added(MatterMoved fact) {
        var parties = fact.after().parties();
        Stream.of(parties.holder().unit(), parties.handlerOrHolder().unit())
                .distinct()
                .filter(each -> !each.equals(unit(fact.by())))
                .forEach(each -> unit(each, fact.after(), "SUPPLEMENTED", fact.at()));
    }

    /** The unit of who acted; null for residents and rules. */
    private static @Nullable UUID unit(By by) {
        return switch (by) {
            case By.Staff(var actor) -> actor.unit();
            case By.OnBehalf(var actor, _) -> actor.unit();
            case By.Requester _, By.Rule _ -> null;
        };
    }

    private void unit(Matter matter, String event, Instant at) {
        unit(matter.parties().holder().unit(), matter, event, at);
    }

    private void unit(UUID unit, Matter matter, String event, Instant at) {
        var about = new About(matter.number(), matter.number(), "/matters/" + matter.number());
        staff(
                matter.county(),
                new Notices.Notice(
                        unit,
                        event,
                        event + "." + matter.number() + "." + matter.version(),
                        about,
                        matter.about().danger() || matter.tally().urgent(),
                        at));
    }

    private void staff(int county, Notices.Notice notice) {
        notices.add(county, notice);
        var used = channels.used(county);
        var people =
                used.contains(Channel.EMAIL)
                        ? addresses.ofUnit(county, notice.unit())
                        : java.util.List.<Addresses.Address>of();
        for (Addresses.Address each : people) {
            boolean digest = each.digest() && !notice.urgent();
            var to = new To(notice.unit(), each.person(), null);
            put(
                    message(county, notice, new Way(Channel.EMAIL, each.language(), digest, to)),
                    notice.at());
        }
        if (people.isEmpty()) {
            group(county, notice, used);
        }
    }

    /** Where nobody reads mail, the group hears of it. */
    private void group(int county, Notices.Notice notice, Set<Channel> used) {
        for (Channel channel : new Channel[] {Channel.WECOM, Channel.DINGTALK}) {
            if (used.contains(channel)) {
                var to = new To(notice.unit(), null, null);
                put(message(county, notice, new Way(channel, "zh", false, to)), notice.at());
                return;
            }
        }
    }

    private void residents(Matter matter, Instant at) {
        int county = matter.county();
        if (!channels.used(county).contains(Channel.SMS)) {
            return;
        }
        boolean urgent = matter.about().danger();
        var about = new About(matter.number(), matter.number(), "/track");
        for (UUID requester : readers.of(county, matter.id())) {
            var message =
                    new Message(
                            county,
                            Ids.next(),
                            Channel.SMS,
                            Audience.RESIDENT,
                            matter.stage().name(),
                            "zh",
                            about,
                            new To(null, null, requester),
                            urgent,
                            false,
                            new Delivery(State.WAITING, 0, at, "", ""));
            put(message, at);
        }
    }

    /** Through which channel, in which language, and to whom. */
    private record Way(Channel channel, String language, boolean digest, To to) {}

    private static Message message(int county, Notices.Notice notice, Way way) {
        return new Message(
                county,
                Ids.next(),
                way.channel(),
                Audience.STAFF,
                notice.event(),
                way.language(),
                notice.about(),
                way.to(),
                notice.urgent(),
                way.digest(),
                new Delivery(State.WAITING, 0, notice.at(), "", ""));
    }

    private void put(Message message, Instant now) {
        var next =
                message.digest()
                        ? QuietHours.digest(now)
                        : quiet(message.county(), now).next(now, message.urgent());
        outbox.add(message, next);
    }

    private QuietHours quiet(int county, Instant now) {
        var today = Zones.day(now);
        return new QuietHours(
                laws.number(county, RuleKey.QUIET_FROM, today),
                laws.number(county, RuleKey.QUIET_UNTIL, today));
    }
}
