package wanhu.people;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;

/**
 * Hashes of passwords: Argon2id with 19 MiB, two passes, one lane (OWASP's least for 2025), salt 16
 * bytes. A few run at a time, so that a storm of sign-ins cannot take the memory.
 */
@Component
final class Hashes {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** So many at once hold at most 4 × 19 MiB. */
    private static final int AT_ONCE_MAX = 4;

    private static final int WAITING_MAX = 40;

    private final Argon2PasswordEncoder argon =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places = new Semaphore(AT_ONCE_MAX, true);
    private final String nobody = ofNobody();

    /** The hash of a password, with its parameters and salt. */
    String of(Password password) {
        takePlace();
        try {
            var hash = argon.encode(password.plain());
            if (hash == null) {
                throw new IllegalStateException("Expected a hash");
            }
            return hash;
        } finally {
            places.release();
        }
    }

    /**
     * Whether the entry is the password of the hash; without a hash it takes as long and says no,
     * so that the time does not tell whether an account exists.
     */
    boolean match(String entry, @Nullable String hash) {
        takePlace();
        try {
            boolean same = argon.matches(Password.normal(entry), hash == null ? nobody : hash);
            return same && hash != null;
        } finally {
            places.release();
        }
    }

    /**
     * In the form of a hash, of the same cost to compare with, drawn at random: no password is
     * known that leads to it.
     */
    static String ofNobody() {
        var random = new SecureRandom();
        var base64 = Base64.getEncoder().withoutPadding();
        var salt = new byte[SALT_BYTES];
        var hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        MEMORY_KIB,
                        PASSES,
                        LANES,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    private void takePlace() {
        if (places.getQueueLength() > WAITING_MAX) {
            throw new Refused(Refused.Kind.TOO_MANY, "people.refused.busy");
        }
        places.acquireUninterruptibly();
    }
}
