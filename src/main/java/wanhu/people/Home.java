package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import wanhu.base.Role;
import wanhu.shell.OwnPath;

/** Where the day begins. */
@Component
class Home {
    private final Acting acting;

    Home(Acting acting) {
        this.acting = acting;
    }

    /** Where to go after signing in: first to a new password, if one must be set. */
    String after(HttpServletRequest request, SignedIn person, String back) {
        return person.mustChange() ? Doorkeeper.PASSWORD_PATH : OwnPath.or(back, of(request));
    }

    /** The first page of the acting post. */
    String of(HttpServletRequest request) {
        return acting.actor(request)
                .map(actor -> actor.is(Role.ADMIN) ? "/accounts" : "/desk")
                .orElse(Doorkeeper.POSTS_PATH);
    }
}
