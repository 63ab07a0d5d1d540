package wanhu.matter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.vault.SealedColumn;

/** What this room keeps sealed: names and phones of requesters. */
@Configuration(proxyBeanMethods = false)
class SealedMatter {
    @Bean
    SealedColumn requesterName() {
        return SealedColumn.of(Receipts.NAME, "matter.requester", "name_sealed");
    }

    @Bean
    SealedColumn requesterPhone() {
        return SealedColumn.of(Receipts.PHONE, "matter.requester", "phone_sealed");
    }
}
