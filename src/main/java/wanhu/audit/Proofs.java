package wanhu.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.SealedRow;
import wanhu.base.SealedRows;
import wanhu.intake.OwnTimeline;

/** Makes proofs of inclusion for the lines that somebody sees of her own matter. */
@Component
class Proofs {
    private static final String TOLD = "told";

    private final List<SealedRows> tables;
    private final BatchStore batches;
    private final DayStore days;
    private final Clock clock;

    Proofs(List<SealedRows> tables, BatchStore batches, DayStore days, Clock clock) {
        this.tables = tables;
        this.batches = batches;
        this.days = days;
        this.clock = clock;
    }

    /** The proof of what is sealed of the lines; a line of the last seconds may be missing. */
    @Transactional(readOnly = true)
    public Proof of(OwnTimeline.Own own) {
        Map<String, String> told =
                own.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        line -> Integer.toString(line.seq()),
                                        OwnTimeline.Line::told));
        var maker = new Maker(own.county());
        var lines =
                tables.stream()
                        .flatMap(table ->
                                table.about(own.county(), own.matter()).stream()
                                        .filter(row -> told.containsKey(row.open().get("seq")))
                                        .flatMap(row -> maker.line(table.letter(), row, told)))
                        .toList();
        var made = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Proof(Proof.FORMAT, own.number(), made, lines);
    }

    /** Reads each batch and each day once. */
    private final class Maker {
        private final int county;
        private final Map<Integer, Sealed> sealed = new HashMap<>();

        Maker(int county) {
            this.county = county;
        }

        Stream<Proof.Line> line(char letter, SealedRow row, Map<String, String> told) {
            return sealed(letter, row.id(), row.transaction())
                    .map(found -> found.line(row, found.text(row, told)))
                    .stream();
        }

        private Optional<Sealed> sealed(char letter, UUID id, long transaction) {
            return sealed.values().stream()
                    .filter(each -> each.place(letter, id) >= 0)
                    .findFirst()
                    .or(() ->
                            batches.around(county, transaction).stream()
                                    .map(batch ->
                                            sealed.computeIfAbsent(
                                                    batch.number(), _ -> sealed(batch)))
                                    .filter(each -> each.place(letter, id) >= 0)
                                    .findFirst());
        }

        private Sealed sealed(Batch batch) {
            var before =
                    batch.number() == 1
                            ? Hash.ZERO
                            : batches.chain(county, batch.number() - 1).orElse(Hash.ZERO);
            return new Sealed(batch, before, day(batch));
        }

        private Proof.@Nullable Day day(Batch batch) {
            var day = days.find(county, batch.day());
            if (day.isEmpty()) {
                return null;
            }
            var links = batches.links(county, batch.day());
            var path =
                    Hasher.of(day.get().suite())
                            .path(
                                    links.stream().map(BatchStore.Link::chain).toList(),
                                    batch.number() - links.getFirst().number());
            return Proof.Day.of(day.get(), sides(path));
        }
    }

    /** A batch with what leads from it to the root of its day. */
    private record Sealed(Batch batch, Hash before, Proof.@Nullable Day day) {
        int place(char letter, UUID id) {
            for (int at = 0; at < batch.leaves().size(); at++) {
                var leaf = batch.leaves().get(at);
                if (leaf.letter() == letter && leaf.id().equals(id)) {
                    return at;
                }
            }
            return -1;
        }

        Proof.Line line(SealedRow row, List<Proof.Text> texts) {
            var hasher = Hasher.of(batch.suite());
            int place = batch.leaves().indexOf(Leaf.of(hasher, letter(row), row));
            var hashes = batch.leaves().stream().map(Leaf::hash).toList();
            return new Proof.Line(
                    Canon.fields(hasher, row),
                    texts,
                    sides(hasher.path(hashes, Math.max(place, 0))),
                    batch.header(before),
                    day);
        }

        /** Only what she was told is opened; notes and names of staff stay hidden. */
        List<Proof.Text> text(SealedRow row, Map<String, String> told) {
            var said = row.hidden().getOrDefault(TOLD, "");
            var shown = told.getOrDefault(row.open().getOrDefault("seq", ""), "");
            if (said.isEmpty() || !said.equals(shown)) {
                return List.of();
            }
            var salt = Canon.salt(Hasher.of(batch.suite()), row.salt(), TOLD).text();
            return List.of(new Proof.Text(TOLD, said, salt));
        }

        private char letter(SealedRow row) {
            return batch.leaves().stream()
                    .filter(leaf -> leaf.id().equals(row.id()))
                    .findFirst()
                    .orElseThrow()
                    .letter();
        }
    }

    private static List<Proof.Side> sides(List<Hasher.Neighbour> path) {
        return path.stream().map(Proof.Side::of).toList();
    }
}
