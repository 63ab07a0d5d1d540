package wanhu.message;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;
import wanhu.shell.Screen;

/**
 * Channels and deliveries, for the county's administrator: states and faults, never who or what.
 */
@Controller
@For(Role.ADMIN)
class DeliveryPages implements MenuSource {
    private static final int MENU_ORDER = 540;
    private static final int ROWS_MAX = 50;

    private final MessageChannels channels;
    private final OutboxStore outbox;
    private final MessageSender sender;
    private final Units units;
    private final Audit audit;

    DeliveryPages(
            MessageChannels channels,
            OutboxStore outbox,
            MessageSender sender,
            Units units,
            Audit audit) {
        this.channels = channels;
        this.outbox = outbox;
        this.sender = sender;
        this.units = units;
        this.audit = audit;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "message.channels",
                        "/messages/channels",
                        MENU_ORDER,
                        actor -> actor.is(Role.ADMIN)));
    }

    /** A channel as somebody types it. */
    record ChannelForm(
            @Nullable Channel channel,
            @Nullable Boolean active,
            @Nullable String endpoint,
            @Nullable String sender,
            @Nullable String account,
            @Nullable String secret) {
        MessageChannels.Wish read() {
            if (channel == null) {
                throw new Refused(Refused.Kind.INVALID, "message.refused.channel");
            }
            return new MessageChannels.Wish(
                    channel,
                    Boolean.TRUE.equals(active),
                    text(endpoint),
                    text(sender),
                    text(account),
                    text(secret));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }

        static ChannelForm of(Channel channel, List<ChannelSetting> known) {
            return known.stream()
                    .filter(each -> each.channel() == channel)
                    .findFirst()
                    .map(each ->
                            new ChannelForm(
                                    channel,
                                    each.active(),
                                    each.endpoint(),
                                    each.sender(),
                                    each.account(),
                                    each.secret()))
                    .orElse(new ChannelForm(channel, false, "", "", "", null));
        }

        ChannelForm keeping(@Nullable String kept) {
            return new ChannelForm(channel, active, endpoint, sender, account, kept);
        }

        boolean hasSecret() {
            return secret != null && !secret.isEmpty();
        }

        @Override
        public String toString() {
            return "ChannelForm[channel=" + channel + "]";
        }
    }

    /** All channels. */
    record ChannelsPage(
            List<ChannelForm> forms, @Nullable Channel open, @Nullable Refused refused) {
        boolean open(ChannelForm form) {
            return open != null && form.channel() == open;
        }

        String fault(Screen screen) {
            return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
        }
    }

    @GetMapping("/messages/channels")
    ModelAndView channels(Actor actor) {
        return Html.page("message/channels", page(actor, null, null));
    }

    /** What was typed stays when it is refused; a secret is never shown again. */
    private ChannelsPage page(Actor actor, @Nullable ChannelForm typed, @Nullable Refused no) {
        var known = channels.list(actor.county());
        var forms =
                Arrays.stream(Channel.values())
                        .map(each -> ChannelForm.of(each, known))
                        .map(each ->
                                typed != null && typed.channel() == each.channel()
                                        ? typed.keeping(each.secret())
                                        : each)
                        .toList();
        return new ChannelsPage(forms, typed == null ? null : typed.channel(), no);
    }

    @PostMapping("/messages/channels")
    @For(value = Role.ADMIN, proof = true)
    ModelAndView save(Actor actor, @ModelAttribute ChannelForm form) {
        try {
            channels.save(actor, form.read());
            return Html.redirect("/messages/channels?said=message.said.channel");
        } catch (Refused no) {
            var status = HttpStatus.valueOf(no.kind().status());
            return Html.page("message/channels", page(actor, form, no), status);
        }
    }

    /** The deliveries. */
    record DeliveriesPage(String state, List<Message> rows, @Nullable String next) {
        String nextHref() {
            return "/messages/deliveries?state=" + state + "&before=" + next;
        }

        static String look(Message message) {
            return switch (message.delivery().state()) {
                case WAITING -> "act";
                case SENT, DELIVERED -> "done";
                case FAILED -> "overdue";
                case HANDED_ON -> "soon";
                case DROPPED -> "plain";
            };
        }
    }

    @GetMapping("/messages/deliveries")
    ModelAndView deliveries(
            Actor actor,
            @RequestParam(required = false) Message.@Nullable State state,
            @RequestParam(defaultValue = "") String before) {
        var name = state == null ? "" : state.name();
        var found = outbox.page(actor.county(), name, Before.read(before), ROWS_MAX + 1);
        boolean more = found.size() > ROWS_MAX;
        var rows = more ? found.subList(0, ROWS_MAX) : found;
        var next = more ? after(rows.getLast()).text() : null;
        return Html.page("message/deliveries", new DeliveriesPage(name, rows, next));
    }

    private static Before after(Message last) {
        return new Before(last.delivery().made(), last.id());
    }

    /** Deliveries are the county's: an administrator of a unit within it reaches none. */
    private boolean whole(Actor actor) {
        return units.tree(actor.county())
                .root()
                .filter(root -> actor.covers(root.path()))
                .isPresent();
    }

    @PostMapping("/messages/deliveries/{delivery}/again")
    ModelAndView again(Actor actor, @PathVariable UUID delivery) {
        if (!whole(actor) || !sender.again(actor.county(), delivery)) {
            throw new Refused(Refused.Kind.MISSING, "message.refused.missing");
        }
        audit.record(actor, Act.of(Verb.MESSAGE_RETRIED, delivery));
        return Html.redirect("/messages/deliveries?said=message.said.again");
    }

    @PostMapping("/messages/deliveries/{delivery}/drop")
    ModelAndView drop(Actor actor, @PathVariable UUID delivery) {
        if (!whole(actor) || !sender.drop(actor.county(), delivery)) {
            throw new Refused(Refused.Kind.MISSING, "message.refused.gone");
        }
        audit.record(actor, Act.of(Verb.MESSAGE_DROPPED, delivery));
        return Html.redirect("/messages/deliveries?said=message.said.dropped");
    }
}
