package wanhu.factor;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Ids;
import wanhu.base.Refused;

/**
 * Passkeys (通行密钥, WebAuthn): the device signs what we ask, after its owner showed it a PIN, a
 * finger or a face. That is two factors in one: what she has, and what she knows or is.
 */
@Component
public class Passkeys {
    /** So many passkeys an account has at most. */
    public static final int PASSKEYS_MAX = 10;

    private static final int CHALLENGE_BYTES = 32;
    private static final int ACCOUNT_BYTES = 16;
    private static final long WAIT_MILLIS = 120_000;
    private static final String SITE_NAME = "Wanhu 万户";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PasskeyStore store;
    private final Ceremony ceremony;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Passkeys(PasskeyStore store, Ceremony ceremony, Clock clock) {
        this.store = store;
        this.ceremony = ceremony;
        this.clock = clock;
    }

    /** A new random text to be signed. */
    public static String challenge() {
        var bytes = new byte[CHALLENGE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** Who makes a passkey: account, login and name, which the device shows. */
    public record Owner(UUID account, String login, String name) {}

    /** What the browser needs to make a passkey, as JSON (WebAuthn, 5.1.8). */
    @Transactional(readOnly = true)
    public String toMake(Asked asked, Owner owner) {
        var options = new LinkedHashMap<String, Object>();
        options.put("rp", Map.of("id", asked.host(), "name", SITE_NAME));
        options.put(
                "user",
                Map.of(
                        "id",
                        BASE64.encodeToString(handle(owner.account())),
                        "name",
                        owner.login(),
                        "displayName",
                        owner.name()));
        options.put("challenge", asked.challenge());
        options.put(
                "pubKeyCredParams",
                Ceremony.ALGORITHMS.stream()
                        .map(each -> Map.of("type", "public-key", "alg", each.getValue()))
                        .toList());
        options.put("timeout", WAIT_MILLIS);
        options.put("attestation", "none");
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "preferred", "userVerification", "required"));
        options.put("excludeCredentials", known(owner.account()));
        return json.writeValueAsString(options);
    }

    /**
     * What the browser needs to sign with a passkey, as JSON (WebAuthn, 5.1.8).
     *
     * @param account whose passkeys may be used; null for any that the device knows for this site
     */
    @Transactional(readOnly = true)
    public String toSign(Asked asked, @Nullable UUID account) {
        var options = new LinkedHashMap<String, Object>();
        options.put("rpId", asked.host());
        options.put("challenge", asked.challenge());
        options.put("timeout", WAIT_MILLIS);
        options.put("userVerification", "required");
        options.put("allowCredentials", account == null ? List.of() : known(account));
        return json.writeValueAsString(options);
    }

    private List<Map<String, String>> known(UUID account) {
        return store.credentials(account, PASSKEYS_MAX).stream()
                .map(each -> Map.of("type", "public-key", "id", BASE64.encodeToString(each)))
                .toList();
    }

    /**
     * Keeps a passkey that the browser has made.
     *
     * @param answer the browser's JSON
     * @throws Refused when the answer is not right, the passkey is known, the name is no name, or
     *     there are {@link #PASSKEYS_MAX} already
     */
    @Transactional
    public void add(UUID account, Asked asked, String answer, String name) {
        var proper = proper(name);
        if (store.list(account, PASSKEYS_MAX).size() >= PASSKEYS_MAX) {
            throw new Refused(Refused.Kind.RULE, "factor.refused.passkeys", PASSKEYS_MAX);
        }
        var made =
                ceremony.made(asked, answer)
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.INVALID, "factor.refused.passkey"));
        var key =
                new PasskeyStore.Key(
                        Ids.next(), account, made.publicKey(), made.signCount(), made.backedUp());
        if (!store.add(new PasskeyStore.Row(key, made.credential(), proper, clock.instant()))) {
            throw new Refused(Refused.Kind.CONFLICT, "factor.refused.passkey-known");
        }
    }

    /** The account whose passkey has signed what was asked; empty when none has. */
    @Transactional
    public Optional<UUID> signer(Asked asked, String answer) {
        var read = ceremony.read(answer).orElse(null);
        if (read == null) {
            return Optional.empty();
        }
        var key = store.find(read.getCredentialId()).orElse(null);
        if (key == null || !ceremony.signed(asked, read, key)) {
            return Optional.empty();
        }
        var handle = read.getUserHandle();
        boolean whose = handle == null || Arrays.equals(handle, handle(key.account()));
        var device = read.getAuthenticatorData();
        long count = device == null ? 0 : device.getSignCount();
        return whose && store.use(key, count, clock.instant())
                ? Optional.of(key.account())
                : Optional.empty();
    }

    /** The passkeys of an account, the oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> list(UUID account) {
        return store.list(account, PASSKEYS_MAX);
    }

    /**
     * Calls a passkey by another name.
     *
     * @throws Refused when the account has none of that id, or the name is no name
     */
    @Transactional
    public void rename(UUID account, UUID passkey, String name) {
        need(store.rename(account, passkey, proper(name)));
    }

    /**
     * Forgets a passkey.
     *
     * @throws Refused when the account has none of that id
     */
    @Transactional
    public void remove(UUID account, UUID passkey) {
        need(store.remove(account, passkey));
    }

    private static void need(boolean done) {
        if (!done) {
            throw new Refused(Refused.Kind.MISSING, "factor.refused.no-passkey");
        }
    }

    private static String proper(String name) {
        var text = name.strip();
        int length = text.codePointCount(0, text.length());
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        if (length < 1 || length > Passkey.NAME_CHARACTERS_MAX || !plain) {
            throw new Refused(
                    Refused.Kind.INVALID,
                    "factor.refused.passkey-name",
                    Passkey.NAME_CHARACTERS_MAX);
        }
        return text;
    }

    private static byte[] handle(UUID account) {
        return ByteBuffer.allocate(ACCOUNT_BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array();
    }
}
