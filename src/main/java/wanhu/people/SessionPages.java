package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Verb;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** One's own sign-in: password, second factor, and where one is signed in now. */
@Controller
@For(withoutPost = true)
class SessionPages implements MenuSource {
    private static final int MENU = 990;

    private final OpenSessions open;
    private final SecondStep second;
    private final Audit audit;

    SessionPages(OpenSessions open, SecondStep second, Audit audit) {
        this.audit = audit;
        this.open = open;
        this.second = second;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("people.sessions.title", "/sessions", MENU));
    }

    @GetMapping("/sessions")
    ModelAndView list(SignedIn person, HttpServletRequest request) {
        return Html.page(
                "people/sessions",
                new SessionsPage(person.login(), second.has(person), open.list(request, person)));
    }

    private void record(SignedIn person, String which) {
        audit.record(
                person.county(),
                person.person(),
                Act.of(Verb.SESSIONS_ENDED, person.account()).with("which", which));
    }

    @PostMapping("/sessions/end")
    ModelAndView end(SignedIn person, @RequestParam String session) {
        open.end(person, session);
        record(person, "one");
        return Html.redirect("/sessions?said=people.said.session-ended");
    }

    @PostMapping("/sessions/end-others")
    ModelAndView endOthers(SignedIn person, HttpServletRequest request) {
        open.endOthers(request, person);
        record(person, "others");
        return Html.redirect("/sessions?said=people.said.sessions-ended");
    }
}

/**
 * One's own sign-in.
 *
 * @param login of the person
 * @param factor whether there is a second factor
 * @param rows where the person is signed in, the last used first
 */
record SessionsPage(String login, boolean factor, List<OpenSession> rows) {
    SessionsPage {
        rows = rows.stream().sorted(Comparator.comparing(OpenSession::usedAt).reversed()).toList();
    }

    boolean others() {
        return rows.size() > 1;
    }
}

/**
 * A browser in which a person is signed in.
 *
 * @param handle names it on the page; not the id, which would open it
 * @param browser in two words
 * @param since when the person signed in
 * @param usedAt when a page was last opened
 * @param current whether it is the browser that asks
 */
record OpenSession(String handle, String browser, Instant since, Instant usedAt, boolean current) {}
