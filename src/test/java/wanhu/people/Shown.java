package wanhu.people;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import wanhu.Visitor.Answer;

/** What became, on pages and in files, of what a stranger wrote. */
final class Shown {
    private static final Pattern HEARD =
            Pattern.compile(
                    "<x7k|(?:href|src|action)=\"?\\s*javascript:a|\u202e|<[^>\"]*\\son[a-z]+=",
                    Pattern.CASE_INSENSITIVE);

    private final Set<String> asText = new TreeSet<>();
    private final Set<String> files = new TreeSet<>();
    private final Set<String> wrong = new TreeSet<>();

    /** Where it stands as the text that it is. */
    Set<String> asText() {
        return asText;
    }

    /** Which files and feeds were read. */
    Set<String> files() {
        return files;
    }

    /** Where it is a part of a page, or something broke. */
    Set<String> wrong() {
        return wrong;
    }

    void look(String where, Answer answer) {
        if (answer.status() >= 500) {
            wrong.add(where + " " + answer.status());
        }
        if (answer.type().startsWith("text/html")) {
            page(where, answer);
        } else if (answer.status() == 200) {
            file(where, answer);
        }
    }

    private void page(String where, Answer answer) {
        if (answer.says("&lt;x7k")) {
            asText.add(where);
        }
        hear(where, answer.body());
    }

    private void hear(String where, String body) {
        var heard = HEARD.matcher(body);
        if (heard.find()) {
            int from = Math.max(0, heard.start() - 60);
            int until = Math.min(body.length(), heard.end() + 20);
            wrong.add(where + " ... " + body.substring(from, until));
        }
    }

    private void file(String where, Answer answer) {
        var type = answer.type();
        if (type.contains("/xml") || type.contains("+xml")) {
            files.add(where);
            hear(where, answer.body());
            needWhole(where, answer.body());
        } else if (type.contains("csv") || type.contains("json")) {
            files.add(where);
            if (answer.says("\u202e")) {
                wrong.add(where + " turns text");
            }
        }
    }

    /** A feed that a reader refuses is none. */
    private void needWhole(String where, String feed) {
        try {
            DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(feed)));
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            wrong.add(where + " " + broken.getMessage());
        }
    }
}
