package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
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
                .map(actor ->
                        switch (actor.role()) {
                            case SECURITY -> "/accounts";
                            case AUDITOR -> "/audit";
                            case ADMIN,
                                    GRID_WORKER,
                                    VILLAGE_CLERK,
                                    TOWNSHIP_CLERK,
                                    COUNTY_CLERK,
                                    DEPARTMENT_CLERK,
                                    PHONE_DESK,
                                    FOLLOW_UP,
                                    LEADER ->
                                    "/desk";
                        })
                .orElse(Doorkeeper.POSTS_PATH);
    }
}
