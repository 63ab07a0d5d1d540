package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.matter.Requester;

/** Opens a matter to one of those who told it, whose browser passed the {@link Door}. */
@Component
class Followed {
    private final Reports reports;
    private final Matters matters;
    private final Admissions admissions;

    Followed(Doors doors, Admissions admissions) {
        this.reports = doors.reports();
        this.matters = doors.matters();
        this.admissions = admissions;
    }

    /**
     * Who follows, what, and with which code.
     *
     * @param how she was let in
     */
    record Follower(Requester requester, Matter matter, String code, Admissions.How how) {}

    /** The door is shut, whether the code is anybody's or not; {@link DoorPages} asks for more. */
    static final class Shut extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        Shut() {
            super("Expected a browser that was let in", null, false, false);
        }
    }

    /**
     * Behind the code.
     *
     * @throws Shut unless this browser was let in to this matter
     */
    Follower get(String entry, HttpServletRequest request) {
        var code = Codes.digits(entry);
        if (code.isEmpty() || !Admissions.shows(request)) {
            throw new Shut();
        }
        var requester = reports.byCode(code).orElseThrow(Shut::new);
        var how = admissions.open(requester, request).orElseThrow(Shut::new).how();
        return new Follower(
                requester, matters.get(requester.county(), requester.matter()), code, how);
    }

    /**
     * The same, for what nobody may do in her name: an office that has the matter in its hands
     * could open its own link.
     *
     * @throws Refused FORBIDDEN when she came by such a link
     */
    Follower own(String entry, HttpServletRequest request) {
        var follower = get(entry, request);
        Refused.unless(
                Refused.Kind.FORBIDDEN,
                follower.how() != Admissions.How.HANDLER,
                "intake.refused.handler-link");
        return follower;
    }

    /**
     * Behind the code, for staff who see the matter: what is read out or printed for her.
     *
     * @throws Refused MISSING for a code that is nobody's, or whose matter the post does not see
     */
    Follower get(Actor actor, String entry) {
        var requester =
                reports.byCode(Codes.digits(entry))
                        .filter(each -> each.county() == actor.county())
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.MISSING, "intake.refused.code"));
        var matter = matters.get(actor, requester.matter());
        return new Follower(requester, matter, Codes.digits(entry), Admissions.How.LEFT);
    }
}
