package wanhu.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.vault.SealedColumn;

/** What this room keeps sealed: phones of those who work here. */
@Configuration(proxyBeanMethods = false)
class SealedPeople {
    @Bean
    SealedColumn personPhone() {
        return SealedColumn.of(AccountStore.PHONE, "people.person", "phone");
    }
}
