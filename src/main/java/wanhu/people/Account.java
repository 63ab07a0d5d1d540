package wanhu.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.vault.Phone;

/**
 * An account as the administrator sees it; never with its hash.
 *
 * @param id the account
 * @param login with what the person signs in
 * @param county six-digit code
 * @param person whose it is
 * @param name name of the person
 * @param phone phone of the person, masked when printed; null when unknown
 * @param state whether one can sign in with it
 * @param mustChange whether the password was given by somebody else and must be changed first
 * @param lastSignIn when somebody signed in with it last; null when never
 */
public record Account(
        UUID id,
        Login login,
        int county,
        UUID person,
        String name,
        @Nullable Phone phone,
        State state,
        boolean mustChange,
        @Nullable Instant lastSignIn) {
    /** Whether one can sign in with an account. */
    public enum State {
        /** Yes. */
        ACTIVE,
        /** No, until an administrator unlocks it. */
        LOCKED,
        /** No more: the person has left. Kept, because acts name the person. */
        CLOSED
    }
}
