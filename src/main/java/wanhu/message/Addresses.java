package wanhu.message;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.org.FilledPost;
import wanhu.org.Posts;
import wanhu.vault.Vault;

/** Where those who work here want e-mail: given, changed and taken back by each herself. */
@Service
class Addresses {
    static final String EMAIL = "message.address.email_sealed";
    private static final int EMAIL_CHARACTERS_MAX = 200;

    private final JdbcClient db;
    private final Posts posts;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;

    Addresses(JdbcClient db, Posts posts, Vault vault, Audit audit, Clock clock) {
        this.db = db;
        this.posts = posts;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An address.
     *
     * @param email sealed for the person
     * @param digest whether everything of a day comes at once
     */
    record Address(UUID person, String email, String language, boolean digest) {}

    Optional<Address> find(int county, UUID person) {
        return of(county, List.of(person)).stream().findFirst();
    }

    /** The addresses of who holds a post of the unit today. */
    List<Address> ofUnit(int county, UUID unit) {
        var today = Zones.day(clock.instant());
        var persons =
                posts.inUnit(county, unit, today).stream()
                        .filter(post -> !post.role().apart())
                        .map(FilledPost::person)
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList();
        return persons.isEmpty() ? List.of() : of(county, persons);
    }

    private List<Address> of(int county, List<UUID> persons) {
        return db.sql(
                        """
                        select person_id, email_sealed, language, digest
                        from message.address
                        where county = :county and person_id = any(:persons)
                        limit :limit
                        """)
                .param("county", county)
                .param("persons", persons.toArray(UUID[]::new))
                .param("limit", persons.size())
                .query((row, _) ->
                        new Address(
                                Sql.uuid(row, "person_id"),
                                row.getString("email_sealed"),
                                row.getString("language"),
                                row.getBoolean("digest")))
                .list();
    }

    /** The address in plain, for its owner and for sending. */
    String plain(Address address) {
        return vault.open(EMAIL, address.person(), address.email());
    }

    /**
     * From now on mail goes there; an empty address takes it back.
     *
     * @throws Refused INVALID when it is no address
     */
    @Transactional
    void save(Actor actor, String email, boolean digest, String language) {
        var typed = email.strip();
        audit.record(
                actor,
                Act.of(Verb.OWN_MESSAGES_CHANGED, actor.person()).with("mail", !typed.isEmpty()));
        if (typed.isEmpty()) {
            forget(actor.county(), actor.person());
            return;
        }
        boolean fits =
                typed.length() <= EMAIL_CHARACTERS_MAX
                        && typed.matches("[^@\\s<>,;\"]{1,64}@[A-Za-z0-9.-]{1,130}");
        Refused.unless(Kind.INVALID, fits, "message.refused.email");
        db.sql(
                        """
                        insert into message.address (county, person_id, email_sealed, language, digest, changed_at)
                        values (:county, :person, :email, :language, :digest, :now)
                        on conflict (county, person_id) do update
                        set email_sealed = excluded.email_sealed, language = excluded.language,
                            digest = excluded.digest, changed_at = excluded.changed_at
                        """)
                .param("county", actor.county())
                .param("person", actor.person())
                .param("email", vault.seal(EMAIL, actor.person(), typed))
                .param("language", language)
                .param("digest", digest)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** A reader of mail wants no more of it. */
    @Transactional
    public void stop(StopWords.Reader reader) {
        if (forget(reader.county(), reader.person())) {
            audit.record(
                    reader.county(),
                    Act.of(Verb.OWN_MESSAGES_CHANGED, reader.person()).with("mail", false));
        }
    }

    private boolean forget(int county, UUID person) {
        return db.sql("delete from message.address where county = :county and person_id = :person")
                        .param("county", county)
                        .param("person", person)
                        .update()
                > 0;
    }
}
