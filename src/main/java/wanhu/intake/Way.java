package wanhu.intake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the steps of a report lead; what was chosen so far stands in the address.
 *
 * @param query what was searched
 * @param kind the kind with which she came, such as the suggestion link at the foot of each page
 */
record Way(String query, String kind) {
    String toPlaces(String at) {
        return "/report?at=" + encoded(at) + kindSuffix();
    }

    String toCategory(String place) {
        return "/report/category?place=" + encoded(place) + kindSuffix();
    }

    String toDanger(String place, String category) {
        return "/report/danger?place=%s&category=%s%s"
                .formatted(encoded(place), encoded(category), kindSuffix());
    }

    /** The form itself. */
    static String toText(Draft draft, boolean danger) {
        return "/report/text?place=%s&category=%s&kind=%s&danger=%s"
                .formatted(
                        encoded(draft.place()),
                        encoded(draft.category()),
                        encoded(draft.kind()),
                        danger);
    }

    private String kindSuffix() {
        return kind.isEmpty() ? "" : "&kind=" + encoded(kind);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
