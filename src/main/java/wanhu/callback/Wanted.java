package wanhu.callback;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of calls shall show, as it was typed.
 *
 * @param view which ones; null for those that are owed
 * @param lot only this group
 * @param q part of the number of a matter
 * @param after key of the last row of the piece before
 */
record Wanted(@Nullable View view, @Nullable Lot lot, @Nullable String q, @Nullable String after) {
    private static final int TEXT_CHARACTERS_MAX = 30;

    /** Lists to work through. */
    enum View {
        /** 待回访: all that are owed. */
        OWED,
        /** 今天要打: due today or before, and nobody tried today. */
        TODAY,
        /** 未接通过. */
        TRIED,
        /** 约定回电. */
        PROMISED,
        /** 未抽中: nobody has to call; they end when their time is over. */
        SPARED,
        /** 已结束. */
        ENDED
    }

    View shown() {
        return view == null ? View.OWED : view;
    }

    String text() {
        var text = Objects.toString(q, "").strip();
        return text.length() > TEXT_CHARACTERS_MAX ? text.substring(0, TEXT_CHARACTERS_MAX) : text;
    }

    String lotName() {
        return lot == null ? "" : lot.name();
    }

    String address() {
        return "view="
                + shown()
                + "&lot="
                + lotName()
                + "&q="
                + java.net.URLEncoder.encode(text(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Place in the order: thousandths of a second, backwards where the list goes backwards. */
    record Mark(long key, UUID id) {
        static final Mark START = new Mark(Long.MIN_VALUE, new UUID(0, 0));

        static Mark of(@Nullable String text) {
            int cut = text == null ? -1 : text.indexOf('_');
            if (text == null || cut < 0) {
                return START;
            }
            try {
                return new Mark(
                        Long.parseLong(text.substring(0, cut)),
                        UUID.fromString(text.substring(cut + 1)));
            } catch (IllegalArgumentException _) {
                return START;
            }
        }

        String text() {
            return key + "_" + id;
        }
    }
}
