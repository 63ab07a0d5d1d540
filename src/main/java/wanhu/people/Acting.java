package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.org.HeldPost;
import wanhu.org.Posts;
import wanhu.shell.ActorSource;

/**
 * As which post the signed-in person acts: the chosen one while it is held today, else the first
 * held. A chosen post that has ended is not silently replaced by another: a form written as one
 * post is never sent as the other.
 */
@Component
class Acting implements ActorSource {
    private static final String READ = Acting.class.getName();

    private final Sessions sessions;
    private final Posts posts;
    private final Clock clock;

    Acting(Sessions sessions, Posts posts, Clock clock) {
        this.sessions = sessions;
        this.posts = posts;
        this.clock = clock;
    }

    /** Who acts; empty when nobody signed in, no post is held, or the chosen one has ended. */
    @Override
    public Optional<Actor> actor(HttpServletRequest request) {
        if (request.getAttribute(READ) instanceof Optional<?> read) {
            return read.map(Actor.class::cast);
        }
        var found = sessions.signedIn(request).flatMap(person -> actor(request, person));
        request.setAttribute(READ, found);
        return found;
    }

    /** From now on this request acts as a program does; cookies no longer count. */
    static void enter(HttpServletRequest request, Actor actor) {
        request.setAttribute(READ, Optional.of(actor));
    }

    /** Who acts, as far as this request has asked before. */
    static Optional<Actor> known(HttpServletRequest request) {
        return request.getAttribute(READ) instanceof Optional<?> read
                ? read.map(Actor.class::cast)
                : Optional.empty();
    }

    private Optional<Actor> actor(HttpServletRequest request, SignedIn person) {
        var held = held(person);
        var chosen = sessions.post(request);
        if (chosen.isEmpty()) {
            held.stream().findFirst().ifPresent(post -> sessions.setPost(request, post.post()));
            return held.stream().findFirst().map(post -> actor(person, post));
        }
        return held.stream()
                .filter(post -> post.post().equals(chosen.get()))
                .findFirst()
                .map(post -> actor(person, post));
    }

    /** The posts that the person holds today, in their order. */
    List<HeldPost> held(SignedIn person) {
        return held(person.county(), person.person());
    }

    /** The posts that some person of a county holds today, in their order. */
    List<HeldPost> held(int county, UUID person) {
        return posts.heldBy(county, person, Zones.day(clock.instant()));
    }

    /**
     * Acts as another post from now on.
     *
     * @throws Refused when the person does not hold it today
     */
    void choose(HttpServletRequest request, SignedIn person, UUID post) {
        if (held(person).stream().noneMatch(each -> each.post().equals(post))) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.post-not-held");
        }
        sessions.setPost(request, post);
    }

    private static Actor actor(SignedIn person, HeldPost post) {
        return new Actor(
                person.county(),
                person.person(),
                post.post(),
                post.role(),
                post.unit(),
                post.path(),
                person.name(),
                post.title());
    }
}
