package wanhu.disclosure;

import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import wanhu.base.Words;
import wanhu.org.Unit;

/** The newest results of a unit as an Atom feed (RFC 4287). */
@Component
class Feed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Words words;
    private final Clock clock;

    Feed(Words words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    String atom(String base, Unit unit, List<Board.Line> lines, Locale locale) {
        try {
            var text = new StringWriter();
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "title", words.text(locale, "disclosure.feed.title", unit.name()));
            element(xml, "id", base + "/open?unit=" + unit.code());
            element(xml, "updated", updated(lines).toString());
            link(xml, "self", base + "/open/feed.atom?unit=" + unit.code());
            link(xml, "alternate", base + "/open?unit=" + unit.code());
            element(xml, "author", () -> element(xml, "name", unit.name()));
            for (Board.Line line : lines) {
                entry(xml, base, line);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("Expected to write a feed", broken);
        }
    }

    /** The same as RSS 2.0, for readers that know no Atom. */
    String rss(String base, Unit unit, List<Board.Line> lines, Locale locale) {
        try {
            var text = new StringWriter();
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("channel");
            var title = words.text(locale, "disclosure.feed.title", unit.name());
            element(xml, "title", title);
            element(xml, "link", base + "/open?unit=" + unit.code());
            element(xml, "description", title);
            element(xml, "lastBuildDate", day(updated(lines)));
            for (Board.Line line : lines) {
                item(xml, base, line);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("Expected to write a feed", broken);
        }
    }

    private static void item(XMLStreamWriter xml, String base, Board.Line line)
            throws XMLStreamException {
        var matter = line.matter();
        var href = base + "/open/matters/" + matter.number();
        xml.writeStartElement("item");
        element(xml, "title", matter.title());
        element(xml, "link", href);
        element(xml, "guid", href);
        element(xml, "pubDate", day(matter.closed()));
        element(xml, "description", line.place() + "\n" + matter.text() + "\n" + matter.answer());
        xml.writeEndElement();
    }

    /** As RFC 822 has it. */
    private static String day(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    private Instant updated(List<Board.Line> lines) {
        return lines.isEmpty() ? clock.instant() : lines.getFirst().matter().closed();
    }

    private static void entry(XMLStreamWriter xml, String base, Board.Line line)
            throws XMLStreamException {
        var matter = line.matter();
        var href = base + "/open/matters/" + matter.number();
        xml.writeStartElement("entry");
        element(xml, "title", matter.title());
        element(xml, "id", href);
        element(xml, "published", matter.closed().toString());
        element(xml, "updated", matter.closed().toString());
        link(xml, "alternate", href);
        element(xml, "summary", line.place() + "\n" + matter.text() + "\n" + matter.answer());
        xml.writeEndElement();
    }

    private interface Inside {
        void write() throws XMLStreamException;
    }

    private static void element(XMLStreamWriter xml, String name, Inside inside)
            throws XMLStreamException {
        xml.writeStartElement(name);
        inside.write();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        element(xml, name, () -> xml.writeCharacters(text));
    }

    private static void link(XMLStreamWriter xml, String rel, String href)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }
}
