package wanhu.feed;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.people.Programs;
import wanhu.vault.Vault;

/**
 * FeedLinks to the calendar of a post: one at a time for each holder, made and ended by herself.
 */
@Service
class FeedLinks {
    private static final String DIGEST = "feed.link.digest";
    private static final Pattern SECRET = Pattern.compile("(\\d{6})-[0-9a-f]{48}");
    private static final int SECRET_BYTES = 24;

    private final JdbcClient db;
    private final Programs programs;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FeedLinks(JdbcClient db, Programs programs, Vault vault, Audit audit, Clock clock) {
        this.db = db;
        this.programs = programs;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** A link of the acting post, by its digest alone. */
    record Link(UUID id, Instant made) {}

    /** The link of the acting post; empty when there is none. */
    @Transactional(readOnly = true)
    Optional<Link> own(Actor actor) {
        return db.sql(
                        """
                        select id, made_at
                        from feed.link
                        where county = :county and person_id = :person and post_id = :post and ended_at is null
                        """)
                .param("county", actor.county())
                .param("person", actor.person())
                .param("post", actor.post())
                .query((row, _) -> new Link(Sql.uuid(row, "id"), Sql.instant(row, "made_at")))
                .optional();
    }

    /** Makes a link in place of the one before; shown once. */
    @Transactional
    String make(Actor actor) {
        close(actor);
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = "%06d-%s".formatted(actor.county(), HexFormat.of().formatHex(bytes));
        var id = Ids.next();
        db.sql(
                        """
                        insert into feed.link (county, id, digest, post_id, person_id, made_at)
                        values (:county, :id, :digest, :post, :person, :now)
                        """)
                .param("county", actor.county())
                .param("id", id)
                .param("digest", vault.index(DIGEST, secret))
                .param("post", actor.post())
                .param("person", actor.person())
                .param("now", Sql.at(clock.instant()))
                .update();
        audit.record(actor, Act.of(Verb.FEED_MADE, id));
        return secret;
    }

    /** Ends the link; who has subscribed gets nothing more. */
    @Transactional
    void end(Actor actor) {
        close(actor);
    }

    private void close(Actor actor) {
        own(actor)
                .ifPresent(link -> {
                    db.sql(
                                    """
                                    update feed.link
                                    set ended_at = :now
                                    where county = :county and id = :id
                                    """)
                            .param("county", actor.county())
                            .param("id", link.id())
                            .param("now", Sql.at(clock.instant()))
                            .update();
                    audit.record(actor, Act.of(Verb.FEED_ENDED, link.id()));
                });
    }

    /** Whose calendar a link shows; empty when it was never one, has ended, or the post has. */
    @Transactional(readOnly = true)
    Optional<Actor> actor(String secret) {
        var parts = SECRET.matcher(secret);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int county = Integer.parseInt(parts.group(1));
        return db.sql(
                        """
                        select person_id, post_id
                        from feed.link
                        where county = :county and digest = :digest and ended_at is null
                        """)
                .param("county", county)
                .param("digest", vault.index(DIGEST, secret))
                .query((row, _) ->
                        new Programs.Holder(
                                county, Sql.uuid(row, "person_id"), Sql.uuid(row, "post_id")))
                .optional()
                .flatMap(holder -> programs.actor(holder, ""));
    }
}
