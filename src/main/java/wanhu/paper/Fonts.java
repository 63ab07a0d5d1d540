package wanhu.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import wanhu.base.Settings;

/**
 * Which TrueType font of the machine stands for each face in PDF: the county's own in the folder
 * {@code fonts} of the data directory, else what the system has, else none, and then a reader takes
 * its own (decision 34). Looked for once.
 */
@Component
class Fonts {
    private static final List<String> PLACES =
            List.of(
                    "/usr/share/fonts",
                    "/usr/local/share/fonts",
                    "/Library/Fonts",
                    "/System/Library/Fonts/Supplemental",
                    "C:/Windows/Fonts");

    /** Free fonts with Chinese characters and TrueType outlines, for whatever face. */
    private static final List<String> ANY =
            List.of(
                    "gbsn00lp.ttf",
                    "simsun.ttc",
                    "wqy-zenhei.ttc",
                    "wqy-microhei.ttc",
                    "droidsansfallbackfull.ttf",
                    "droidsansfallback.ttf");

    private static final int DEPTH_MAX = 5;
    private static final int FILES_MAX = 20_000;

    private final Path own;
    private final List<Path> system;
    private volatile Map<String, Path> files = Map.of();
    private volatile boolean looked;

    @Autowired
    Fonts(Settings settings) {
        this(settings.data().resolve("fonts"), PLACES.stream().map(Path::of).toList());
    }

    Fonts(Path own, List<Path> system) {
        this.own = own;
        this.system = List.copyOf(system);
    }

    /** The file for a face; empty when the machine has none that can be embedded. */
    Optional<Path> file(Face face) {
        var known = files();
        return Stream.concat(face.files().stream(), ANY.stream())
                .filter(known::containsKey)
                .findFirst()
                .map(known::get);
    }

    private Map<String, Path> files() {
        if (!looked) {
            var found = new HashMap<String, Path>();
            system.forEach(place -> look(place, found));
            look(own, found);
            files = Map.copyOf(found);
            looked = true;
        }
        return files;
    }

    private static void look(Path place, Map<String, Path> found) {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (var walk = Files.walk(place, DEPTH_MAX)) {
            walk.limit(FILES_MAX)
                    .filter(Fonts::outlines)
                    .forEach(each -> found.put(name(each), each));
        } catch (IOException | UncheckedIOException _) {
            // A folder that cannot be read has no fonts for us.
            found.remove("");
        }
    }

    private static boolean outlines(Path file) {
        var name = name(file);
        return name.endsWith(".ttf") || name.endsWith(".ttc");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
