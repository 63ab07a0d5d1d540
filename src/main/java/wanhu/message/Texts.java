package wanhu.message;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import wanhu.base.Words;

/**
 * The words of messages: templates by channel, audience and event in two languages, which a county
 * adapts by version like every other text. A channel without a template of its own uses that of the
 * audience.
 */
@Component
class Texts {
    private static final String TEMPLATE = "message.template.";

    private final Words words;

    Texts(Words words) {
        this.words = words;
    }

    /** What a message says. */
    String text(Message message) {
        int county = message.county();
        var language = language(message);
        var about = message.about();
        return switch (message.audience()) {
            case STAFF ->
                    words.text(county, language, key(message), about.number(), about.matter());
            case RESIDENT ->
                    words.text(
                            county,
                            language,
                            key(message),
                            about.matter(),
                            words.text(county, language, "life.public-stage." + message.event()));
        };
    }

    /** What a notice says, in the reader's language. */
    String text(int county, Locale language, Notices.Notice notice) {
        return words.text(
                county,
                language,
                TEMPLATE + "STAFF." + notice.event(),
                notice.about().number(),
                notice.about().matter());
    }

    /** The subject of a mail with that many messages. */
    String subject(Message first, int messages) {
        return messages == 1
                ? text(first)
                : words.text(first.county(), language(first), "message.digest.subject", messages);
    }

    /**
     * The text of a mail: each message on a line, and how to get no more of them.
     *
     * @param stop where one says so without signing in; empty where there is no such address
     */
    String body(List<Message> messages, String stop) {
        var first = messages.getFirst();
        return messages.stream().map(each -> "· " + text(each)).collect(Collectors.joining("\n"))
                + "\n\n"
                + words.text(first.county(), language(first), "message.mail.foot")
                + (stop.isEmpty()
                        ? ""
                        : "\n"
                                + words.text(
                                        first.county(),
                                        language(first),
                                        "message.mail.stop",
                                        stop));
    }

    private String key(Message message) {
        var event = message.audience() == Audience.RESIDENT ? "STATE" : message.event();
        var own = TEMPLATE + message.channel() + "." + message.audience() + "." + event;
        return words.has(own) ? own : TEMPLATE + message.audience() + "." + event;
    }

    private static Locale language(Message message) {
        return "en".equals(message.language()) ? Locale.ENGLISH : Locale.CHINESE;
    }
}
