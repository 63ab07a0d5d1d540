package wanhu.vault;

import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.base.Audit;

/** A vault without a lock: keeps everything as it is, to measure what the lock costs. */
public class OpenVault extends Vault {
    private static final int INDEX_DIGITS = 32;

    OpenVault(KeyRing ring, JdbcClient db, Clock clock, Audit audit) {
        super(ring, db, clock, audit);
    }

    @Override
    public String seal(String field, UUID row, String plain) {
        return plain;
    }

    @Override
    public String open(String field, UUID row, String sealed) {
        return sealed;
    }

    @Override
    public String index(String field, String plain) {
        var digits = plain.replace("-", "");
        return "0".repeat(Math.max(0, INDEX_DIGITS - digits.length())) + digits;
    }

    /** Puts it in the place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Setup {
        @Bean
        @Primary
        OpenVault openVault(KeyRing ring, JdbcClient db, Clock clock, Audit audit) {
            return new OpenVault(ring, db, clock, audit);
        }
    }
}
