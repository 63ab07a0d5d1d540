package wanhu.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a fuzzer begins with, and what has once been found: a folder for each target. */
final class Seeds {
    private static final Path FOLDER = Path.of("src", "test", "resources", "wanhu", "fuzz");
    private static final int CHANGES_MAX = 6;

    private Seeds() {}

    static List<byte[]> of(Target target) {
        var folder = FOLDER.resolve(target.name());
        if (!Files.isDirectory(folder)) {
            return List.of(new byte[0]);
        }
        try (var files = Files.list(folder)) {
            var all = new ArrayList<byte[]>();
            for (Path file : files.sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
            return all;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same with some bytes changed, doubled, taken out or cut off. */
    static byte[] neighbour(byte[] seed, Random random) {
        var bytes = new ArrayList<Byte>();
        for (byte each : seed) {
            bytes.add(each);
        }
        int changes = 1 + random.nextInt(CHANGES_MAX);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bytes.size() + 1);
            if (at == bytes.size() || random.nextBoolean()) {
                bytes.add(at, (byte) random.nextInt(256));
            } else if (random.nextBoolean()) {
                bytes.set(at, (byte) random.nextInt(256));
            } else {
                bytes.subList(at, Math.min(bytes.size(), at + 1 + random.nextInt(9))).clear();
            }
        }
        var changed = new byte[bytes.size()];
        for (int at = 0; at < changed.length; at++) {
            changed[at] = bytes.get(at);
        }
        return changed;
    }

    /** All seeds as the fuzzer wants them. */
    static void write(Path corpus) throws IOException {
        Files.createDirectories(corpus);
        for (int which = 0; which < Parsers.ALL.size(); which++) {
            var target = Parsers.ALL.get(which);
            int number = 0;
            for (byte[] seed : of(target)) {
                var bytes = new byte[seed.length + 1];
                bytes[0] = (byte) which;
                System.arraycopy(seed, 0, bytes, 1, seed.length);
                Files.write(corpus.resolve(target.name() + "-" + number++), bytes);
            }
        }
    }
}
