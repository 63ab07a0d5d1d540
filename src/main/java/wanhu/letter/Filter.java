package wanhu.letter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which letters a list shows; nothing named means all.
 *
 * @param q part of the number of the letter or of what it is about
 * @param after id of the last row of the piece before
 */
record Filter(
        @Nullable Kind kind, @Nullable Integer year, @Nullable String q, @Nullable UUID after) {
    String text() {
        return Objects.toString(q, "").strip();
    }

    String kindName() {
        return kind == null ? "" : kind.name();
    }

    String yearText() {
        return year == null ? "" : year.toString();
    }

    boolean narrows() {
        return kind != null || year != null || !text().isEmpty();
    }

    /** The named parameters of the conditions. */
    Map<String, Object> parameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("kind", kindName());
        parameters.put("year", year == null ? 0 : year);
        parameters.put("q", text());
        return parameters;
    }

    /** The same filter as part of an address, without the place in the list. */
    String address() {
        return "kind="
                + kindName()
                + "&year="
                + yearText()
                + "&q="
                + URLEncoder.encode(text(), StandardCharsets.UTF_8);
    }
}
