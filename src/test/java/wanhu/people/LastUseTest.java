package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import wanhu.WanhuTest;

/** The row of a session is written when there is something to say. */
@WanhuTest
class LastUseTest {
    private static final String NAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    /** The library tells what has ended by the clock of the machine. */
    private static final Instant BEGUN = Instant.ofEpochMilli(System.currentTimeMillis());

    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;
    @Autowired JdbcClient db;

    @Test
    void aSecondPageWithinTheMinuteWritesNothing() {
        var id = begun(sessions);
        var before = row(id);

        used(sessions, id, 59);

        assertThat(row(id)).isEqualTo(before);
    }

    @Test
    void afterAMinuteTheUseIsWrittenAndTheEndMovesWithIt() {
        var id = begun(sessions);

        used(sessions, id, 60);

        var kept = Objects.requireNonNull(sessions.findById(id));
        assertThat(kept.getLastAccessedTime()).isEqualTo(BEGUN.plusSeconds(60));
        assertThat(ends(id))
                .isEqualTo(
                        BEGUN.plusSeconds(60).plus(kept.getMaxInactiveInterval()).toEpochMilli());
    }

    @Test
    void whoSignsInIsKnownAtOnce() {
        var id = begun(sessions);
        var account = UUID.randomUUID().toString();

        signedIn(sessions, id, account);

        assertThat(sessions.findByPrincipalName(account)).hasSize(1);
    }

    private static <S extends Session> String begun(FindByIndexNameSessionRepository<S> sessions) {
        var session = sessions.createSession();
        session.setLastAccessedTime(BEGUN);
        sessions.save(session);
        return session.getId();
    }

    private static <S extends Session> void used(
            FindByIndexNameSessionRepository<S> sessions, String id, int seconds) {
        var session = Objects.requireNonNull(sessions.findById(id));
        session.setLastAccessedTime(BEGUN.plusSeconds(seconds));
        sessions.save(session);
    }

    private static <S extends Session> void signedIn(
            FindByIndexNameSessionRepository<S> sessions, String id, String account) {
        var session = Objects.requireNonNull(sessions.findById(id));
        session.setAttribute(NAME, account);
        session.setLastAccessedTime(BEGUN.plusSeconds(1));
        sessions.save(session);
    }

    /** The place of the row, which each writing changes, and what it says. */
    private String row(String id) {
        return db.sql("select s.ctid || ' ' || s::text from web.session s where session_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long ends(String id) {
        return db.sql("select expiry_time from web.session where session_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
