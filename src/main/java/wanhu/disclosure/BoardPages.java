package wanhu.disclosure;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.base.Html;
import wanhu.base.OrgPath;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.matter.PublicMatters;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.shell.Choice;

/** The public notice board: for everybody, without signing in. */
@Controller
@RequestMapping("/open")
class BoardPages {
    private static final int ROWS = 20;
    private static final int FEED_ENTRIES = 30;
    private static final int TEXT_CHARACTERS_MAX = 50;

    private final Board board;
    private final Feed feed;

    BoardPages(Board board, Feed feed) {
        this.board = board;
        this.feed = feed;
    }

    /**
     * The list.
     *
     * @param unit the county, township or village whose board it is
     * @param next address of the next piece, null at the end
     */
    record ListPage(
            Unit unit,
            Unit county,
            Page<Board.Line> lines,
            List<Choice> places,
            List<Choice> topics,
            String category,
            String text,
            @Nullable String next,
            Board.@Nullable FigureTable figures) {}

    /** What is asked of the list; empty where nothing is. */
    record Asked(
            @Nullable String unit,
            @Nullable String category,
            @Nullable String text,
            @Nullable String after) {
        /** The text, no longer than one may search for. */
        String words() {
            var words = said(text);
            return words.length() > TEXT_CHARACTERS_MAX
                    ? words.substring(0, TEXT_CHARACTERS_MAX)
                    : words;
        }

        boolean plain() {
            return (said(category) + said(text) + said(after)).isEmpty();
        }
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    @GetMapping
    ModelAndView list(@ModelAttribute Asked asked, Locale locale) {
        var chosen = board.unit(said(asked.unit()));
        var county = board.unit("%06d".formatted(chosen.county()));
        var category = said(asked.category());
        var words = asked.words();
        var lines =
                board.list(
                        new PublicMatters.Query(
                                chosen.county(),
                                within(chosen),
                                category,
                                words,
                                said(asked.after()),
                                ROWS),
                        locale);
        var figures =
                asked.plain() && chosen.equals(county) ? board.figures(chosen.county()) : null;
        return Html.page(
                "disclosure/list",
                new ListPage(
                        chosen,
                        county,
                        lines,
                        board.places(chosen.county(), chosen),
                        board.topics(chosen.county(), locale),
                        category,
                        words,
                        next(chosen, category, words, lines.next()),
                        figures));
    }

    private static @Nullable OrgPath within(Unit unit) {
        return unit.kind().level() == Level.COUNTY ? null : unit.path();
    }

    private static @Nullable String next(
            Unit unit, String category, String text, @Nullable String after) {
        return after == null
                ? null
                : UriComponentsBuilder.fromPath("/open")
                        .queryParam("unit", unit.code())
                        .queryParam("category", category)
                        .queryParam("text", "{text}")
                        .queryParam("after", after)
                        .encode()
                        .buildAndExpand(text)
                        .toUriString();
    }

    /** One matter of the board. */
    record MatterPage(Board.Line line, @Nullable String handler, String county) {}

    @GetMapping("/matters/{number}")
    ModelAndView matter(@PathVariable String number, Locale locale) {
        var county = board.unit(countyOf(number));
        var line = board.find(county.county(), number, locale).orElseThrow(BoardPages::missing);
        return Html.page(
                "disclosure/matter",
                new MatterPage(line, board.handler(county.county(), line.matter()), county.name()));
    }

    /** The first six digits of a number are its county. */
    private static String countyOf(String number) {
        if (!number.matches("\\d{6}-\\d{8}-\\d{4,9}")) {
            throw missing();
        }
        return number.substring(0, 6);
    }

    private record Fed(String base, Unit unit, List<Board.Line> lines) {}

    @GetMapping(path = "/feed.atom")
    ResponseEntity<String> atom(@RequestParam(defaultValue = "") String unit, Locale locale) {
        var fed = fed(unit, locale);
        return answer("atom+xml", feed.atom(fed.base(), fed.unit(), fed.lines(), locale));
    }

    @GetMapping(path = "/feed.rss")
    ResponseEntity<String> rss(@RequestParam(defaultValue = "") String unit, Locale locale) {
        var fed = fed(unit, locale);
        return answer("rss+xml", feed.rss(fed.base(), fed.unit(), fed.lines(), locale));
    }

    private Fed fed(String unit, Locale locale) {
        var chosen = board.unit(unit);
        var query =
                new PublicMatters.Query(chosen.county(), within(chosen), "", "", "", FEED_ENTRIES);
        var base = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return new Fed(base, chosen, board.list(query, locale).rows());
    }

    private static ResponseEntity<String> answer(String subtype, String text) {
        return ResponseEntity.ok()
                .contentType(
                        new MediaType(
                                "application", subtype, java.nio.charset.StandardCharsets.UTF_8))
                .body(text);
    }

    private static Refused missing() {
        return new Refused(Refused.Kind.MISSING, "disclosure.refused.missing");
    }
}
