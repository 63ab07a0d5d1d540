package wanhu.files;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what a file is by its first bytes; names and the browser's word count for nothing
 * (CWE-434).
 */
final class Sniff {
    /** So many of the first bytes are enough. */
    static final int BYTES = 16;

    private static final Map<String, String> ENDINGS =
            Map.of(
                    "image/jpeg",
                    "jpg",
                    "image/png",
                    "png",
                    "image/gif",
                    "gif",
                    "audio/webm",
                    "webm",
                    "audio/ogg",
                    "ogg",
                    "audio/mp4",
                    "m4a",
                    "audio/wav",
                    "wav",
                    "audio/mpeg",
                    "mp3");

    private Sniff() {}

    static Optional<String> type(byte[] bytes) {
        if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of("image/png");
        }
        if (text(bytes, 0, "GIF8")) {
            return Optional.of("image/gif");
        }
        return voice(bytes);
    }

    private static Optional<String> voice(byte[] bytes) {
        if (starts(bytes, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return Optional.of("audio/webm");
        }
        if (text(bytes, 0, "OggS")) {
            return Optional.of("audio/ogg");
        }
        if (text(bytes, 4, "ftypM4A")) {
            return Optional.of("audio/mp4");
        }
        if (text(bytes, 0, "RIFF") && text(bytes, 8, "WAVE")) {
            return Optional.of("audio/wav");
        }
        return text(bytes, 0, "ID3") || starts(bytes, 0, 0xFF, 0xFB)
                ? Optional.of("audio/mpeg")
                : Optional.empty();
    }

    static String ending(String type) {
        return ENDINGS.getOrDefault(type, "bin");
    }

    private static boolean text(byte[] bytes, int at, String magic) {
        var wanted = magic.getBytes(StandardCharsets.US_ASCII);
        var signs = new int[wanted.length];
        for (int each = 0; each < wanted.length; each++) {
            signs[each] = wanted[each];
        }
        return starts(bytes, at, signs);
    }

    private static boolean starts(byte[] bytes, int at, int... magic) {
        if (bytes.length < at + magic.length) {
            return false;
        }
        for (int each = 0; each < magic.length; each++) {
            if ((bytes[at + each] & 0xFF) != magic[each]) {
                return false;
            }
        }
        return true;
    }
}
