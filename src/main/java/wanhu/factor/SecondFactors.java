package wanhu.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Refused;
import wanhu.shell.SquareCode;

/**
 * The second proof of who signs in: a code from an authenticator app (RFC 6238), a passkey ({@link
 * Passkeys}), or one of ten recovery codes kept on paper. Whoever calls this limits how often
 * somebody may try.
 */
@Component
public class SecondFactors {
    /** So many recovery codes are handed out at a time. */
    public static final int RECOVERY_CODES = 10;

    /** A code counts in its own step of 30 seconds and in so many before and after. */
    private static final int STEPS_OFF_MAX = 1;

    private static final String ISSUER = "Wanhu";
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int RECOVERY_SIGNS = 10;
    private static final int SECRET_GROUP = 4;

    private final FactorStore store;
    private final PasskeyStore passkeys;
    private final Clock clock;

    SecondFactors(FactorStore store, PasskeyStore passkeys, Clock clock) {
        this.store = store;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** Whether the account has a confirmed authenticator app or a passkey. */
    @Transactional(readOnly = true)
    public boolean has(UUID account) {
        return app(account) || passkey(account);
    }

    /** Whether the account has a confirmed authenticator app. */
    @Transactional(readOnly = true)
    public boolean app(UUID account) {
        return store.confirmed(account);
    }

    /** Whether the account has a passkey. */
    @Transactional(readOnly = true)
    public boolean passkey(UUID account) {
        return !passkeys.list(account, 1).isEmpty();
    }

    /**
     * What an app needs to share the secret.
     *
     * @param secret in Base32, in groups of four, to be typed by hand
     * @param picture the same as a QR code
     */
    public record Offer(String secret, SquareCode picture) {
        @Override
        public String toString() {
            return "Offer[]";
        }
    }

    /**
     * A secret on offer; the same one until it is confirmed, so that a page loaded twice does not
     * void what the phone has read.
     *
     * @param login shown by the app beside the code
     * @throws Refused when the account has a second factor already
     */
    @Transactional
    public Offer offer(UUID account, String login) {
        refuseSecond(account);
        store.offer(account, Totp.newSecret());
        var secret = Base32.toBase32String(store.secret(account, false).orElseThrow());
        var address =
                "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                        .formatted(
                                ISSUER,
                                URLEncoder.encode(login, StandardCharsets.UTF_8),
                                secret,
                                ISSUER);
        return new Offer(grouped(secret), SquareCode.of(address));
    }

    /**
     * Confirms the secret on offer with a code of the app.
     *
     * @return recovery codes, shown once
     * @throws Refused when the code is not the one of now
     */
    @Transactional
    public List<String> confirm(UUID account, String code) {
        refuseSecond(account);
        var secret =
                store.secret(account, false)
                        .orElseThrow(() ->
                                new Refused(Refused.Kind.CONFLICT, "factor.refused.no-offer"));
        if (!matches(account, secret, normal(code))) {
            throw new Refused(Refused.Kind.INVALID, "factor.refused.code");
        }
        store.confirm(account, clock.instant());
        return renewRecovery(account);
    }

    /** Whether the entry is a code of the app or a recovery code; uses it up. */
    @Transactional
    public boolean proves(UUID account, String entry) {
        var code = normal(entry);
        return code.length() == Totp.DIGITS
                ? store.secret(account, true)
                        .filter(secret -> matches(account, secret, code))
                        .isPresent()
                : store.useRecovery(account, code, clock.instant());
    }

    /** New recovery codes, shown once; those before are void. */
    @Transactional
    public List<String> renewRecovery(UUID account) {
        var random = new SecureRandom();
        var codes = Stream.generate(() -> recovery(random)).limit(RECOVERY_CODES).toList();
        store.setRecovery(account, codes.stream().map(SecondFactors::normal).toList());
        return codes;
    }

    /** How many recovery codes are left. */
    @Transactional(readOnly = true)
    public int recoveryLeft(UUID account) {
        return store.recoveryLeft(account);
    }

    /**
     * Forgets the authenticator app: a new phone comes. Recovery codes go with the last factor, for
     * alone they would be one.
     */
    @Transactional
    public void removeApp(UUID account) {
        store.removeApp(account);
        removeLoneRecovery(account);
    }

    /** Forgets recovery codes when neither an app nor a passkey is left. */
    @Transactional
    public void removeLoneRecovery(UUID account) {
        if (!has(account)) {
            store.removeRecovery(account);
        }
    }

    /** Forgets app, passkeys and recovery codes: all is lost, or the person has left. */
    @Transactional
    public void remove(UUID account) {
        store.removeApp(account);
        store.removeRecovery(account);
        passkeys.removeAll(account);
    }

    private void refuseSecond(UUID account) {
        if (store.confirmed(account)) {
            throw new Refused(Refused.Kind.CONFLICT, "factor.refused.already");
        }
    }

    private boolean matches(UUID account, byte[] secret, String code) {
        long now = Totp.step(clock.instant());
        for (long step = now - STEPS_OFF_MAX; step <= now + STEPS_OFF_MAX; step++) {
            if (same(Totp.code(secret, step), code) && store.useStep(account, step)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(String code, String entry) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.US_ASCII), entry.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the gaps and in the case in which codes are kept; full-width digits count. */
    private static String normal(String entry) {
        return Normalizer.normalize(entry, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String recovery(SecureRandom random) {
        var code = new StringBuilder();
        for (int at = 0; at < RECOVERY_SIGNS; at++) {
            code.append(at == RECOVERY_SIGNS / 2 ? "-" : "")
                    .append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{" + SECRET_GROUP + "})(?=.)", "$1 ");
    }
}
