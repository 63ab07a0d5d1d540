package wanhu.hook;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.vault.SealedColumn;

/** What this room keeps sealed: the secrets that sign. */
@Configuration(proxyBeanMethods = false)
class SealedHooks {
    @Bean
    SealedColumn hookSecret() {
        return SealedColumn.of(Hooks.SECRET, "hook.hook", "secret_sealed");
    }

    @Bean
    SealedColumn hookOldSecret() {
        return SealedColumn.of(Hooks.SECRET, "hook.hook", "old_sealed");
    }
}
