package wanhu.people;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Removes sessions that have ended, on the clock of all ticks: the library's own would tell each
 * outage of the database as a bug.
 */
@Component
final class SessionSweep {
    private final JdbcIndexedSessionRepository sessions;

    SessionSweep(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(
            fixedDelayString = "${wanhu.session-sweep:PT1M}",
            initialDelayString = "${wanhu.session-sweep:PT1M}")
    void sweep() {
        sessions.cleanUpExpiredSessions();
    }
}
