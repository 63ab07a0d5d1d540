package wanhu.workbench;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.base.Actor;
import wanhu.base.Cells;
import wanhu.base.Words;
import wanhu.category.Categories;
import wanhu.export.Job;
import wanhu.export.JobSource;
import wanhu.export.Jobs;
import wanhu.export.Wish;
import wanhu.matter.MatterLine;
import wanhu.matter.MatterLists;
import wanhu.matter.MatterMark;
import wanhu.matter.MatterQuery;
import wanhu.org.Units;

/**
 * The filtered list of matters as a file, at once or in the background; nothing in it tells who
 * asked. The door for programs that want it in the background.
 */
@Service
public class MatterFiles implements JobSource {
    private static final String LIST = "matters";
    private static final int PIECE_ROWS = 1_000;
    private static final List<String> COLUMNS =
            List.of(
                    "number",
                    "title",
                    "kind",
                    "category",
                    "channel",
                    "place",
                    "stage",
                    "holder",
                    "due",
                    "late",
                    "supporters",
                    "redos",
                    "reported",
                    "solved");

    private final MatterLists lists;
    private final Units units;
    private final Categories categories;
    private final Words words;
    private final Jobs jobs;
    private final JsonRows json;
    private final Clock clock;

    MatterFiles(
            MatterLists lists,
            Units units,
            Categories categories,
            Words words,
            Jobs jobs,
            JsonRows json,
            Clock clock) {
        this.lists = lists;
        this.units = units;
        this.categories = categories;
        this.words = words;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** How somebody wants a file in the background. */
    public record How(Job.Format format, boolean gzip, Locale language, String reason) {}

    /**
     * Wants the list in the background.
     *
     * @param filters as in an address of the page
     * @param token with which a program asks; null for a person
     */
    public Job begin(Actor actor, Map<String, String> filters, How how, @Nullable UUID token) {
        var wish = wish(actor, new ListForm(filters), how.language());
        var what =
                new Job.What(
                        LIST,
                        wish.filters(),
                        wish.told(),
                        how.format(),
                        how.gzip(),
                        how.language(),
                        how.reason());
        return jobs.begin(actor, wish, what, token);
    }

    /** In whose words and with which names a file is written. */
    record Reader(int county, Locale locale, Words words, Names names, CategoryNames categories) {
        String text(String key) {
            return words.text(county, locale, key);
        }

        MatterQuery query(ListForm form) {
            return form.query(names.tree(), categories.subtree(form.value("category")));
        }
    }

    Reader reader(int county, Locale locale) {
        var names = new Names(units.tree(county));
        return new Reader(county, locale, words, names, new CategoryNames(categories.tree(county)));
    }

    /** What is wanted, with as many rows as are there now. */
    Wish wish(Actor actor, ListForm form, Locale locale) {
        var reader = reader(actor.county(), locale);
        var filters = form.address("", "at", "", "size", "", "sort", "").replaceFirst("\\?", "");
        var conditions = form.conditions();
        var lens = reader.text("workbench.lens." + form.lens());
        var told =
                conditions == 0
                        ? lens
                        : words.text(locale, "workbench.export.told", lens, conditions);
        return new Wish(LIST, filters, told, lists.count(actor, reader.query(form)));
    }

    /** The names of the columns. */
    static List<String> head(Reader reader) {
        var head = COLUMNS.stream().map(each -> "workbench.col." + each);
        return Stream.concat(Stream.of("shell.row"), head).map(reader::text).toList();
    }

    List<String> cells(int line, MatterLine row, Reader reader) {
        var names = reader.names();
        return List.of(
                Integer.toString(line),
                row.number(),
                row.title(),
                reader.text("life.kind." + row.kind()),
                reader.categories().full(row.category(), reader.locale()),
                reader.text("life.channel." + row.channel()),
                names.place(row.place()),
                reader.text("life.stage." + row.stage()),
                names.place(row.holder()),
                row.due() == null ? "" : Moment.text(row.due()),
                reader.text("shell.late." + row.lateness(clock.instant())),
                Integer.toString(row.supporters()),
                Integer.toString(row.redos()),
                Moment.text(row.reported()),
                row.solved() == null ? "" : Moment.text(row.solved()));
    }

    @Override
    public String list() {
        return LIST;
    }

    @Override
    public int count(Actor actor, String filters, int most) {
        var reader = reader(actor.county(), Locale.CHINESE);
        return lists.count(actor, reader.query(form(filters)), most);
    }

    private static ListForm form(String filters) {
        MultiValueMap<String, String> read =
                UriComponentsBuilder.fromUriString("?" + filters).build().getQueryParams();
        return new ListForm(
                read.toSingleValueMap().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, each -> decoded(each.getValue()))));
    }

    private static String decoded(String value) {
        return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The newest first: what is reported while the file is written is not in it. */
    @Override
    public Piece piece(Actor actor, Job.What what, String cursor, int before) {
        var reader = reader(actor.county(), what.language());
        var asked = reader.query(form(what.filters()));
        var query =
                new MatterQuery(
                        asked.lens(),
                        asked.filters(),
                        MatterQuery.Sort.NEWEST,
                        PIECE_ROWS,
                        cursor.isEmpty() ? null : MatterMark.parse(cursor).orElseThrow());
        var piece = lists.list(actor, query);
        var text =
                switch (what.format()) {
                    case CSV -> csv(piece.rows(), reader, before);
                    case NDJSON -> lines(json.rows(actor.county(), piece.rows()));
                };
        var next = piece.next();
        return new Piece(text, piece.rows().size(), next == null ? null : next.text());
    }

    private String csv(List<MatterLine> rows, Reader reader, int before) {
        var text = new StringBuilder(before == 0 ? "\uFEFF" + csv(head(reader)) : "");
        int line = before;
        for (MatterLine row : rows) {
            text.append(csv(cells(++line, row, reader)));
        }
        return text.toString();
    }

    private static String csv(List<String> cells) {
        return cells.stream().map(Cells::csv).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String lines(List<String> rows) {
        return rows.stream().map(each -> each + "\n").collect(Collectors.joining());
    }
}
