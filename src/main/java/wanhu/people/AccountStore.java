package wanhu.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.vault.Phone;
import wanhu.vault.Vault;

/** Rows of persons and accounts. */
@Component
class AccountStore {
    static final String PHONE = "people.person.phone";

    private final JdbcClient db;
    private final Vault vault;

    AccountStore(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** What the check of a password needs. */
    record Credentials(UUID id, int county, UUID person, String hash, Account.State state) {}

    Optional<Credentials> credentials(Login login) {
        return db.sql(
                        """
                        select id, county, person, hash, state
                        from people.account
                        where login = :login
                        """)
                .param("login", login.text())
                .query((row, _) ->
                        new Credentials(
                                Sql.uuid(row, "id"),
                                row.getInt("county"),
                                Sql.uuid(row, "person"),
                                row.getString("hash"),
                                Account.State.valueOf(row.getString("state"))))
                .optional();
    }

    /** Who signed in with the account, while it is active and its epoch is still the same. */
    Optional<SignedIn> signedIn(UUID account) {
        return db.sql(
                        """
                        select a.id, a.county, a.person, a.login, p.name, a.must_change, a.auth_epoch
                        from people.account a
                        join people.person p on p.county = a.county and p.id = a.person
                        where a.id = :id and a.state = 'ACTIVE'
                        """)
                .param("id", account)
                .query((row, _) ->
                        new SignedIn(
                                Sql.uuid(row, "id"),
                                row.getInt("county"),
                                Sql.uuid(row, "person"),
                                row.getString("login"),
                                row.getString("name"),
                                row.getBoolean("must_change"),
                                row.getInt("auth_epoch")))
                .optional();
    }

    boolean none() {
        return db.sql("select not exists (select from people.account)")
                .query(Boolean.class)
                .single();
    }

    boolean taken(Login login) {
        return db.sql("select exists (select from people.account where login = :login)")
                .param("login", login.text())
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> accountOf(int county, UUID person) {
        return db.sql("select id from people.account where county = :county and person = :person")
                .param("county", county)
                .param("person", person)
                .query(UUID.class)
                .optional();
    }

    Optional<Account> find(int county, UUID id) {
        return db.sql(
                        """
                        select a.id, a.login, a.county, a.person, p.name, p.phone, a.state,
                          a.must_change, a.last_sign_in
                        from people.account a
                        join people.person p on p.county = a.county and p.id = a.person
                        where a.county = :county and a.id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query(this::account)
                .optional();
    }

    /** Accounts whose login or name holds the text, from a login on, in the order of logins. */
    List<Account> list(int county, String text, String after, int limit) {
        return db.sql(
                        """
                        select a.id, a.login, a.county, a.person, p.name, p.phone, a.state,
                          a.must_change, a.last_sign_in
                        from people.account a
                        join people.person p on p.county = a.county and p.id = a.person
                        where a.county = :county
                          and (a.login like :text or p.name like :text)
                          and a.login collate "C" > :after
                        order by a.login collate "C"
                        limit :limit
                        """)
                .param("county", county)
                .param("text", like(text))
                .param("after", after)
                .param("limit", limit)
                .query(this::account)
                .list();
    }

    long count(int county, String text) {
        return db.sql(
                        """
                        select count(*)
                        from people.account a
                        join people.person p on p.county = a.county and p.id = a.person
                        where a.county = :county
                          and (a.login like :text or p.name like :text)
                        """)
                .param("county", county)
                .param("text", like(text))
                .query(Long.class)
                .single();
    }

    /** Whether one of the persons has an account that is neither locked nor closed. */
    boolean active(int county, Collection<UUID> persons) {
        return db.sql(
                        """
                        select exists (
                            select
                            from people.account
                            where county = :county and person = any(:persons)
                                and state = 'ACTIVE')
                        """)
                .param("county", county)
                .param("persons", persons.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    Map<UUID, String> names(int county, Collection<UUID> persons) {
        return db
                .sql(
                        """
                        select id, name
                        from people.person
                        where county = :county and id = any(:ids)
                        """)
                .param("county", county)
                .param("ids", persons.toArray(UUID[]::new))
                .query((row, _) -> Map.entry(Sql.uuid(row, "id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void addPerson(NewAccount wish) {
        var phone = wish.phone();
        db.sql(
                        """
                        insert into people.person (county, id, name, phone, phone_index)
                        values (:county, :id, :name, :phone, :phone_index)
                        """)
                .param("county", wish.county())
                .param("id", wish.person())
                .param("name", wish.name())
                .param("phone", phone == null ? null : sealed(wish.person(), phone))
                .param("phone_index", phone == null ? null : vault.index(PHONE, phone.digits()))
                .update();
    }

    /** The secret half of a new account. */
    record Secret(UUID id, String hash, boolean mustChange, Instant at) {}

    void addAccount(NewAccount wish, Secret secret) {
        db.sql(
                        """
                        insert into people.account (id, login, county, person, hash, state,
                          must_change, made_at)
                        values (:id, :login, :county, :person, :hash, 'ACTIVE',
                          :must_change, :made_at)
                        """)
                .param("id", secret.id())
                .param("login", wish.login().text())
                .param("county", wish.county())
                .param("person", wish.person())
                .param("hash", secret.hash())
                .param("must_change", secret.mustChange())
                .param("made_at", Sql.at(secret.at()))
                .update();
    }

    /** A new hash ends all sessions of the account. */
    void setHash(UUID id, String hash, boolean mustChange) {
        db.sql(
                        """
                        update people.account
                        set hash = :hash, must_change = :must_change, auth_epoch = auth_epoch + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("hash", hash)
                .param("must_change", mustChange)
                .update();
    }

    /** Deletes the phone of somebody who has left. */
    void forgetPhone(int county, UUID person) {
        db.sql(
                        """
                        update people.person
                        set phone = null, phone_index = null
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", person)
                .update();
    }

    /** Ends all sessions of the account. */
    void endSessions(UUID id) {
        db.sql("update people.account set auth_epoch = auth_epoch + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** A new state ends all sessions of the account; false when somebody else was faster. */
    boolean setState(UUID id, Account.State from, Account.State to) {
        return db.sql(
                                """
                                update people.account
                                set state = :to, auth_epoch = auth_epoch + 1
                                where id = :id and state = :from
                                """)
                        .param("id", id)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    void touch(UUID id, Instant at) {
        db.sql("update people.account set last_sign_in = :at where id = :id")
                .param("id", id)
                .param("at", Sql.at(at))
                .update();
    }

    private String sealed(UUID person, Phone phone) {
        return vault.seal(PHONE, person, phone.digits());
    }

    private Account account(ResultSet row, int number) throws SQLException {
        var person = Sql.uuid(row, "person");
        return new Account(
                Sql.uuid(row, "id"),
                new Login(row.getString("login")),
                row.getInt("county"),
                person,
                row.getString("name"),
                phone(person, row.getString("phone")),
                Account.State.valueOf(row.getString("state")),
                row.getBoolean("must_change"),
                Sql.instantOrNull(row, "last_sign_in"));
    }

    private @Nullable Phone phone(UUID person, @Nullable String sealed) {
        return sealed == null ? null : Phone.of(vault.open(PHONE, person, sealed));
    }

    private static String like(String text) {
        return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
