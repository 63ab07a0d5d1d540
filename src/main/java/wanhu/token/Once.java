package wanhu.token;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.vault.Vault;

/**
 * The same command sent twice is one: the key of idempotency that a program sends with each change
 * stands for what it sent with it, for {@link #KEPT}. What was refused is not kept, so that it can
 * be sent again when it is right.
 */
@Service
public class Once {
    /** So long a key is known. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,100}");
    private static final int SWEEP_ROWS_MAX = 1_000;

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    Once(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What somebody sends under a key.
     *
     * @param key of the program's own making
     * @param content all that it says, with the route
     */
    public record Sent(Caller caller, String key, String content) {
        /**
         * What a request sends.
         *
         * @throws Problem 400 without a proper key
         */
        public static Sent of(HttpServletRequest request, Body body) {
            var key = request.getHeader(HEADER);
            if (key == null || !KEY.matcher(key).matches()) {
                throw Problem.invalid(HEADER, "token.fault.key");
            }
            var route = request.getMethod() + " " + request.getRequestURI();
            var condition = String.valueOf(request.getHeader("If-Match"));
            return new Sent(
                    Caller.of(request), key, String.join("\n", route, condition, body.text()));
        }
    }

    /**
     * Does it, or gives the answer that was given before.
     *
     * @param work does it under the command and tells the answer, which must hold ids and states
     *     alone
     * @throws Problem 422 when the key came with something else before
     */
    @Transactional
    public String answer(Sent sent, Function<UUID, String> work) {
        var command = Ids.next();
        if (!claimed(sent, command)) {
            return before(sent);
        }
        var answer = work.apply(command);
        db.sql(
                        """
                        update token.once
                        set answer = :answer
                        where county = :county and token_id = :token and key_digest = :key
                        """)
                .param("county", sent.caller().actor().county())
                .param("token", sent.caller().token())
                .param("key", key(sent))
                .param("answer", answer)
                .update();
        return answer;
    }

    private boolean claimed(Sent sent, UUID command) {
        sweep();
        return db.sql(
                                """
                                insert into token.once (county, token_id, key_digest, content_digest, command, at)
                                values (:county, :token, :key, :content, :command, :now)
                                on conflict (county, token_id, key_digest) do nothing
                                """)
                        .param("county", sent.caller().actor().county())
                        .param("token", sent.caller().token())
                        .param("key", key(sent))
                        .param("content", vault.index("token.once.content", sent.content()))
                        .param("command", command)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    private record Answered(String content, String answer) {}

    private String before(Sent sent) {
        var found =
                db.sql(
                                """
                                select content_digest, answer
                                from token.once
                                where county = :county and token_id = :token and key_digest = :key
                                """)
                        .param("county", sent.caller().actor().county())
                        .param("token", sent.caller().token())
                        .param("key", key(sent))
                        .query((row, _) ->
                                new Answered(
                                        row.getString("content_digest"), row.getString("answer")))
                        .single();
        if (!found.content().equals(vault.index("token.once.content", sent.content()))) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, HEADER, "token.fault.key-used");
        }
        return found.answer();
    }

    private String key(Sent sent) {
        return vault.index("token.once.key", sent.key());
    }

    /** Cross-county: what is too old of any county, a bounded number at a time. */
    private void sweep() {
        db.sql(
                        """
                        -- every county
                        delete from token.once
                        where (county, token_id, key_digest) in (
                          select county, token_id, key_digest
                          from token.once
                          where at < :old
                          order by at
                          limit :rows_max
                          for update skip locked
                        )
                        """)
                .param("old", Sql.at(clock.instant().minus(KEPT)))
                .param("rows_max", SWEEP_ROWS_MAX)
                .update();
    }
}
