package wanhu.weakness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Lists of advisories in the form of OSV: archives of JSON files, or folders of them. Of tens of
 * thousands only those are kept that speak of a component of ours.
 */
final class Advisories {
    private static final int FILE_MB_MAX = 16;
    private static final int LIST_GB_MAX = 8;
    private static final int FILES_MAX = 2_000_000;
    private static final String ENDING = ".json";

    private final List<Component> components;
    private final List<Advisory> ours = new ArrayList<>();
    private final Map<Ecosystem, Integer> read = new EnumMap<>(Ecosystem.class);
    private Instant newest = Instant.MIN;
    private long bytesLeft = (long) LIST_GB_MAX << 30;
    private int count;

    private Advisories(List<Component> components) {
        this.components = components;
    }

    /**
     * Reads all lists.
     *
     * @throws Unusable when one is missing, empty, damaged or larger than any true one
     */
    static Advisories read(List<Path> lists, List<Component> components) {
        var all = new Advisories(components);
        for (var list : lists) {
            int before = all.count;
            all.read(list);
            if (all.count == before) {
                throw new Unusable("The list " + list + " holds no advisory: no file *.json.");
            }
        }
        return all;
    }

    /** Those that speak of a component of ours. */
    List<Advisory> ours() {
        return List.copyOf(ours);
    }

    int count() {
        return count;
    }

    /** When somebody last wrote to any of them. */
    Instant newest() {
        return newest;
    }

    /** Ecosystems of which the lists say anything. */
    Set<Ecosystem> told() {
        return read.keySet();
    }

    private void read(Path list) {
        try {
            if (Files.isDirectory(list)) {
                folder(list);
            } else if (Files.isRegularFile(list)) {
                archive(list);
            } else {
                throw new Unusable("The list of advisories " + list + " is not there.");
            }
        } catch (IOException broken) {
            throw new Unusable(
                    "The list of advisories %s cannot be read, it seems damaged: %s"
                            .formatted(list, Json.shown(String.valueOf(broken.getMessage()))));
        }
    }

    private void folder(Path list) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(list)) {
            files = walk.filter(Files::isRegularFile).filter(Advisories::json).toList();
        }
        for (var file : files) {
            try (var input = Files.newInputStream(file)) {
                take(bytes(input, file.toString()), file.toString());
            }
        }
    }

    private static boolean json(Path file) {
        return file.toString().endsWith(ENDING);
    }

    private void archive(Path list) throws IOException {
        try (var zip = new ZipFile(list.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().endsWith(ENDING)) {
                    take(bytes(zip, entry), shown(list, entry));
                }
            }
        }
    }

    private static String shown(Path list, ZipEntry entry) {
        return Json.shown(entry.getName()) + " in " + list;
    }

    /** Java's own reader of archives does not look at the sums of what it reads. */
    private byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (var input = zip.getInputStream(entry)) {
            var bytes = bytes(input, Json.shown(entry.getName()));
            var sum = new CRC32();
            sum.update(bytes);
            if (sum.getValue() != entry.getCrc()) {
                throw new IOException(entry.getName() + " does not have its sum");
            }
            return bytes;
        }
    }

    /** What an archive says of the sizes in it may be a lie: what comes out is counted. */
    private byte[] bytes(InputStream input, String name) throws IOException {
        var bytes = input.readNBytes((FILE_MB_MAX << 20) + 1);
        bytesLeft -= bytes.length;
        if (bytes.length > FILE_MB_MAX << 20) {
            throw new Unusable("%s has more than %d MB: no advisory.".formatted(name, FILE_MB_MAX));
        }
        if (bytesLeft < 0 || ++count > FILES_MAX) {
            throw new Unusable(
                    "The lists have more than %d GB or %d files: no lists of advisories."
                            .formatted(LIST_GB_MAX, FILES_MAX));
        }
        return bytes;
    }

    private void take(byte[] bytes, String name) {
        var advisory = Advisory.of(Json.of(bytes, name), name);
        newest = advisory.modified().isAfter(newest) ? advisory.modified() : newest;
        advisory.affected().stream()
                .map(Advisory.Affected::ecosystem)
                .collect(Collectors.toSet())
                .forEach(each -> read.merge(each, 1, Integer::sum));
        if (components.stream().anyMatch(each -> speaks(advisory, each))) {
            ours.add(advisory);
        }
    }

    private static boolean speaks(Advisory advisory, Component component) {
        return advisory.affected().stream().anyMatch(each -> each.names(component));
    }
}
