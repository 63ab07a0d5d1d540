package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Verb;
import wanhu.org.HeldPost;
import wanhu.shell.OwnPath;

/** The posts that one holds today, and as which one acts. */
@Controller
@For(withoutPost = true)
class PostPages {
    private final Acting acting;
    private final Audit audit;

    PostPages(Acting acting, Audit audit) {
        this.audit = audit;
        this.acting = acting;
    }

    @GetMapping(Doorkeeper.POSTS_PATH)
    ModelAndView posts(
            SignedIn person,
            @Nullable Actor actor,
            @RequestParam(defaultValue = "/desk") String back) {
        return Html.page(
                "people/posts",
                new PostsPage(
                        person.name(),
                        person.login(),
                        acting.held(person),
                        actor,
                        OwnPath.or(back, "/desk")));
    }

    @PostMapping(Doorkeeper.POSTS_PATH)
    ModelAndView choose(
            SignedIn person,
            @RequestParam UUID post,
            @RequestParam(defaultValue = "/desk") String back,
            HttpServletRequest request) {
        acting.choose(request, person, post);
        audit.record(person.county(), person.person(), Act.of(Verb.POST_CHOSEN, post));
        return Html.redirect(OwnPath.or(back, "/desk"));
    }
}

/**
 * The posts of a person.
 *
 * @param name of the person
 * @param login of the person
 * @param held the posts held today
 * @param actor as which one acts now; null when as none
 * @param back where to go after choosing
 */
record PostsPage(
        String name, String login, List<HeldPost> held, @Nullable Actor actor, String back) {
    boolean current(HeldPost post) {
        return actor != null && actor.post().equals(post.post());
    }
}
