package wanhu.exchange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.vault.SealedColumn;

/** What this room keeps sealed: the tokens of other systems. */
@Configuration(proxyBeanMethods = false)
class SealedPartners {
    @Bean
    SealedColumn partnerToken() {
        return SealedColumn.of(Partner.TOKEN, "exchange.partner", "token_sealed");
    }
}
