package wanhu.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * Signs with Ed25519 (RFC 8032) or SM2 with SM3 (GB/T 32918.2). Drawn from a key of the vault, so
 * that there is no second secret to keep, and a new key of the vault is a new key to sign with.
 */
public final class SigningKey {
    /** The signer's name where none was agreed: GB/T 35276, section 10. */
    private static final byte[] NAME = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    private static final ECDomainParameters CURVE =
            new ECNamedDomainParameters(
                    GMObjectIdentifiers.sm2p256v1,
                    GMNamedCurves.getByOID(GMObjectIdentifiers.sm2p256v1));
    private static final int PEM_CHARACTERS_A_LINE = 64;

    private final Suite suite;
    private final AsymmetricKeyParameter secret;
    private final AsymmetricKeyParameter open;

    private SigningKey(Suite suite, AsymmetricKeyParameter secret, AsymmetricKeyParameter open) {
        this.suite = suite;
        this.secret = secret;
        this.open = open;
    }

    /** The signing key that belongs to a key of 32 bytes; always the same. */
    public static SigningKey of(Suite suite, SecretKey key) {
        try {
            var first = suite.derived(key, "sign");
            return switch (suite) {
                case STANDARD -> ed25519(first);
                // 64 bytes, so that the remainder of the division favours no number.
                case GM ->
                        sm2(
                                new BigInteger(1, joined(first, suite.derived(key, "sign2")))
                                        .mod(CURVE.getN().subtract(BigInteger.TWO))
                                        .add(BigInteger.ONE));
            };
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected the digest of the suite", broken);
        }
    }

    static SigningKey ed25519(byte[] seed) {
        var secret = new Ed25519PrivateKeyParameters(seed);
        return new SigningKey(Suite.STANDARD, secret, secret.generatePublicKey());
    }

    static SigningKey sm2(BigInteger number) {
        return new SigningKey(
                Suite.GM,
                new ECPrivateKeyParameters(number, CURVE),
                new ECPublicKeyParameters(CURVE.getG().multiply(number).normalize(), CURVE));
    }

    /** Signature of the content: 64 bytes of Ed25519, or SM2's two numbers in DER. */
    public byte[] sign(byte[] content) {
        try {
            return signer(true, secret, content).generateSignature();
        } catch (CryptoException broken) {
            throw new IllegalStateException("Expected to sign", broken);
        }
    }

    /** Whether it is this key's signature of the content. */
    public boolean signed(byte[] content, byte[] signature) {
        return signer(false, open, content).verifySignature(signature);
    }

    /** Name of the algorithm for people. */
    public String algorithm() {
        return switch (suite) {
            case STANDARD -> "Ed25519";
            case GM -> "SM2-SM3";
        };
    }

    /** The public key as every tool reads it (RFC 7468). */
    public String publicKey() {
        try {
            var bytes = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(open).getEncoded();
            var text =
                    Base64.getMimeEncoder(PEM_CHARACTERS_A_LINE, new byte[] {'\n'})
                            .encodeToString(bytes);
            return "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n";
        } catch (IOException broken) {
            throw new IllegalStateException("Expected to write a public key", broken);
        }
    }

    private Signer signer(boolean signing, CipherParameters key, byte[] content) {
        var signer =
                switch (suite) {
                    case STANDARD -> new Ed25519Signer();
                    case GM -> new SM2Signer();
                };
        signer.init(
                signing,
                switch (suite) {
                    case STANDARD -> key;
                    case GM -> new ParametersWithID(key, NAME);
                });
        signer.update(content, 0, content.length);
        return signer;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    @Override
    public String toString() {
        return "SigningKey " + algorithm();
    }
}
