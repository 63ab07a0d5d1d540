package wanhu.factor;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks what a browser answers, by WebAuthn level 3, 7.1 and 7.2: origin, site, challenge,
 * signature, and that the device knew its owner (by a PIN, a finger or a face). Which make a device
 * is does not matter here, so its attestation is not asked for.
 */
@Component
class Ceremony {
    /** Base64 of keys and signatures stays far below. */
    private static final int ANSWER_CHARACTERS_MAX = 20_000;

    /** ES256, EdDSA and RS256, which all devices on the market cover. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(
                    COSEAlgorithmIdentifier.ES256,
                    COSEAlgorithmIdentifier.EdDSA,
                    COSEAlgorithmIdentifier.RS256);

    private final JsonMapper json = JsonMapper.builder().build();
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager =
            WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys =
            new AttestedCredentialDataConverter(converter);

    /** What a new passkey is. */
    @SuppressWarnings("ArrayRecordComponent")
    record Made(byte[] credential, byte[] publicKey, long signCount, boolean backedUp) {}

    /** The new passkey in the answer; empty when something is wrong with it. */
    Optional<Made> made(Asked asked, String answer) {
        try {
            var parts = parts(answer);
            var read =
                    manager.parse(
                            new RegistrationRequest(
                                    part(parts, "attestationObject"),
                                    part(parts, "clientDataJSON")));
            manager.verify(read, new RegistrationParameters(site(asked), parameters(), true, true));
            var object = read.getAttestationObject();
            return object == null ? Optional.empty() : made(object.getAuthenticatorData());
        } catch (RuntimeException _) {
            // Whatever a parser says of bytes that no browser would send: they prove nothing.
            return Optional.empty();
        }
    }

    private Optional<Made> made(
            AuthenticatorData<RegistrationExtensionAuthenticatorOutput> device) {
        return Optional.ofNullable(device.getAttestedCredentialData())
                .map(key ->
                        new Made(
                                key.getCredentialId(),
                                keys.convert(key),
                                device.getSignCount(),
                                device.isFlagBE()));
    }

    /** What the answer says before it is checked; empty when it can't be read. */
    Optional<AuthenticationData> read(String answer) {
        try {
            var parts = parts(answer);
            var handle = parts.path("response").has("userHandle");
            return Optional.of(
                    manager.parse(
                            new AuthenticationRequest(
                                    bytes(parts.path("rawId")),
                                    handle ? part(parts, "userHandle") : null,
                                    part(parts, "authenticatorData"),
                                    part(parts, "clientDataJSON"),
                                    part(parts, "signature"))));
        } catch (RuntimeException _) {
            // Whatever a parser says of bytes that no browser would send: they prove nothing.
            return Optional.empty();
        }
    }

    /** Whether the answer was signed by that key for what was asked. */
    boolean signed(Asked asked, AuthenticationData answer, PasskeyStore.Key key) {
        try {
            manager.verify(
                    answer,
                    new AuthenticationParameters(site(asked), record(key), null, true, true));
            return true;
        } catch (RuntimeException _) {
            // Whatever a parser says of bytes that no browser would send: they prove nothing.
            return false;
        }
    }

    private JsonNode parts(String answer) {
        var bounded = answer.substring(0, Math.min(answer.length(), ANSWER_CHARACTERS_MAX));
        return json.readTree(bounded);
    }

    private static byte[] part(JsonNode parts, String name) {
        return bytes(parts.path("response").path(name));
    }

    private static byte[] bytes(JsonNode part) {
        return Base64.getUrlDecoder().decode(part.asString(""));
    }

    private CredentialRecordImpl record(PasskeyStore.Key key) {
        AttestedCredentialData data = keys.convert(key.publicKey());
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                key.backedUp(),
                key.backedUp(),
                key.signCount(),
                data,
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                Set.of());
    }

    private static ServerProperty site(Asked asked) {
        return ServerProperty.builder()
                .origin(new Origin(asked.origin()))
                .rpId(asked.host())
                .challenge(new DefaultChallenge(asked.challenge()))
                .build();
    }

    private static List<PublicKeyCredentialParameters> parameters() {
        return ALGORITHMS.stream()
                .map(each ->
                        new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
                .toList();
    }
}
