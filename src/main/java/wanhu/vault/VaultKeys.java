package wanhu.vault;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.base.Settings;

/**
 * Where the keys come from: the environment ({@code WANHU_VAULT_KEYS}, needed when several programs
 * share a database), else the file {@code vault.keys} beside the data, made at the first start.
 */
@Configuration(proxyBeanMethods = false)
class VaultKeys {
    @Bean
    KeyRing keys(@Value("${wanhu.vault-keys:}") String given, Settings settings) {
        if (!given.isBlank()) {
            return KeyRing.fixed(Keys.read(given));
        }
        return KeyRing.of(new KeyFile(settings.data().resolve("vault.keys")));
    }
}
