package wanhu.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the invented tables that lie beside the room: cells divided by tabs, lines with # left out.
 */
final class DemoTable {
    private DemoTable() {}

    static List<String[]> rows(String file) {
        try (var stream = DemoTable.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("Expected " + file + " beside the room");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
