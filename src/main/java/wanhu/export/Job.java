package wanhu.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 后台导出: a file of a whole list that is written in the background, and how far it is. */
public record Job(
        int county,
        UUID id,
        What what,
        Owner owner,
        State state,
        Progress progress,
        Times times,
        @Nullable UUID asked) {

    /**
     * What is wanted.
     *
     * @param list name of the list
     * @param filters its filters as an address has them, in one order
     * @param told the same for people
     * @param gzip whether the file is handed out packed
     * @param reason what it is for
     */
    public record What(
            String list,
            String filters,
            String told,
            Format format,
            boolean gzip,
            Locale language,
            String reason) {
        /** The name under which it is saved. */
        public String file(String day) {
            return list + "-" + day + "." + format.ending() + (gzip ? ".gz" : "");
        }

        /** Its media type. */
        public String type() {
            return gzip ? "application/gzip" : format.type();
        }
    }

    /**
     * Who wants it, in which post.
     *
     * @param name as the mark shows it
     * @param token with which a program asked; null for a person at a page
     */
    public record Owner(UUID person, UUID post, String name, @Nullable UUID token) {}

    /** How a row is written. */
    public enum Format {
        /** One JSON object a line (application/x-ndjson). */
        NDJSON("ndjson", "application/x-ndjson"),
        /** A table for spreadsheets (RFC 4180). */
        CSV("csv", "text/csv;charset=UTF-8");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        String ending() {
            return ending;
        }

        String type() {
            return type;
        }
    }

    /** Where it stands. */
    public enum State {
        /** A second person has to agree first. */
        ASKED,
        /** It will be begun. */
        WAITING,
        /** It is being written. */
        WRITING,
        /** It can be fetched. */
        DONE,
        /** The second person said no, or nobody decided in time. */
        REFUSED,
        /** It was cancelled, or its owner holds the post no longer. */
        STOPPED,
        /** It broke off by a fault of ours. */
        FAILED,
        /** It was not kept any longer. */
        EXPIRED;

        /** Whether it goes on. */
        public boolean live() {
            return this == ASKED || this == WAITING || this == WRITING;
        }
    }

    /**
     * How far it is.
     *
     * @param total rows of the whole list when it was begun; null before
     * @param bytes of the file, packed
     * @param cursor behind which row it goes on; empty at the beginning
     * @param mark the sentence that says who took it; empty before it was begun
     */
    public record Progress(
            int rows,
            @Nullable Integer total,
            long bytes,
            int pieces,
            String cursor,
            String mark) {}

    /**
     * When.
     *
     * @param until until when it is kept; null before it is done
     */
    public record Times(
            Instant made,
            @Nullable Instant begun,
            @Nullable Instant ended,
            @Nullable Instant until) {}

    /** How long it will still take, by the pace so far; null when nobody can say. */
    public @Nullable Duration left(Instant now) {
        var begun = times.begun();
        var total = progress.total();
        if (state != State.WRITING || begun == null || total == null || progress.rows() == 0) {
            return null;
        }
        long passed = Math.max(0, Duration.between(begun, now).toMillis());
        long rest = Math.max(0, total - progress.rows());
        return Duration.ofMillis(passed * rest / progress.rows());
    }
}
