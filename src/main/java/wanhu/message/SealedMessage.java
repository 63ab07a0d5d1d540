package wanhu.message;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.vault.SealedColumn;

/** What this room keeps sealed: addresses of those who work here, secrets of channels. */
@Configuration(proxyBeanMethods = false)
class SealedMessage {
    @Bean
    SealedColumn staffEmail() {
        return new SealedColumn(
                Addresses.EMAIL, "message.address", "person_id", "email_sealed", true);
    }

    @Bean
    SealedColumn channelSecret() {
        return SealedColumn.of(ChannelSetting.SECRET, "message.channel", "secret_sealed");
    }
}
