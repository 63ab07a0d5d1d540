package wanhu.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Ids;

/** Articles that two people have written and read. */
@Lazy
@Component
public class Written {
    private static final LocalDate LATER = LocalDate.parse("2027-01-01");

    private final Articles articles;

    Written(Articles articles) {
        this.articles = articles;
    }

    /** One for staff alone, without an end. */
    public UUID published(Actor writer, Actor reader, String title, String body) {
        return published(
                writer, reader, new Text(title, body, "", Audience.STAFF, List.of(), LATER, null));
    }

    /** One for everybody. */
    UUID open(Actor writer, Actor reader, String title) {
        return published(
                writer,
                reader,
                new Text(title, "请看公告。", "", Audience.PUBLIC, List.of(), LATER, null));
    }

    UUID published(Actor writer, Actor reader, Text text) {
        var id = articles.begin(writer, Ids.next(), text);
        articles.submit(writer, id, 1);
        articles.approve(reader, id, 2);
        return id;
    }
}
