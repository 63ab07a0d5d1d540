package wanhu.knowledge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.people.RateLimit;
import wanhu.people.RateLimits;
import wanhu.shell.Choice;

/** 常见问题: questions and answers for everybody, without signing in and without JavaScript. */
@Controller
class QuestionPages {
    static final String PATH = "/questions";

    /** Answers of readers from one address in ten minutes. */
    static final int ANSWERS_MAX = 30;

    private static final int ROWS = 20;
    private static final int BEGINNING_CHARACTERS = 45;
    private static final int TEXT_CHARACTERS_MAX = 50;

    private final Finder finder;
    private final Wishes wishes;
    private final ArticleTopics topics;
    private final Units units;
    private final RateLimit answers;

    QuestionPages(
            Finder finder, Wishes wishes, ArticleTopics topics, Units units, RateLimits limits) {
        this.finder = finder;
        this.wishes = wishes;
        this.topics = topics;
        this.units = units;
        answers = limits.of("question", ANSWERS_MAX, Duration.ofMinutes(10));
    }

    /** What is looked for; empty where nothing is. */
    record Sought(
            @Nullable Integer county,
            @Nullable String text,
            @Nullable String category,
            @Nullable String after) {
        String words() {
            var words = Objects.toString(text, "").strip();
            return words.length() > TEXT_CHARACTERS_MAX
                    ? words.substring(0, TEXT_CHARACTERS_MAX)
                    : words;
        }

        String code() {
            return Objects.toString(category, "").strip();
        }

        String mark() {
            return Objects.toString(after, "").strip();
        }
    }

    /**
     * The list.
     *
     * @param county whose answers these are
     * @param several whether the installation has other counties
     * @param rows one piece of it
     * @param found how many articles have the words; those that are browsed are not counted
     * @param more whether another piece follows
     */
    record ListPage(
            Unit county,
            boolean several,
            Sought sought,
            List<Found> rows,
            int found,
            boolean more,
            List<Choice> topics) {
        /** Address of the first piece. */
        String first() {
            return address("");
        }

        /** Address of the next piece; null at the end. */
        @Nullable String next() {
            return more ? address(rows.getLast().id().toString()) : null;
        }

        private String address(String after) {
            return UriComponentsBuilder.fromPath(PATH)
                    .queryParam("county", county.county())
                    .queryParam("text", "{text}")
                    .queryParam("category", "{category}")
                    .queryParam("after", after)
                    .encode()
                    .buildAndExpand(sought.words(), sought.code())
                    .toUriString();
        }

        /** The first words of an answer. */
        String beginning(Found found) {
            var line = found.body().replaceAll("\\s+", " ");
            return line.length() > BEGINNING_CHARACTERS
                    ? line.substring(0, BEGINNING_CHARACTERS) + "…"
                    : line;
        }
    }

    @GetMapping(PATH)
    ModelAndView list(@ModelAttribute Sought sought, Locale locale) {
        var counties = units.counties();
        var only = counties.size() == 1 ? counties.getFirst() : sought.county();
        var root =
                Optional.ofNullable(only)
                        .filter(counties::contains)
                        .flatMap(each -> units.tree(each).root());
        return root.isEmpty()
                ? Html.page("knowledge/counties", new CountiesPage(counties()))
                : Html.page(
                        "knowledge/questions",
                        page(root.get(), counties.size() > 1, sought, locale));
    }

    /** Counties to choose from. */
    record CountiesPage(List<Unit> counties) {
        /** Whether another one has the same name, as in two cities. */
        boolean twice(Unit county) {
            return counties.stream().filter(each -> each.name().equals(county.name())).count() > 1;
        }
    }

    private List<Unit> counties() {
        return units.counties().stream().flatMap(each -> units.tree(each).root().stream()).toList();
    }

    private ListPage page(Unit county, boolean several, Sought sought, Locale locale) {
        var all = sought.words().isEmpty() ? List.<Found>of() : searched(county, sought);
        var rest =
                sought.words().isEmpty()
                        ? finder.browse(
                                new Finder.Browsed(
                                        county.county(), sought.code(), sought.mark(), ROWS + 1))
                        : all.stream().skip(begun(all, sought.mark())).limit(ROWS + 1L).toList();
        boolean more = rest.size() > ROWS;
        return new ListPage(
                county,
                several,
                sought,
                more ? rest.subList(0, ROWS) : rest,
                all.size(),
                more,
                topics.tops(county.county(), locale));
    }

    private List<Found> searched(Unit county, Sought sought) {
        return finder.search(county.county(), sought.words(), sought.code());
    }

    /** How many lie before the piece that begins after an article. */
    private static long begun(List<Found> all, String after) {
        return all.stream().map(each -> each.id().toString()).toList().indexOf(after) + 1L;
    }

    /** One answer. */
    record OnePage(
            int county,
            Found found,
            String owner,
            String answered,
            String typed,
            @Nullable Refused no) {}

    @GetMapping(PATH + "/{article}")
    ModelAndView one(@PathVariable UUID article, @RequestParam(defaultValue = "") String answered) {
        return page(open(article), answered, "", null);
    }

    private ModelAndView page(Open open, String answered, String typed, @Nullable Refused no) {
        var owner = units.tree(open.county()).find(open.found().owner()).map(Unit::name).orElse("");
        return Html.page(
                "knowledge/question",
                new OnePage(open.county(), open.found(), owner, answered, typed, no),
                no == null ? HttpStatus.OK : HttpStatus.valueOf(no.kind().status()));
    }

    /** A reader says whether it helped; nothing tells who she is. */
    @PostMapping(PATH + "/{article}/helped")
    ModelAndView helped(
            @PathVariable UUID article,
            @RequestParam(defaultValue = "false") boolean helped,
            HttpServletRequest request) {
        answers.take(request.getRemoteAddr());
        var open = open(article);
        wishes.count(open.found(), open.county(), helped);
        return Html.redirect(PATH + "/" + article + "?answered=" + (helped ? "yes" : "no"));
    }

    /** A reader says what is missing or wrong. */
    @PostMapping(PATH + "/{article}/wishes")
    ModelAndView wish(
            @PathVariable UUID article,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        answers.take(request.getRemoteAddr());
        var open = open(article);
        try {
            wishes.add(open.found(), open.county(), text);
            return Html.redirect(PATH + "/" + article + "?answered=told");
        } catch (Refused no) {
            return page(open, "no", text, no);
        }
    }

    /** An answer that residents may read, and its county. */
    private record Open(int county, Found found) {}

    private Open open(UUID id) {
        return finder.county(units.counties(), id)
                .flatMap(county ->
                        finder.find(county, id, Audience.PUBLIC)
                                .map(found -> new Open(county, found)))
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "knowledge.refused.public"));
    }
}
