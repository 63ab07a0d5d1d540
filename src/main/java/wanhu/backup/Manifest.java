package wanhu.backup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a backup must hold, written last: the rows of each table and the digest of their text. A
 * backup whose manifest is missing or does not fit is no backup.
 *
 * @param tables what each table holds, by its name
 */
record Manifest(Map<String, Content> tables) {
    Manifest {
        tables = Map.copyOf(tables);
    }

    /**
     * What one table holds.
     *
     * @param rows how many
     * @param digest of their text, by the digest of the suite, as COPY writes it; hexadecimal
     */
    record Content(long rows, String digest) {}

    long rows() {
        return tables.values().stream().mapToLong(Content::rows).sum();
    }

    String text() {
        return tables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each ->
                        "%s %d %s%n"
                                .formatted(
                                        each.getKey(),
                                        each.getValue().rows(),
                                        each.getValue().digest()))
                .collect(Collectors.joining());
    }

    static Manifest read(String text) {
        var tables = new LinkedHashMap<String, Content>();
        text.lines()
                .map(line -> line.split(" ", -1))
                .forEach(
                        part -> tables.put(part[0], new Content(Long.parseLong(part[1]), part[2])));
        return new Manifest(tables);
    }
}
