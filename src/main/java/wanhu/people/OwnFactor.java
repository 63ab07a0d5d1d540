package wanhu.people;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Verb;
import wanhu.factor.Asked;
import wanhu.factor.Passkeys;
import wanhu.factor.SecondFactors;

/** Changes of one's own second factor, each with its line of the record: both stand or neither. */
@Component
class OwnFactor {
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Audit audit;

    OwnFactor(SecondFactors factors, Passkeys passkeys, Audit audit) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.audit = audit;
    }

    /** Confirms the app; gives recovery codes, shown once. */
    @Transactional
    public List<String> confirm(SignedIn person, String code) {
        var codes = factors.confirm(person.account(), code);
        record(person, "set");
        return codes;
    }

    /** Gives new recovery codes, shown once. */
    @Transactional
    public List<String> renew(SignedIn person) {
        var codes = factors.renewRecovery(person.account());
        record(person, "codes renewed");
        return codes;
    }

    /** Forgets the app. */
    @Transactional
    public void removeApp(SignedIn person) {
        factors.removeApp(person.account());
        record(person, "removed");
    }

    /** What a browser has made: the passkey and how its owner calls it. */
    record Made(Asked asked, String answer, String name) {}

    /** Keeps a passkey; gives recovery codes when there were none, else an empty list. */
    @Transactional
    public List<String> add(SignedIn person, Made made) {
        boolean first = !factors.has(person.account());
        passkeys.add(person.account(), made.asked(), made.answer(), made.name());
        record(person, "passkey added");
        return first ? factors.renewRecovery(person.account()) : List.of();
    }

    /** Calls a passkey by another name. */
    @Transactional
    public void rename(SignedIn person, UUID passkey, String name) {
        passkeys.rename(person.account(), passkey, name);
        record(person, "passkey renamed");
    }

    /** Forgets a passkey. */
    @Transactional
    public void remove(SignedIn person, UUID passkey) {
        passkeys.remove(person.account(), passkey);
        factors.removeLoneRecovery(person.account());
        record(person, "passkey removed");
    }

    private void record(SignedIn person, String what) {
        audit.record(
                person.county(),
                person.person(),
                Act.of(Verb.SECOND_FACTOR_CHANGED, person.account()).with("what", what));
    }
}
