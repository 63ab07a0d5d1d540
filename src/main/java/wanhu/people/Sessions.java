package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * What the server keeps of a signed-in browser: account, epoch and acting post, as plain texts in
 * the session in the database. Who that is now is read anew at each request, so that a closed
 * account or an ended appointment is out at once.
 */
@Component
class Sessions implements SecurityContextRepository {
    /**
     * However busy, a session ends after so long; idle it ends after 30 minutes (application.yaml).
     */
    static final Duration LENGTH_MAX = Duration.ofHours(12);

    /** So long the page that asks for the second factor waits. */
    static final Duration HALF_LENGTH_MAX = Duration.ofMinutes(10);

    /** So long the second factor counts for acts that ask for it. */
    static final Duration PROOF_FRESH_FOR = Duration.ofMinutes(15);

    static final String POST = "post";

    /** Under this name Spring Session keeps it in a column of its own: who has which sessions. */
    private static final String ACCOUNT =
            FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    private static final String EPOCH = "epoch";
    private static final String HALF = "half";
    private static final String PROOF = "proof";
    private static final String PROVEN_AT = "proven-at";
    static final String BROWSER = "browser";
    private static final String READ = Sessions.class.getName();

    private final AccountStore accounts;
    private final Clock clock;

    Sessions(AccountStore accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Opens a fresh session; whatever the browser had before is gone (CWE-384). */
    void open(HttpServletRequest request, SignedIn person, Proof proof) {
        close(request);
        var session = request.getSession(true);
        session.setAttribute(ACCOUNT, person.account().toString());
        session.setAttribute(EPOCH, Integer.toString(person.epoch()));
        session.setAttribute(BROWSER, Browser.of(request.getHeader(HttpHeaders.USER_AGENT)));
        prove(session, proof);
    }

    /** Keeps who gave the right password until the second factor comes; nobody is signed in yet. */
    void openHalf(HttpServletRequest request, SignedIn person) {
        close(request);
        var session = request.getSession(true);
        session.setAttribute(HALF, person.account().toString());
        session.setAttribute(EPOCH, Integer.toString(person.epoch()));
    }

    /** Who gave the right password a short while ago and still owes the second factor. */
    Optional<SignedIn> half(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || age(session).compareTo(HALF_LENGTH_MAX) > 0) {
            return Optional.empty();
        }
        return text(session, HALF)
                .map(UUID::fromString)
                .flatMap(accounts::signedIn)
                .filter(each -> text(session, EPOCH).equals(epoch(each)));
    }

    /** Notes that the second factor was given just now. */
    void prove(HttpServletRequest request) {
        prove(request.getSession(true), Proof.SECOND_FACTOR);
    }

    private void prove(HttpSession session, Proof proof) {
        session.setAttribute(PROOF, proof.name());
        session.setAttribute(PROVEN_AT, Long.toString(clock.instant().getEpochSecond()));
    }

    /** With what the person has shown who they are. */
    Proof proof(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(session -> text(session, PROOF))
                .map(Proof::valueOf)
                .orElse(Proof.PASSWORD);
    }

    /** Whether the second factor was given within the last {@link #PROOF_FRESH_FOR}. */
    boolean freshlyProven(HttpServletRequest request) {
        return switch (proof(request)) {
            case DEMO -> true;
            case PASSWORD -> false;
            case SECOND_FACTOR -> {
                var at = Instant.ofEpochSecond(provenAt(request));
                yield !at.plus(PROOF_FRESH_FOR).isBefore(clock.instant());
            }
        };
    }

    private static long provenAt(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(session -> text(session, PROVEN_AT))
                .map(Long::parseLong)
                .orElse(0L);
    }

    void close(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        request.removeAttribute(READ);
    }

    void setPost(HttpServletRequest request, UUID post) {
        request.getSession(true).setAttribute(POST, post.toString());
    }

    Optional<UUID> post(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .flatMap(session -> text(session, POST))
                .map(UUID::fromString);
    }

    /** Who signed in with this browser and still may. */
    Optional<SignedIn> signedIn(HttpServletRequest request) {
        if (request.getAttribute(READ) instanceof Optional<?> read) {
            return read.map(SignedIn.class::cast);
        }
        var found = read(request);
        request.setAttribute(READ, found);
        return found;
    }

    private Optional<SignedIn> read(HttpServletRequest request) {
        var session = request.getSession(false);
        var account = session == null ? Optional.<String>empty() : text(session, ACCOUNT);
        if (session == null || account.isEmpty()) {
            return Optional.empty();
        }
        var found =
                accounts.signedIn(UUID.fromString(account.get()))
                        .filter(each -> text(session, EPOCH).equals(epoch(each)))
                        .filter(_ -> age(session).compareTo(LENGTH_MAX) < 0);
        if (found.isEmpty()) {
            session.invalidate();
        }
        return found;
    }

    private static Optional<String> epoch(SignedIn person) {
        return Optional.of(Integer.toString(person.epoch()));
    }

    private static Duration age(HttpSession session) {
        return Duration.ofMillis(session.getLastAccessedTime() - session.getCreationTime());
    }

    private static Optional<String> text(HttpSession session, String name) {
        return Optional.ofNullable((String) session.getAttribute(name));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> context(request));
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    private SecurityContext context(HttpServletRequest request) {
        return signedIn(request)
                .<SecurityContext>map(Sessions::context)
                .orElseGet(SecurityContextHolder::createEmptyContext);
    }

    private static SecurityContext context(SignedIn person) {
        return new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(person, "", List.of()));
    }

    /** Nothing to do: {@link #open} has kept all there is. */
    @Override
    public void saveContext(
            SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    /** Reads the session when somebody asks, and not for a page that nobody has to sign in for. */
    private static final class Deferred implements DeferredSecurityContext {
        private final Supplier<SecurityContext> reader;
        private @Nullable SecurityContext context;

        Deferred(Supplier<SecurityContext> reader) {
            this.reader = reader;
        }

        @Override
        public SecurityContext get() {
            var known = context;
            if (known == null) {
                known = reader.get();
                context = known;
            }
            return known;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
