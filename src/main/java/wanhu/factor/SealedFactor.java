package wanhu.factor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.vault.SealedColumn;

/** What this room keeps sealed: secrets of authenticator apps. */
@Configuration(proxyBeanMethods = false)
class SealedFactor {
    @Bean
    SealedColumn totpSecret() {
        return new SealedColumn(FactorStore.SECRET, "factor.totp", "account", "secret", false);
    }
}
