package wanhu.status;

import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import wanhu.base.Stopping;

/**
 * What a balancer asks. {@code /health}: the program lives; starting it again would not help.
 * {@code /health/ready}: it has its database and is not being stopped, so that pages may be asked
 * of it. Neither says more to strangers.
 */
@RestController
class HealthPages {
    private final JdbcClient db;

    HealthPages(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/health")
    ResponseEntity<String> lives() {
        return answer(true);
    }

    @GetMapping("/health/ready")
    ResponseEntity<String> ready() {
        return answer(!Stopping.begun() && reached());
    }

    private boolean reached() {
        try {
            return db.sql("select true").query(Boolean.class).single();
        } catch (DataAccessException | TransactionException _) {
            return false;
        }
    }

    private static ResponseEntity<String> answer(boolean good) {
        return ResponseEntity.status(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(good ? "ok\n" : "not ready\n");
    }
}
