package wanhu.people;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * When a session was last used is written once a minute at most, and with whatever else changes in
 * its row: each page wrote it, with four index entries. Who stays idle is out up to a minute before
 * the time of application.yaml, never after it.
 */
@Component
final class LastUse implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {
    /**
     * The library gives the values in its own order: session, use, idle time, end, account, row.
     */
    @Override
    public void customize(JdbcIndexedSessionRepository sessions) {
        sessions.setUpdateSessionQuery(
                """
                update web.session s
                set session_id = n.session_id, last_access_time = n.used, max_inactive_interval = n.idle,
                    expiry_time = n.ends, principal_name = n.account
                from (values (cast(? as char(36)), cast(? as bigint), cast(? as int), cast(? as bigint),
                    cast(? as varchar(100)))) as n (session_id, used, idle, ends, account)
                where s.primary_id = ?
                  and (s.last_access_time <= n.used - 60000
                    or s.session_id <> n.session_id
                    or s.max_inactive_interval <> n.idle
                    or s.principal_name is distinct from n.account)
                """);
    }
}
