package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The two formats of the standard; the ending of the address chooses. */
enum Format {
    /** Required by the standard. */
    XML("text/xml;charset=utf-8"),
    /** Optional in the standard. */
    JSON("application/json;charset=utf-8");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /** The header Content-Type. */
    String type() {
        return type;
    }

    /** What the address asks for: JSON when it ends so, else XML. */
    static Format of(HttpServletRequest request) {
        return request.getRequestURI().endsWith(".json") ? JSON : XML;
    }

    /** A whole document. */
    String document(String root, Value value) {
        try {
            var out = new StringBuilder();
            switch (this) {
                case XML -> {
                    out.append(XmlText.DECLARATION);
                    XmlText.write(out, root, value);
                }
                case JSON -> JsonText.write(out, value);
            }
            return out.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
