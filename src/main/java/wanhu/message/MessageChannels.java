package wanhu.message;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.vault.Vault;

/** The door to a county's channels: set up by its administrator, secrets sealed. */
@Service
class MessageChannels {
    private static final int ENDPOINT_CHARACTERS_MAX = 300;
    private static final int LINE_CHARACTERS_MAX = 100;

    private final ChannelStore store;
    private final Outbound outbound;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    MessageChannels(ChannelStore store, Outbound outbound, Vault vault, Audit audit, Clock clock) {
        this.store = store;
        this.outbound = outbound;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What the administrator wants.
     *
     * @param secret the new one; empty keeps the old one
     */
    record Wish(
            Channel channel,
            boolean active,
            String endpoint,
            String sender,
            String account,
            String secret) {
        @Override
        public String toString() {
            return "Wish[channel=" + channel + "]";
        }
    }

    @Transactional(readOnly = true)
    List<ChannelSetting> list(int county) {
        return store.list(county);
    }

    /** The channel when it is in use. */
    @Transactional(readOnly = true)
    Optional<ChannelSetting> active(int county, Channel channel) {
        return store.active(county, channel);
    }

    /** The secret in plain, for sending. */
    String secret(ChannelSetting setting) {
        var sealed = setting.secret();
        return sealed == null ? "" : vault.open(ChannelSetting.SECRET, setting.id(), sealed);
    }

    /**
     * Sets a channel up anew.
     *
     * @throws Refused FORBIDDEN for others than administrators, INVALID or RULE for an address that
     *     is none or leads into a closed network
     */
    @Transactional
    void save(Actor actor, Wish wish) {
        Refused.unless(Kind.FORBIDDEN, actor.is(Role.ADMIN), "message.refused.admin");
        check(wish);
        var before =
                store.list(actor.county()).stream()
                        .filter(each -> each.channel() == wish.channel())
                        .findFirst();
        var id = before.map(ChannelSetting::id).orElseGet(Ids::next);
        var kept = before.map(ChannelSetting::secret).orElse(null);
        store.save(
                new ChannelSetting(
                        actor.county(),
                        id,
                        wish.channel(),
                        wish.active(),
                        wish.endpoint().strip(),
                        wish.sender().strip(),
                        wish.account().strip(),
                        wish.secret().isEmpty()
                                ? kept
                                : vault.seal(ChannelSetting.SECRET, id, wish.secret()),
                        actor.title() + " " + actor.name()),
                clock.instant());
        audit.record(
                actor,
                Act.of(Verb.CHANNEL_CHANGED, wish.channel())
                        .with("active", wish.active())
                        .with("secret", wish.secret().isEmpty() ? "kept" : "changed"));
    }

    private void check(Wish wish) {
        boolean fits =
                wish.endpoint().length() <= ENDPOINT_CHARACTERS_MAX
                        && wish.sender().length() <= LINE_CHARACTERS_MAX
                        && wish.account().length() <= LINE_CHARACTERS_MAX
                        && wish.secret().length() <= ENDPOINT_CHARACTERS_MAX;
        Refused.unless(Kind.INVALID, fits, "message.refused.long");
        var scheme = outbound.check(wish.endpoint()).getScheme();
        boolean mail = scheme.startsWith("smtp");
        Refused.unless(
                Kind.INVALID,
                mail == (wish.channel() == Channel.EMAIL),
                "message.refused.endpoint");
    }
}
