package wanhu.flow;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Cells;
import wanhu.base.For;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.export.Exports;
import wanhu.matter.MatterRounds;
import wanhu.matter.Waiting;
import wanhu.org.Level;
import wanhu.org.Units;
import wanhu.shell.MenuEntry;
import wanhu.shell.MenuSource;

/** How matters flow through the levels, month by month, with what lies behind each figure. */
@Controller
@For({Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER})
class FlowPages implements MenuSource {
    private static final int MENU_ORDER = 410;

    private final Flow flow;
    private final MatterRounds matters;
    private final Units units;
    private final Words words;
    private final Exports exports;
    private final Clock clock;

    FlowPages(
            Flow flow,
            MatterRounds matters,
            Units units,
            Words words,
            Exports exports,
            Clock clock) {
        this.exports = exports;
        this.flow = flow;
        this.matters = matters;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(
                new MenuEntry(
                        "flow.title",
                        "/flow",
                        MENU_ORDER,
                        actor -> actor.is(Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER)));
    }

    @GetMapping("/flow")
    ModelAndView table(Actor actor, @RequestParam(defaultValue = "") String month) {
        var shown = month(month);
        var lines = flow.table(actor.county(), actor.path(), shown);
        var last = !shown.isBefore(YearMonth.from(Zones.day(clock.instant())));
        return Html.page("flow/flow", new FlowPage(shown, lines, last));
    }

    @GetMapping("/flow/{level}/{cell}")
    ModelAndView behind(
            Actor actor,
            @PathVariable Level level,
            @PathVariable FlowCell cell,
            @RequestParam(defaultValue = "") String month) {
        Refused.unless(Refused.Kind.MISSING, Flow.LEVELS.contains(level), "flow.refused.level");
        var figure = new Flow.Figure(month(month), level, cell);
        var ids = flow.behind(actor.county(), actor.path(), figure);
        var rows =
                matters.named(actor.county(), ids).stream()
                        .sorted(Comparator.comparing(Waiting::number).reversed())
                        .toList();
        var tree = units.tree(actor.county());
        Map<UUID, String> names =
                rows.stream()
                        .flatMap(row -> java.util.stream.Stream.of(row.place(), row.holder()))
                        .distinct()
                        .collect(Collectors.toMap(unit -> unit, unit -> tree.get(unit).name()));
        return Html.page("flow/behind", new BehindPage(figure, rows, names));
    }

    /** The table as CSV, as Excel opens it. */
    @GetMapping("/flow.csv")
    ResponseEntity<String> csv(
            Actor actor, @RequestParam(defaultValue = "") String month, Locale locale) {
        var shown = month(month);
        var mark = exports.take(actor, Act.of(Verb.EXPORTED, "flow").with("month", shown), locale);
        var text = new StringBuilder("\uFEFF");
        text.append(Cells.csv(shown.toString()));
        for (FlowCell cell : FlowCell.values()) {
            text.append(',').append(Cells.csv(words.text(locale, "flow." + cell.name())));
        }
        for (Flow.Line line : flow.table(actor.county(), actor.path(), shown)) {
            text.append("\r\n")
                    .append(Cells.csv(words.text(locale, "flow.level." + line.level().name())));
            for (FlowCell cell : FlowCell.values()) {
                text.append(',').append(line.at(cell));
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"flow-" + shown + ".csv\"")
                .body(text.append("\r\n").append(mark.csv()).toString());
    }

    /** The month that was asked for, or the running one; never one to come. */
    private YearMonth month(String text) {
        var now = YearMonth.from(Zones.day(clock.instant()));
        if (text.isBlank()) {
            return now;
        }
        try {
            var month = YearMonth.parse(text.strip());
            return month.isAfter(now) ? now : month;
        } catch (DateTimeException _) {
            throw new Refused(Refused.Kind.INVALID, "flow.refused.month");
        }
    }
}

/**
 * The table of a month.
 *
 * @param last whether it is the running month
 */
record FlowPage(YearMonth month, List<Flow.Line> lines, boolean last) {
    String href(Flow.Line line, FlowCell cell) {
        return "/flow/" + line.level() + "/" + cell + "?month=" + month;
    }
}

/** The matters behind a figure. */
record BehindPage(Flow.Figure figure, List<Waiting> rows, Map<UUID, String> names) {
    String name(UUID unit) {
        return names.getOrDefault(unit, "");
    }
}
