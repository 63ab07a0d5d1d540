package wanhu.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;

/** Rows of passkeys. */
@Component
class PasskeyStore {
    private final JdbcClient db;

    PasskeyStore(JdbcClient db) {
        this.db = db;
    }

    /** What the check of a signature needs; its arrays are compared by nobody. */
    @SuppressWarnings("ArrayRecordComponent")
    record Key(UUID id, UUID account, byte[] publicKey, long signCount, boolean backedUp) {}

    Optional<Key> find(byte[] credential) {
        return db.sql(
                        """
                        select id, account, public_key, sign_count, backed_up
                        from factor.passkey
                        where credential = :credential
                        """)
                .param("credential", credential)
                .query((row, _) ->
                        new Key(
                                Sql.uuid(row, "id"),
                                Sql.uuid(row, "account"),
                                row.getBytes("public_key"),
                                row.getLong("sign_count"),
                                row.getBoolean("backed_up")))
                .optional();
    }

    List<Passkey> list(UUID account, int limit) {
        return db.sql(
                        """
                        select id, name, made_at, used_at
                        from factor.passkey
                        where account = :account
                        order by made_at, id
                        limit :limit
                        """)
                .param("account", account)
                .param("limit", limit)
                .query((row, _) ->
                        new Passkey(
                                Sql.uuid(row, "id"),
                                row.getString("name"),
                                Sql.instant(row, "made_at"),
                                Sql.instantOrNull(row, "used_at")))
                .list();
    }

    List<byte[]> credentials(UUID account, int limit) {
        return db.sql(
                        """
                        select credential from factor.passkey
                        where account = :account
                        order by made_at, id
                        limit :limit
                        """)
                .param("account", account)
                .param("limit", limit)
                .query((row, _) -> row.getBytes("credential"))
                .list();
    }

    /** A passkey to keep. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(Key key, byte[] credential, String name, Instant at) {}

    /** False when the pair of keys is kept already. */
    boolean add(Row row) {
        return db.sql(
                                """
                                insert into factor.passkey (id, account, credential, public_key, sign_count,
                                  backed_up, name, made_at)
                                values (:id, :account, :credential, :public_key, :sign_count,
                                  :backed_up, :name, :at)
                                on conflict (credential) do nothing
                                """)
                        .param("id", row.key().id())
                        .param("account", row.key().account())
                        .param("credential", row.credential())
                        .param("public_key", row.key().publicKey())
                        .param("sign_count", row.key().signCount())
                        .param("backed_up", row.key().backedUp())
                        .param("name", row.name())
                        .param("at", Sql.at(row.at()))
                        .update()
                == 1;
    }

    /** Notes a use; false when a later one was noted meanwhile. */
    boolean use(Key key, long signCount, Instant at) {
        return db.sql(
                                """
                                update factor.passkey
                                set sign_count = :sign_count, used_at = :at
                                where id = :id and (sign_count < :sign_count or sign_count = 0)
                                """)
                        .param("id", key.id())
                        .param("sign_count", signCount)
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    boolean rename(UUID account, UUID id, String name) {
        return db.sql(
                                """
                                update factor.passkey
                                set name = :name
                                where account = :account and id = :id
                                """)
                        .param("account", account)
                        .param("id", id)
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean remove(UUID account, UUID id) {
        return db.sql("delete from factor.passkey where account = :account and id = :id")
                        .param("account", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    void removeAll(UUID account) {
        db.sql("delete from factor.passkey where account = :account")
                .param("account", account)
                .update();
    }
}
