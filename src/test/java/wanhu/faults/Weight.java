package wanhu.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a running program takes of its machine; of Linux alone.
 *
 * @param heap kilobytes that are in use after a collection
 * @param resident kilobytes of memory in all
 * @param handles open files and connections
 * @param threads threads of the machine
 * @param disk kilobytes of its data directory
 */
record Weight(long heap, long resident, long handles, long threads, long disk) {
    private static final Pattern USED =
            Pattern.compile("(?:DefNew|Tenured|generation)\\s.*?used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    /** What the process takes now. */
    static Weight of(long pid, Path data) {
        try {
            var process = Path.of("/proc", Long.toString(pid));
            asked(pid, "GC.run");
            var heap = USED.matcher(asked(pid, "GC.heap_info"));
            var resident = RESIDENT.matcher(Files.readString(process.resolve("status")));
            return new Weight(
                    heap.results().mapToLong(each -> Long.parseLong(each.group(1))).sum(),
                    resident.find() ? Long.parseLong(resident.group(1)) : 0,
                    entries(process.resolve("fd")),
                    entries(process.resolve("task")),
                    size(data));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String asked(long pid, String what) throws IOException {
        var command = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(command, Long.toString(pid), what).start();
        try (var out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static long entries(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.count();
        }
    }

    private static long size(Path data) throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).mapToLong(Weight::bytes).sum() >> 10;
        }
    }

    /** Files come and go while one looks. */
    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException _) {
            return 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
