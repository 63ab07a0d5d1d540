package wanhu.round;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import wanhu.org.Level;

/**
 * The kinds of meetings that are there without a county's doing; their text is {@code kinds.tsv}.
 */
final class ShippedKinds {
    static final List<RoundKind> ALL = read();

    private ShippedKinds() {}

    private static List<RoundKind> read() {
        try {
            var text =
                    new ClassPathResource("wanhu/round/kinds.tsv")
                            .getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> kind(line.split("\t", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RoundKind kind(String[] cell) {
        return new RoundKind(
                cell[0],
                0,
                Level.valueOf(cell[1]),
                new RoundKind.Text(cell[6], cell[7]),
                new RoundKind.Dates(Cadence.valueOf(cell[2]), day(cell[3]), day(cell[4])),
                Integer.parseInt(cell[5]),
                new RoundKind.Text(cell[8], cell[9]),
                LocalDate.EPOCH,
                true);
    }

    private static @Nullable RoundDay day(String text) {
        return text.isEmpty() ? null : RoundDay.parse(text);
    }
}
