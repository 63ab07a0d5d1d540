package wanhu.people;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import wanhu.base.Errand;
import wanhu.base.Refused;

/** {@code ./run --recover-account LOGIN}: see {@link Recovery}. */
@Component
class RecoverErrand implements Errand {
    private final String login;
    private final Recovery recovery;

    RecoverErrand(@Value("${wanhu.recover-account:}") String login, Recovery recovery) {
        this.login = login;
        this.recovery = recovery;
    }

    @Override
    public boolean asked() {
        return !login.isBlank();
    }

    @Override
    public Result run() {
        try {
            var wanted =
                    Login.find(login)
                            .orElseThrow(() ->
                                    new Refused(Refused.Kind.MISSING, "people.refused.no-account"));
            var password = recovery.recover(wanted);
            return new Result(
                    true,
                    List.of(
                            "Password for one sign-in of " + wanted.text() + ":  " + password,
                            "All second factors of the account were removed and its sessions ended. After the"
                                    + " sign-in a password and a second factor must be chosen.",
                            "It is in the record of acts; all administrators of the county are told for "
                                    + Recovery.TOLD.toDays()
                                    + " days."));
        } catch (Refused no) {
            return new Result(false, List.of(why(no)));
        }
    }

    private String why(Refused no) {
        return no.kind() == Refused.Kind.MISSING
                ? "There is no account with the login " + login + "."
                : "The account "
                        + login
                        + " is closed, or its owner is no administrator of the county today.";
    }
}
