package wanhu.knowledge;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of articles shall show, as it was typed.
 *
 * @param q words of its text, or a part of its title
 * @param view which ones; null for all that is not withdrawn
 * @param mine only those of the own unit
 * @param audience only those for them
 * @param category code, with all below it
 * @param sort by what; null for the latest change
 * @param after key of the last row of the piece before
 */
record Asked(
        @Nullable String q,
        @Nullable View view,
        @Nullable Boolean mine,
        @Nullable Audience audience,
        @Nullable String category,
        @Nullable Sort sort,
        @Nullable String after) {
    static final Asked NOTHING = new Asked(null, null, null, null, null, null, null);

    private static final int TEXT_CHARACTERS_MAX = 50;

    /** ArticleLists that somebody works through. */
    enum View {
        /** 已发布. */
        LIVE,
        /** 待复核: its day, or its end, is near or has passed. */
        DUE,
        /** 已过期: hidden from residents. */
        EXPIRED,
        /** 起草中. */
        DRAFT,
        /** 待审核. */
        REVIEW,
        /** 有待处理的意见. */
        WISHES,
        /** 已撤下. */
        WITHDRAWN
    }

    /** Orders of the list. */
    enum Sort {
        /** The latest change first. */
        CHANGED,
        /** What must be looked at first. */
        REVIEW,
        /** What most matters cite. */
        CITED,
        /** What helped least. */
        UNHELPED
    }

    String text() {
        var text = Objects.toString(q, "").strip();
        return text.length() > TEXT_CHARACTERS_MAX ? text.substring(0, TEXT_CHARACTERS_MAX) : text;
    }

    String viewName() {
        return view == null ? "" : view.name();
    }

    String audienceName() {
        return audience == null ? "" : audience.name();
    }

    String categoryCode() {
        return Objects.toString(category, "");
    }

    Sort order() {
        return sort == null ? Sort.CHANGED : sort;
    }

    boolean own() {
        return Boolean.TRUE.equals(mine);
    }

    boolean narrows() {
        return !text().isEmpty()
                || view != null
                || own()
                || audience != null
                || !categoryCode().isEmpty();
    }

    /** Where the piece before has ended: a number of the order and an id. */
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

    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("q", text());
        parameters.put("view", viewName());
        parameters.put("mine", own());
        parameters.put("audience", audienceName());
        parameters.put("category", categoryCode());
        return parameters;
    }

    /** The same as part of an address, without the place in the list. */
    String address() {
        return "q=%s&view=%s%s&audience=%s&category=%s&sort=%s"
                .formatted(
                        URLEncoder.encode(text(), StandardCharsets.UTF_8),
                        viewName(),
                        own() ? "&mine=true" : "",
                        audienceName(),
                        URLEncoder.encode(categoryCode(), StandardCharsets.UTF_8),
                        order().name());
    }
}
