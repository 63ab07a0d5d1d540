package wanhu.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/**
 * Style, script and pictures of the pages, read once and kept compressed in memory. The hash of its
 * content is part of a file's address, so that browsers may keep it for ever.
 */
@Component
class Assets {
    private static final String OWN = "classpath:static/assets/*.*";
    private static final String HTMX =
            "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
    private static final int HASH_DIGITS = 12;

    private final Map<String, Asset> byName = new HashMap<>();

    /** One file. */
    @SuppressWarnings("ArrayRecordComponent")
    record Asset(String href, String tag, MediaType type, byte[] plain, byte[] zipped) {}

    Assets() throws IOException {
        read(OWN);
        read(HTMX);
    }

    /**
     * Address of a file.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    String href(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("Expected an asset but there is no " + name))
                .href();
    }

    /** The file of that plain name. */
    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private void read(String pattern) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
            var name = file.getFilename();
            if (name != null) {
                byName.put(name, asset(name, file.getContentAsByteArray()));
            }
        }
    }

    private static Asset asset(String name, byte[] plain) {
        var tag = hash(plain);
        var type =
                MediaTypeFactory.getMediaType(name)
                        .orElseThrow(() ->
                                new IllegalStateException("Expected a known type but got " + name));
        return new Asset("/assets/" + tag + "/" + name, tag, type, plain, zip(plain));
    }

    private static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] zip(byte[] plain) {
        var zipped = new ByteArrayOutputStream();
        try (var out = new BestZip(zipped)) {
            out.write(plain);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return zipped.toByteArray();
    }

    private static final class BestZip extends GZIPOutputStream {
        BestZip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
