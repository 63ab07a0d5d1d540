package wanhu.intake;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.matter.Requester;
import wanhu.vault.Vault;

/**
 * Links with which an office lets a resident in once who can't show code and phone: the number is
 * new, the slip is lost. Of a link only a keyed digest is kept.
 */
@Service
class Links {
    /** So long a link may be used. */
    static final Duration GOOD = Duration.ofHours(24);

    private static final String DIGEST = "intake.pass.digest";
    private static final int WORD_BYTES = 20;
    private static final int WORD_CHARACTERS_MAX = 64;
    private static final int SHOWN_MAX = 20;

    private final Reports reports;
    private final Matters matters;
    private final JdbcClient db;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Links(Doors doors, JdbcClient db, Vault vault, Audit audit, Clock clock) {
        this.reports = doors.reports();
        this.matters = doors.matters();
        this.db = db;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A new link, shown once.
     *
     * @param word the secret in it
     */
    record Made(String word, Instant until) {
        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    /**
     * Makes a link for one of those who told a matter that the post sees; her earlier links end.
     *
     * @throws Refused MISSING for a requester of another matter, FORBIDDEN where the post may not
     *     know who she is
     */
    @Transactional
    Made make(Actor actor, Matter matter, UUID of) {
        var requester =
                reports.of(matter).stream()
                        .filter(each -> each.id().equals(of))
                        .findFirst()
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.MISSING, "matter.refused.missing"));
        reports.needKnow(actor, matter);
        var bytes = new byte[WORD_BYTES];
        random.nextBytes(bytes);
        var word = HexFormat.of().formatHex(bytes);
        var now = clock.instant();
        end(requester, now);
        insert(actor, requester, new Made(word, now.plus(GOOD)));
        audit.record(actor, Act.of(Verb.LINK_MADE, requester.id()).with("matter", matter.number()));
        return new Made(word, now.plus(GOOD));
    }

    private void end(Requester requester, Instant now) {
        db.sql(
                        """
                        update intake.pass
                        set expires_at = :now
                        where county = :county and requester_id = :requester and used_at is null and expires_at > :now
                        """)
                .param("county", requester.county())
                .param("requester", requester.id())
                .param("now", Sql.at(now))
                .update();
    }

    private void insert(Actor actor, Requester requester, Made made) {
        db.sql(
                        """
                        insert into intake.pass (county, id, digest, requester_id, by_person, by_unit, made_at, expires_at)
                        values (:county, :id, :digest, :requester, :person, :unit, :made, :until)
                        """)
                .param("county", requester.county())
                .param("id", Ids.next())
                .param("digest", vault.index(DIGEST, made.word()))
                .param("requester", requester.id())
                .param("person", actor.person())
                .param("unit", actor.unit())
                .param("made", Sql.at(made.until().minus(GOOD)))
                .param("until", Sql.at(made.until()))
                .update();
    }

    private record Pass(int county, UUID requester, UUID unit) {}

    /**
     * Uses up a link. One that never was, was used, is over or was followed by a newer one is the
     * same: nothing.
     */
    @Transactional
    Optional<Admissions.Passing> use(String word) {
        return spent(word).flatMap(this::passing);
    }

    /** Cross-county: a link says nothing of its county. */
    private Optional<Pass> spent(String word) {
        return db.sql(
                        """
                        update intake.pass
                        set used_at = :now
                        where digest = :digest and used_at is null and expires_at > :now
                        returning county, requester_id, by_unit
                        """)
                .param("digest", vault.index(DIGEST, shortened(word)))
                .param("now", Sql.at(clock.instant()))
                .query((row, _) ->
                        new Pass(
                                row.getInt("county"),
                                Sql.uuid(row, "requester_id"),
                                Sql.uuid(row, "by_unit")))
                .optional();
    }

    private static String shortened(String word) {
        return word.substring(0, Math.min(word.length(), WORD_CHARACTERS_MAX));
    }

    private Optional<Admissions.Passing> passing(Pass pass) {
        var found = reports.find(pass.county(), pass.requester());
        found.ifPresent(each -> audit.record(pass.county(), Act.of(Verb.LINK_USED, each.id())));
        return found.map(each -> new Admissions.Passing(each, reports.code(each), how(each, pass)));
    }

    /** Whether the office that made it has the matter in its own hands. */
    private Admissions.How how(Requester requester, Pass pass) {
        var parties = matters.get(requester.county(), requester.matter()).parties();
        var handler = parties.handler();
        boolean own =
                parties.holder().unit().equals(pass.unit())
                        || (handler != null && handler.unit().equals(pass.unit()));
        return own ? Admissions.How.HANDLER : Admissions.How.LINK;
    }

    /**
     * A link that was made, as she sees it.
     *
     * @param unit that made it
     * @param used when it was used; null for never
     */
    record Given(UUID unit, Instant made, @Nullable Instant used) {}

    /** The links that were made for her, the newest first. */
    @Transactional(readOnly = true)
    List<Given> of(Requester requester) {
        return db.sql(
                        """
                        select by_unit, made_at, used_at
                        from intake.pass
                        where county = :county and requester_id = :requester
                        order by made_at desc
                        limit :limit
                        """)
                .param("county", requester.county())
                .param("requester", requester.id())
                .param("limit", SHOWN_MAX)
                .query(Links::given)
                .list();
    }

    private static Given given(ResultSet row, int rowNumber) throws SQLException {
        return new Given(
                Sql.uuid(row, "by_unit"),
                Sql.instant(row, "made_at"),
                Sql.instantOrNull(row, "used_at"));
    }
}
