package wanhu.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a county reaches a channel.
 *
 * @param endpoint smtp://, smtps://, http:// or https://
 * @param sender what stands as the sender: an address, a signature
 * @param account with whom one signs in; empty for none
 * @param secret sealed; null for none
 */
record ChannelSetting(
        int county,
        UUID id,
        Channel channel,
        boolean active,
        String endpoint,
        String sender,
        String account,
        @Nullable String secret,
        String changedBy) {
    static final String SECRET = "message.channel.secret_sealed";
}
