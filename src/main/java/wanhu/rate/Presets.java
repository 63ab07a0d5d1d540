package wanhu.rate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The presets that the product brings, each edition with its source. */
final class Presets {
    private static final String FILE = "presets.tsv";
    private static final int COLUMNS = 13;
    private static final List<Preset> ALL = read();

    private Presets() {}

    /** All of them, the usual one first. */
    static List<Preset> all() {
        return ALL;
    }

    static Preset usual() {
        return ALL.getFirst();
    }

    static Optional<Preset> find(String code, int edition) {
        return ALL.stream()
                .filter(each -> each.code().equals(code) && each.edition() == edition)
                .findFirst();
    }

    private static List<Preset> read() {
        try (var file = Presets.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("Expected " + FILE + " beside the room");
            }
            var presets = new ArrayList<Preset>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> presets.add(parse(line.split("\t", -1))));
            return List.copyOf(presets);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Preset parse(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(
                    "Expected " + COLUMNS + " columns but got " + String.join("|", cells));
        }
        var weights = new EnumMap<Rate, Integer>(Rate.class);
        weights.put(Rate.RESPONSE, Integer.valueOf(cells[7]));
        weights.put(Rate.SOLUTION, Integer.valueOf(cells[8]));
        weights.put(Rate.SATISFACTION, Integer.valueOf(cells[9]));
        return new Preset(
                cells[0],
                Integer.parseInt(cells[1]),
                LocalDate.parse(cells[2]),
                new Preset.Said(cells[3], cells[4]),
                new Preset.Said(cells[5], cells[6]),
                weights,
                Integer.parseInt(cells[10]),
                Stream.of(cells[11].split(",", -1)).map(Integer::valueOf).toList(),
                worths(cells[12]));
    }

    private static Map<Finding, Double> worths(String text) {
        var worths = new EnumMap<Finding, Double>(Finding.class);
        for (String each : text.split(",", -1)) {
            var pair = each.split("=", -1);
            worths.put(Finding.valueOf(pair[0]), Double.valueOf(pair[1]));
        }
        return worths;
    }
}
