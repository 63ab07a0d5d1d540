package wanhu.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.paper.Paper;

/**
 * An issued letter, frozen.
 *
 * @param unit that issued it
 * @param number 发文字号
 * @param disposed whether what it says is gone, its time of keeping being over
 */
record Letter(
        int county,
        UUID id,
        Kind kind,
        UUID unit,
        Numbered number,
        About about,
        Text text,
        Issued issued,
        @Nullable Withdrawn withdrawn,
        boolean disposed) {

    /** Its number and what it is made of. */
    record Numbered(int year, int ordinal, String text) {}

    /**
     * What it is about.
     *
     * @param id of the matter, the order, the meeting
     * @param number of the same, for people
     * @param matter the matter behind it; null for minutes
     * @param to the unit it goes to; null when it goes to no unit
     */
    record About(UUID id, String number, @Nullable UUID matter, @Nullable UUID to) {}

    /** What stands on it. */
    record Text(
            String mark,
            String title,
            String addressee,
            String body,
            String organ,
            String contact,
            String copies,
            String present) {}

    /** When and by whom. */
    record Issued(LocalDate day, Instant at, UUID person, String name) {}

    /** That it holds no longer. */
    record Withdrawn(Instant at, String name, String reason) {}

    /** Whether it holds, as the end of a word. */
    String state() {
        if (disposed) {
            return "DISPOSED";
        }
        return withdrawn == null ? "ISSUED" : "WITHDRAWN";
    }

    /**
     * As it is printed.
     *
     * @param stamp what stands above each page
     */
    Paper paper(String stamp) {
        return new Paper(
                kind.form(),
                text.mark(),
                number.text(),
                text.title(),
                text.addressee(),
                text.body(),
                text.organ(),
                issued.day(),
                text.contact(),
                text.copies(),
                text.present(),
                stamp);
    }
}
