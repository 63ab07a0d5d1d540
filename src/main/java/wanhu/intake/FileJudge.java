package wanhu.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Report;
import wanhu.org.Unit;
import wanhu.vault.PersonName;
import wanhu.vault.Phone;

/** Turns rows of a file into reports, or says what is wrong with them. Reads one file, once. */
final class FileJudge {
    /** Where rows may be placed, and which categories there are. */
    interface Ground {
        /** The place with that code where the post may register. */
        Optional<Unit> place(String code);

        /** The code of the category with that code or name. */
        Optional<String> category(String text);
    }

    private final int county;
    private final String source;
    private final @Nullable Unit fallback;
    private final Ground ground;
    private final Instant now;
    private final Map<UUID, Integer> seen = new HashMap<>();
    private final MessageDigest digest = sha256();

    FileJudge(int county, FileImport.Into into, Ground ground, Instant now) {
        this.county = county;
        this.source = into.source();
        this.fallback = into.place();
        this.ground = ground;
        this.now = now;
    }

    /** A row that was judged: a report, or what is wrong. */
    sealed interface Judged {
        /** Can be imported. */
        record Good(Report report) implements Judged {}

        /** Can't. */
        record Bad(int row, String id, Fault fault) implements Judged {}
    }

    Judged judge(FileRow row) {
        try {
            return new Judged.Good(report(row));
        } catch (Unfit unfit) {
            return new Judged.Bad(row.number(), row.get(FileColumn.ID), unfit.fault);
        } catch (Refused no) {
            var fault = Fault.of("", no.word(), no.arguments().toArray());
            return new Judged.Bad(row.number(), row.get(FileColumn.ID), fault);
        }
    }

    private Report report(FileRow row) {
        if (row.cells().isEmpty()) {
            throw new Unfit("intake.row.unreadable");
        }
        var text = row.get(FileColumn.TEXT);
        var title =
                row.get(FileColumn.TITLE).isEmpty() ? Titles.of(text) : row.get(FileColumn.TITLE);
        if (title.isEmpty()) {
            throw new Unfit("intake.row.empty");
        }
        var content =
                new Report.Content(
                        kind(row.get(FileColumn.KIND)),
                        category(row.get(FileColumn.CATEGORY)),
                        Channel.IMPORT,
                        false,
                        title,
                        text);
        var place = place(row.get(FileColumn.PLACE));
        var contact = contact(row);
        var told =
                FileTimes.read(row.get(FileColumn.TIME), now)
                        .orElseThrow(() -> new Unfit("intake.row.time"));
        var command = command(row);
        return new Report(
                county,
                command,
                content,
                place.id(),
                row.get(FileColumn.SPOT),
                null,
                contact,
                told);
    }

    private static Kind kind(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "", "求助", "HELP" -> Kind.HELP;
            case "咨询", "INQUIRY" -> Kind.INQUIRY;
            case "投诉", "COMPLAINT" -> Kind.COMPLAINT;
            case "举报", "REPORT" -> Kind.REPORT;
            case "建议", "SUGGESTION" -> Kind.SUGGESTION;
            default -> throw new Unfit("intake.row.kind", shown(text));
        };
    }

    private String category(String text) {
        return text.isEmpty()
                ? Topics.UNKNOWN
                : ground.category(text)
                        .orElseThrow(() -> new Unfit("intake.row.category", shown(text)));
    }

    private Unit place(String code) {
        if (!code.isEmpty()) {
            return ground.place(code).orElseThrow(() -> new Unfit("intake.row.place", shown(code)));
        }
        if (fallback == null) {
            throw new Unfit("intake.row.place-missing");
        }
        return fallback;
    }

    private static Report.Contact contact(FileRow row) {
        var name = row.get(FileColumn.NAME);
        var phone = row.get(FileColumn.PHONE);
        if (!phone.isEmpty() && Phone.find(phone).isEmpty()) {
            throw new Unfit("intake.row.phone");
        }
        boolean publish = !row.get(FileColumn.PUBLISH).matches("否|不|no|false|0");
        return new Report.Contact(
                name.isEmpty() ? null : PersonName.of(name).full(),
                phone.isEmpty() ? null : phone,
                name.isEmpty() && phone.isEmpty(),
                false,
                publish,
                false);
    }

    /**
     * Follows from the source and the row's id, or without one from what it says: the same row
     * makes one matter however often it is imported.
     */
    private UUID command(FileRow row) {
        var id = row.get(FileColumn.ID);
        var said =
                row.get(FileColumn.TIME)
                        + "\n"
                        + row.get(FileColumn.TITLE)
                        + "\n"
                        + row.get(FileColumn.TEXT)
                        + "\n"
                        + row.get(FileColumn.PHONE);
        var name = county + "\n" + source + "\n" + (id.isEmpty() ? "=" + said : id);
        var bytes = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        var command = new UUID(version8(bytes.getLong()), variant(bytes.getLong()));
        var before = seen.putIfAbsent(command, row.number());
        if (before != null) {
            throw new Unfit("intake.row.twice", before);
        }
        return command;
    }

    private static long version8(long high) {
        return (high & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
    }

    private static long variant(long low) {
        return (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    }

    private static String shown(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Expected SHA-256 in every Java", impossible);
        }
    }

    /** Ends the reading of a row. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Fault fault;

        Unfit(String word, Object... arguments) {
            super(word, null, false, false);
            this.fault = Fault.of("", word, arguments);
        }
    }
}
