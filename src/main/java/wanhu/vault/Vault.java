package wanhu.vault;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.CannotStart;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Verb;

/**
 * Seals, opens and finds values that a stolen copy of the database must not tell. A field is named
 * by its column, "people.person.phone"; a sealed value opens only for the field and row for which
 * it was sealed.
 */
@Component
public class Vault {
    private static final String CHECK = "vault.key_check.sealed|";
    private static final String CHECK_WORD = "wanhu";

    private static final Logger LOG = LoggerFactory.getLogger(Vault.class);

    private final KeyRing ring;
    private final Seal seal;
    private final JdbcClient db;
    private final Clock clock;
    private final Audit audit;

    Vault(KeyRing ring, JdbcClient db, Clock clock, Audit audit) {
        this.ring = ring;
        this.seal = new Seal(ring);
        this.db = db;
        this.clock = clock;
        this.audit = audit;
        prove(ring.now());
    }

    /**
     * Hides a text.
     *
     * @param field the column that will hold it, "room.table.column"
     * @param row id of the row that will hold it
     * @throws Refused when the text is masked: what was shown with stars must not come back as data
     */
    public String seal(String field, UUID row, String plain) {
        if (plain.indexOf('*') >= 0 || plain.indexOf('＊') >= 0) {
            throw new Refused(Refused.Kind.INVALID, "vault.refused.masked");
        }
        return seal.seal(place(field, row), plain);
    }

    /**
     * The text that was sealed for the field and row; for the program's own use (masking, sending).
     * What a person gets to read goes through {@link #reveal}.
     *
     * @throws IllegalStateException when the value was sealed for another place or was changed
     */
    public String open(String field, UUID row, String sealed) {
        return seal.open(place(field, row), sealed);
    }

    /**
     * Blind index of a text: equal texts of one field have equal indexes; tells nothing else.
     *
     * @return 32 hexadecimal digits
     */
    public String index(String field, String plain) {
        return seal.index(field, plain);
    }

    /**
     * The same value sealed with the current key. One that does not open is left as it is and told
     * to the log: a single damaged value must not keep all others under an old key.
     */
    public String anew(String field, UUID row, String sealed) {
        if (seal.current(sealed)) {
            return sealed;
        }
        try {
            return seal.seal(place(field, row), seal.open(place(field, row), sealed));
        } catch (IllegalStateException damaged) {
            LOG.error("Expected {} of {} to open but it does not", field, row, damaged);
            return sealed;
        }
    }

    /** With this begins every value that is under the current key. */
    public String currentPrefix() {
        return seal.prefix();
    }

    boolean canGrow() {
        return ring.canGrow();
    }

    /** The keys, the newest first. */
    List<KeyState> keys() {
        var current = ring.now().current();
        return db.sql(
                        """
                        select id, made_at, resealed_at
                        from vault.key_check
                        order by length(id) desc, id desc
                        """)
                .query((row, _) ->
                        new KeyState(
                                row.getString("id"),
                                row.getString("id").equals(current),
                                Sql.instantOrNull(row, "made_at"),
                                Sql.instantOrNull(row, "resealed_at")))
                .list();
    }

    /**
     * Makes a key that seals from now on; older values follow in the background.
     *
     * @throws Refused when the actor is not the county's administrator, or the keys come from the
     *     environment
     */
    @Transactional
    public void grow(Actor actor) {
        if (!actor.is(Role.SECURITY) || actor.path().text().length() > OrgPath.COUNTY_LENGTH) {
            throw new Refused(Refused.Kind.FORBIDDEN, "vault.refused.county-admin");
        }
        note(ring.grow());
        audit.record(actor, Act.of(Verb.KEY_MADE, ring.now().current()));
    }

    /** A sealed value with its place. */
    public record Sealed(String field, UUID row, String value) {}

    /**
     * Opens a value for a person to read and records who read it, as which post, and why.
     *
     * @throws Refused RULE when the data were collected for other purposes
     */
    @Transactional
    public String reveal(Actor actor, Stated why, Sealed sealed) {
        Register.need(sealed.field(), why.use());
        record(actor, why, sealed);
        audit.record(
                actor,
                Act.of(Verb.PLAIN_VIEWED, sealed.row())
                        .because(why.said())
                        .with("use", why.use())
                        .with("field", sealed.field()));
        return open(sealed.field(), sealed.row(), sealed.value());
    }

    private void record(Actor actor, Stated why, Sealed sealed) {
        db.sql(
                        """
                        insert into vault.view (county, id, at, person, post, actor_name,
                          actor_title, path, field, row, purpose, used_for)
                        values (:county, :id, :at, :person, :post, :actor_name,
                          :actor_title, :path, :field, :row, :purpose, :use)
                        """)
                .param("county", actor.county())
                .param("id", Ids.next())
                .param("at", Sql.at(clock.instant()))
                .param("person", actor.person())
                .param("post", actor.post())
                .param("actor_name", actor.name())
                .param("actor_title", actor.title())
                .param("path", actor.path().text())
                .param("field", sealed.field())
                .param("row", sealed.row())
                .param("purpose", why.said())
                .param("use", why.use().name())
                .update();
    }

    private static String place(String field, UUID row) {
        return field.replace('.', '|') + "|" + row;
    }

    /** Proves that each key that ever sealed is at hand and is the same; notes a new one. */
    private void prove(Keys keys) {
        db.sql("select id, sealed from vault.key_check order by id")
                .query(KeyCheck.class)
                .list()
                .forEach(check -> prove(keys, check));
        note(keys);
    }

    private void note(Keys keys) {
        db.sql(
                        """
                        insert into vault.key_check (id, sealed, made_at, resealed_at)
                        values (:id, :sealed, cast(:made_at as timestamptz),
                          case when exists (select from vault.key_check) then null else cast(:made_at as timestamptz) end)
                        on conflict (id) do nothing
                        """)
                .param("id", keys.current())
                .param("made_at", Sql.at(clock.instant()))
                .param("sealed", seal.seal(CHECK + keys.current(), CHECK_WORD))
                .update();
    }

    private void prove(Keys keys, KeyCheck check) {
        if (!keys.sealing().containsKey(check.id())) {
            throw new CannotStart(
                    "The vault key "
                            + check.id()
                            + ", which sealed this data, is not among the keys given: bring back"
                            + " the file vault.keys.");
        }
        try {
            seal.open(CHECK + check.id(), check.sealed());
        } catch (IllegalStateException other) {
            throw new CannotStart(
                    "The vault key "
                            + check.id()
                            + " is not the one that sealed this data: bring back the file"
                            + " vault.keys.",
                    other);
        }
    }

    private record KeyCheck(String id, String sealed) {}
}
