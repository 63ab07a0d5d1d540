package wanhu.vault;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.base.CannotStart;
import wanhu.base.Settings;
import wanhu.crypto.Suite;

/**
 * Where the keys come from: the environment ({@code WANHU_VAULT_KEYS}, needed when several programs
 * share a database), else the file {@code vault.keys} beside the data, made at the first start. The
 * algorithms come from {@code WANHU_CRYPTO} at that first start.
 */
@Configuration(proxyBeanMethods = false)
class VaultKeys {
    @Bean
    KeyRing keys(
            @Value("${wanhu.vault-keys:}") String given,
            @Value("${wanhu.crypto:}") String crypto,
            Settings settings) {
        var ring =
                given.isBlank()
                        ? KeyRing.of(
                                new KeyFile(settings.data().resolve("vault.keys")), first(crypto))
                        : KeyRing.fixed(Keys.read(given));
        if (!crypto.isBlank() && ring.now().suite() != Suite.of(crypto)) {
            throw new CannotStart(
                    "This data was sealed with the algorithms "
                            + ring.now().suite().setting()
                            + ", not "
                            + crypto
                            + ": they are chosen at the first start and stay.");
        }
        return ring;
    }

    private static Suite first(String crypto) {
        return crypto.isBlank() ? Suite.STANDARD : Suite.of(crypto);
    }
}
