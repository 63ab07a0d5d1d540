package wanhu.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of a reader, for answers that are no pages, such as files. */
public final class Languages {
    private Languages() {}

    /** Chinese or English, as on the pages. */
    public static Locale of(HttpServletRequest request) {
        return Preferences.locale(request);
    }
}
