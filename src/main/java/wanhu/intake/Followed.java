package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Reports;
import wanhu.matter.Requester;

/** Opens a matter to one of those who told it, who shows the code of her receipt. */
@Component
class Followed {
    private final Reports reports;
    private final Matters matters;
    private final Throttle throttle;

    Followed(Reports reports, Matters matters, Throttle throttle) {
        this.reports = reports;
        this.matters = matters;
        this.throttle = throttle;
    }

    /** Who follows, what, and with which code. */
    record Follower(Requester requester, Matter matter, String code) {}

    /** Behind the code; empty when it is nobody's. An address that guesses is stopped. */
    Optional<Follower> find(String entry, HttpServletRequest request) {
        throttle.guess(request);
        var code = Codes.digits(entry);
        var requester = code.isEmpty() ? Optional.<Requester>empty() : reports.byCode(code);
        if (requester.isEmpty()) {
            throttle.wrongCode(request);
            return Optional.empty();
        }
        return requester.map(
                each -> new Follower(each, matters.get(each.county(), each.matter()), code));
    }

    /**
     * As {@link #find}.
     *
     * @throws Refused MISSING for a code that is nobody's; tells nothing else
     */
    Follower get(String entry, HttpServletRequest request) {
        return find(entry, request)
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "intake.refused.code"));
    }
}
