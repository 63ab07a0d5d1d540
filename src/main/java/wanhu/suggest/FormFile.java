package wanhu.suggest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A machine as bytes, packed, and back; with a digest that tells whether they are still the same.
 */
final class FormFile {
    private static final int SIGN = 0x57480001;

    private FormFile() {}

    static byte[] write(Machine.Form form) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(SIGN);
            out.writeInt(form.labels().size());
            out.writeInt(form.known().keys().length);
            out.writeFloat(form.sharpness());
            for (int key : form.known().keys()) {
                out.writeInt(key);
            }
            for (float rarity : form.known().rarity()) {
                out.writeFloat(rarity);
            }
            for (int label = 0; label < form.labels().size(); label++) {
                out.writeUTF(form.labels().get(label));
                out.writeFloat(form.scales()[label]);
                out.write(form.weights()[label]);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    static Machine.Form read(byte[] bytes) {
        try (var in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int sign = in.readInt();
            if (sign != SIGN) {
                throw new IllegalStateException("Expected a learned form but got sign " + sign);
            }
            int size = in.readInt();
            int pieces = in.readInt();
            float sharpness = in.readFloat();
            return labels(in, size, known(in, pieces), sharpness);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Known known(DataInputStream in, int pieces) throws IOException {
        var keys = new int[pieces];
        var rarity = new float[pieces];
        for (int at = 0; at < pieces; at++) {
            keys[at] = in.readInt();
        }
        for (int at = 0; at < pieces; at++) {
            rarity[at] = in.readFloat();
        }
        return new Known(keys, rarity);
    }

    private static Machine.Form labels(DataInputStream in, int size, Known known, float sharpness)
            throws IOException {
        List<String> labels = new ArrayList<>();
        var scales = new float[size];
        var weights = new byte[size][];
        for (int label = 0; label < size; label++) {
            labels.add(in.readUTF());
            scales[label] = in.readFloat();
            weights[label] = in.readNBytes(known.keys().length);
        }
        return new Machine.Form(List.copyOf(labels), known, weights, scales, sharpness);
    }

    /** SHA-256 of the bytes. */
    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
