package wanhu.oidc;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A sign-in that went to the provider; kept by the browser's session until it comes back.
 *
 * @param state random; comes back with the browser, so that nobody is signed in as somebody else
 * @param nonce random; comes back in the token, so that no other token is taken
 * @param verifier random; only who has it can use the code (PKCE, RFC 7636)
 * @param address our address to which the browser comes back
 */
public record Begun(String state, String nonce, String verifier, String address) {
    private static final int BYTES = 32;

    /** A new one. */
    public static Begun to(String address) {
        return new Begun(random(), random(), random(), address);
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Begun[]";
    }
}
