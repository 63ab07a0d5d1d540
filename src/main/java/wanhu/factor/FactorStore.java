package wanhu.factor;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.vault.Vault;

/** Secrets of authenticator apps, sealed, and digests of recovery codes. */
@Component
class FactorStore {
    static final String SECRET = "factor.totp.secret";
    private static final String DIGEST = "factor.recovery.digest";

    private final JdbcClient db;
    private final Vault vault;

    FactorStore(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    boolean confirmed(UUID account) {
        return db.sql(
                        """
                        select exists (
                          select from factor.totp
                          where account = :account and confirmed_at is not null
                        )
                        """)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** A secret, confirmed or still on offer. */
    Optional<byte[]> secret(UUID account, boolean confirmed) {
        return db.sql(
                        """
                        select secret from factor.totp
                        where account = :account and (confirmed_at is not null) = :confirmed
                        """)
                .param("account", account)
                .param("confirmed", confirmed)
                .query(String.class)
                .optional()
                .map(sealed -> Base32.decode(vault.open(SECRET, account, sealed)));
    }

    /** Keeps a secret on offer; one that is confirmed stays. */
    void offer(UUID account, byte[] secret) {
        db.sql(
                        """
                        insert into factor.totp (account, secret)
                        values (:account, :secret)
                        on conflict (account) do nothing
                        """)
                .param("account", account)
                .param("secret", vault.seal(SECRET, account, Base32.toBase32String(secret)))
                .update();
    }

    void confirm(UUID account, Instant at) {
        db.sql("update factor.totp set confirmed_at = :at where account = :account")
                .param("account", account)
                .param("at", Sql.at(at))
                .update();
    }

    /** Uses up a step of time; false when its code, or a later one, was used before. */
    boolean useStep(UUID account, long step) {
        return db.sql(
                                """
                                update factor.totp set last_step = :step
                                where account = :account and last_step < :step
                                """)
                        .param("account", account)
                        .param("step", step)
                        .update()
                == 1;
    }

    void setRecovery(UUID account, Collection<String> codes) {
        db.sql("delete from factor.recovery where account = :account")
                .param("account", account)
                .update();
        var digests = codes.stream().map(code -> vault.index(DIGEST, code)).toArray(String[]::new);
        db.sql(
                        """
                        insert into factor.recovery (account, digest)
                        select :account, digest from unnest(:digests) digest
                        """)
                .param("account", account)
                .param("digests", digests)
                .update();
    }

    /** Uses up a recovery code; false when there is no such code left. */
    boolean useRecovery(UUID account, String code, Instant at) {
        return db.sql(
                                """
                                update factor.recovery set used_at = :at
                                where account = :account and digest = :digest and used_at is null
                                """)
                        .param("account", account)
                        .param("digest", vault.index(DIGEST, code))
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    int recoveryLeft(UUID account) {
        return db.sql(
                        """
                        select count(*) from factor.recovery
                        where account = :account and used_at is null
                        """)
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    void removeRecovery(UUID account) {
        db.sql("delete from factor.recovery where account = :account")
                .param("account", account)
                .update();
    }

    void removeApp(UUID account) {
        db.sql("delete from factor.totp where account = :account")
                .param("account", account)
                .update();
    }
}
