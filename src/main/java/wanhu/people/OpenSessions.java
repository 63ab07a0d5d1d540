package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;

/** The browsers in which a person is signed in, and their end. */
@Component
class OpenSessions {
    private final FindByIndexNameSessionRepository<? extends Session> kept;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> kept) {
        this.kept = kept;
    }

    List<OpenSession> list(HttpServletRequest request, SignedIn person) {
        var own = id(request);
        return of(person).stream()
                .map(session ->
                        new OpenSession(
                                handle(session),
                                Objects.requireNonNullElse(
                                        session.<String>getAttribute(Sessions.BROWSER), "?"),
                                session.getCreationTime(),
                                session.getLastAccessedTime(),
                                session.getId().equals(own)))
                .toList();
    }

    /**
     * Ends one of the person's own sessions.
     *
     * @throws Refused when there is none of that handle
     */
    void end(SignedIn person, String handle) {
        var found =
                of(person).stream()
                        .filter(session -> handle(session).equals(handle))
                        .findFirst()
                        .orElseThrow(() ->
                                new Refused(Refused.Kind.MISSING, "people.refused.no-session"));
        kept.deleteById(found.getId());
    }

    /** Ends all but the one that asks. */
    void endOthers(HttpServletRequest request, SignedIn person) {
        var own = id(request);
        of(person).stream()
                .map(Session::getId)
                .filter(id -> !id.equals(own))
                .forEach(kept::deleteById);
    }

    private Collection<? extends Session> of(SignedIn person) {
        return kept.findByPrincipalName(person.account().toString()).values();
    }

    private static @Nullable String id(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : session.getId();
    }

    private static String handle(Session session) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var hash = digest.digest(session.getId().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Expected SHA-256 in the JDK", missing);
        }
    }
}
