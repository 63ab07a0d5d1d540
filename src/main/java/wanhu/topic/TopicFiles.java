package wanhu.topic;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.export.Exports;
import wanhu.export.Mark;
import wanhu.export.MarkedTable;

/** The list of hot topics as a file: counts, words and units, nothing of a person. */
@Controller
@For({
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.FOLLOW_UP,
    Role.LEADER
})
class TopicFiles {
    private final TopicPages pages;
    private final HotTopics topics;
    private final Exports exports;
    private final Words words;

    TopicFiles(TopicPages pages, HotTopics topics, Exports exports, Words words) {
        this.pages = pages;
        this.topics = topics;
        this.exports = exports;
        this.words = words;
    }

    @GetMapping(TopicPages.PATH + "/export.csv")
    void csv(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean dismissed,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var table = table(actor, dismissed, locale);
        table.csv(taken(actor, table, locale), response);
    }

    @GetMapping(TopicPages.PATH + "/export.xlsx")
    void excel(
            Actor actor,
            @RequestParam(defaultValue = "false") boolean dismissed,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var table = table(actor, dismissed, locale);
        table.excel(taken(actor, table, locale), response);
    }

    private Mark taken(Actor actor, MarkedTable table, Locale locale) {
        return exports.take(
                actor,
                Act.of(Verb.EXPORTED, "topics").with("rows", table.rows().size() - 1),
                locale);
    }

    private MarkedTable table(Actor actor, boolean dismissed, Locale locale) {
        topics.follow(actor.county());
        var names = pages.names(actor, locale);
        var rows = new ArrayList<List<String>>();
        rows.add(head(topics.least(actor.county()).days(), locale));
        topics.list(actor, dismissed).forEach(each -> rows.add(row(each, names, locale)));
        return new MarkedTable("topics", words.text(locale, "topic.title"), rows);
    }

    private List<String> head(int days, Locale locale) {
        return Stream.of(
                        words.text(locale, "topic.name"),
                        words.text(locale, "topic.words"),
                        words.text(locale, "topic.category"),
                        words.text(locale, "topic.count", days),
                        words.text(locale, "topic.reporters"),
                        words.text(locale, "topic.weeks", HotTopics.WEEKS),
                        words.text(locale, "topic.before", HotTopics.WEEKS),
                        words.text(locale, "topic.last-year"),
                        words.text(locale, "topic.trend"),
                        words.text(locale, "topic.places"),
                        words.text(locale, "topic.units"))
                .toList();
    }

    private List<String> row(HotTopic topic, TopicPages.Names names, Locale locale) {
        var counts = topic.counts();
        return List.of(
                topic.name(),
                String.join("、", topic.words()),
                names.category(topic.category()),
                Integer.toString(counts.window()),
                Integer.toString(topic.reporters()),
                Integer.toString(counts.weeks()),
                Integer.toString(counts.before()),
                Integer.toString(counts.lastYear()),
                words.text(locale, "topic.trend." + topic.trend()),
                names.some(topic.places()),
                names.some(topic.holders()));
    }
}
