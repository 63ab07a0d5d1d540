package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Wall;

/**
 * The door for programs that act as somebody in her post: as long as she holds the post and her
 * account is open, and never as more than that.
 */
@Component
public class Programs {
    private final Acting acting;
    private final AccountStore accounts;

    Programs(Acting acting, AccountStore accounts) {
        this.acting = acting;
        this.accounts = accounts;
    }

    /** Who answers for the program, and in which post. */
    public record Holder(int county, UUID person, UUID post) {}

    /**
     * The holder in her post, under the name that the timeline shows; empty when she holds it no
     * longer or her account is locked or closed.
     */
    public Optional<Actor> actor(Holder holder, String name) {
        boolean open =
                accounts.accountOf(holder.county(), holder.person())
                        .flatMap(accounts::signedIn)
                        .isPresent();
        return acting.held(holder.county(), holder.person()).stream()
                .filter(post -> open && post.post().equals(holder.post()))
                .findFirst()
                .map(post ->
                        new Actor(
                                holder.county(),
                                holder.person(),
                                post.post(),
                                post.role(),
                                post.unit(),
                                post.path(),
                                name,
                                post.title()));
    }

    /** For the rest of this request that actor acts, behind the wall of the post. */
    public void enter(HttpServletRequest request, Actor actor) {
        Acting.enter(request, actor);
        Wall.up(Wall.of(actor));
    }
}
