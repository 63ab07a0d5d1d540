package wanhu.audit;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Days;
import wanhu.base.Refused;
import wanhu.crypto.Suite;

/**
 * Checks a proof: by itself, and against what is published here. Anybody can do the first part with
 * a few lines of a program of her own; {@code docs/audit.md} shows how.
 */
@Component
class ProofCheck {
    /** So long a text is read at most. */
    static final int CHARACTERS_MAX = 2_000_000;

    private static final int LINES_MAX = 500;
    private static final int PATH_MAX = 64;

    private final JsonMapper json;
    private final BatchStore batches;
    private final DayStore days;

    ProofCheck(JsonMapper json, BatchStore batches, DayStore days) {
        this.json = json;
        this.batches = batches;
        this.days = days;
    }

    /** What became of a line. */
    enum Verdict {
        /** It leads to the published root of its day. */
        PUBLISHED,
        /** It leads to a sealed batch; the root of its day is published after midnight. */
        SEALED,
        /** Row, texts and path do not fit each other. */
        FORGED,
        /** The proof fits, but its root is not the one that is published here. */
        OTHER_ROOT
    }

    /**
     * A checked line.
     *
     * @param told what the proof says was told; empty for nothing
     */
    record Checked(Verdict verdict, Map<String, String> row, String told) {
        boolean good() {
            return verdict == Verdict.PUBLISHED || verdict == Verdict.SEALED;
        }
    }

    /**
     * Checks all lines of a proof.
     *
     * @throws Refused INVALID when the text is no proof
     */
    List<Checked> check(String text) {
        return read(text).lines().stream().map(this::check).toList();
    }

    Proof read(String text) {
        if (text.length() > CHARACTERS_MAX) {
            throw new Refused(Refused.Kind.TOO_LARGE, "audit.refused.large");
        }
        try {
            var proof = json.readValue(text.strip(), Proof.class);
            if (proof != null
                    && Proof.FORMAT.equals(proof.format())
                    && proof.lines() != null
                    && proof.lines().size() <= LINES_MAX
                    && proof.lines().stream().allMatch(ProofCheck::whole)) {
                return proof;
            }
        } catch (JacksonException _) {
            throw noProof();
        }
        throw noProof();
    }

    private static Refused noProof() {
        return new Refused(Refused.Kind.INVALID, "audit.refused.proof");
    }

    @SuppressWarnings("NullAway")
    private static boolean whole(Proof.Line line) {
        return line != null
                && line.row() != null
                && line.texts() != null
                && line.path() != null
                && line.path().size() <= PATH_MAX
                && line.batch() != null
                && (line.day() == null
                        || (line.day().path() != null && line.day().path().size() <= PATH_MAX));
    }

    private Checked check(Proof.Line line) {
        var told =
                line.texts().stream()
                        .filter(each -> "told".equals(each.name()))
                        .map(Proof.Text::text)
                        .findFirst()
                        .orElse("");
        return new Checked(verdict(line), new TreeMap<>(line.row()), told);
    }

    private Verdict verdict(Proof.Line line) {
        try {
            return fits(line) ? published(line) : Verdict.FORGED;
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Verdict.FORGED;
        }
    }

    /** As the header of the batch says. */
    private static Hasher hasher(Proof.Line line) {
        return hasher(line.batch().get("hash"));
    }

    private static Hasher hasher(@Nullable String hash) {
        return Hasher.of(hash == null ? Suite.STANDARD : Suite.ofHash(hash));
    }

    private static boolean fits(Proof.Line line) {
        var hasher = hasher(line);
        var texts =
                line.texts().stream()
                        .allMatch(each ->
                                Canon.digest(hasher, Hash.parse(each.salt()), each.text())
                                        .text()
                                        .equals(line.row().get(each.name())));
        var leaf = hasher.leaf(Canon.bytes(new TreeMap<>(line.row())));
        var root = hasher.root(leaf, Proof.neighbours(line.path()));
        return texts && root.text().equals(line.batch().get("root")) && dayFits(line);
    }

    private static Hash chain(Proof.Line line) {
        return hasher(line).leaf(Canon.bytes(new TreeMap<>(line.batch())));
    }

    private static boolean dayFits(Proof.Line line) {
        var day = line.day();
        return day == null
                || (day.day().equals(line.batch().get("day"))
                        && hasher(day.hash())
                                .root(chain(line), Proof.neighbours(day.path()))
                                .text()
                                .equals(day.root()));
    }

    private Verdict published(Proof.Line line) {
        int county = Integer.parseInt(line.batch().getOrDefault("county", ""));
        var day = line.day();
        if (day == null) {
            int number = Integer.parseInt(line.batch().getOrDefault("batch", ""));
            return batches.chain(county, number).filter(chain(line)::equals).isPresent()
                    ? Verdict.SEALED
                    : Verdict.OTHER_ROOT;
        }
        return days.find(county, Days.read(day.day()))
                        .filter(known -> known.root().text().equals(day.root()))
                        .isPresent()
                ? Verdict.PUBLISHED
                : Verdict.OTHER_ROOT;
    }
}
