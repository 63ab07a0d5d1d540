package wanhu.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import wanhu.base.Actor;

/** Tells the frame of a page who acts, so that it can show the post and the menu; one bean. */
public interface ActorSource {
    /** Who acts in this request; empty for a resident. */
    Optional<Actor> actor(HttpServletRequest request);
}
