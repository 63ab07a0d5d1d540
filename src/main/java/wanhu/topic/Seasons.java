package wanhu.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.board.Histories;

/** The seasonal list (未诉先办): shipped, adapted by a county, and told before its time. */
@Service
class Seasons {
    private static final String FILE = "seasons.tsv";
    private static final int COLUMNS = 7;
    private static final int NAME_CHARACTERS_MAX = 30;
    private static final int TEXT_CHARACTERS_MAX = 500;
    private static final int LEAD_MAX = 120;
    private static final int VERSIONS_MAX = 1_000;
    private static final List<Season> SHIPPED = read();

    private final JdbcClient db;
    private final Histories histories;
    private final MonthlyTopics monthly;
    private final Audit audit;
    private final Clock clock;

    Seasons(JdbcClient db, Histories histories, MonthlyTopics monthly, Audit audit, Clock clock) {
        this.db = db;
        this.histories = histories;
        this.monthly = monthly;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A season that is near or runs.
     *
     * @param first its first day
     * @param runs whether it has begun
     * @param lastYear matters of its categories in the same months of the year before, as far as
     *     the post sees them
     * @param topics monthly topics of those months
     */
    record Coming(
            Season season, LocalDate first, boolean runs, int lastYear, List<Monthly> topics) {}

    private static List<Season> read() {
        try (var file = Seasons.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("Expected " + FILE + " beside the room");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> parse(line.split("\t", -1)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Season parse(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("Expected " + COLUMNS + " columns in " + FILE);
        }
        return new Season(
                cells[0],
                0,
                cells[1],
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                List.of(cells[5].split(",", -1)),
                cells[6],
                true);
    }

    /** The list as the county has it, by the next first day. */
    @Transactional(readOnly = true)
    List<Season> list(int county) {
        var own = new HashMap<String, Season>();
        db.sql(
                        """
                        select distinct on (code) code, version, name, month_from, month_until,
                            lead_days, categories, text, live
                        from topic.season
                        where county = :county
                        order by code, version desc
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", VERSIONS_MAX)
                .query((row, _) ->
                        new Season(
                                row.getString("code"),
                                row.getInt("version"),
                                row.getString("name"),
                                row.getInt("month_from"),
                                row.getInt("month_until"),
                                row.getInt("lead_days"),
                                List.of(row.getString("categories").split(",", -1)),
                                row.getString("text"),
                                row.getBoolean("live")))
                .list()
                .forEach(season -> own.put(season.code(), season));
        var today = Zones.day(clock.instant());
        var all = new ArrayList<Season>();
        SHIPPED.forEach(each -> all.add(own.getOrDefault(each.code(), each)));
        own.forEach((code, season) -> {
            if (all.stream().noneMatch(each -> each.code().equals(code))) {
                all.add(season);
            }
        });
        all.sort(Comparator.comparing(season -> season.next(today)));
        return all;
    }

    /** What one is reminded of today, with what there was a year ago. */
    public List<Coming> coming(Actor actor) {
        var today = Zones.day(clock.instant());
        var seen = monthly.list(actor);
        return list(actor.county()).stream()
                .filter(season -> season.near(today))
                .map(season -> coming(actor, season, today, seen))
                .toList();
    }

    private Coming coming(Actor actor, Season season, LocalDate today, List<Monthly> seen) {
        var first = season.next(today);
        var before = first.minusYears(1);
        var last = season.last(before);
        var history = histories.history(actor, java.time.YearMonth.from(before), last);
        int told =
                history.abouts().stream()
                        .filter(about ->
                                season.categories().stream()
                                        .anyMatch(each ->
                                                each.split("\\.", 2)[0].equals(about.category())))
                        .mapToInt(about -> about.reported())
                        .sum();
        var topics = before(season, first, seen);
        return new Coming(season, first, !today.isBefore(first), told, topics);
    }

    /** Those of the months of the season that came before this one. */
    static List<Monthly> before(Season season, LocalDate first, List<Monthly> all) {
        var before = first.minusYears(1);
        var last = season.last(before);
        return all.stream()
                .filter(each ->
                        !each.month().atDay(1).isBefore(before.minusMonths(1))
                                && !each.month().atDay(1).isAfter(last))
                .toList();
    }

    /** Whether this post adapts the list. */
    static boolean may(Actor actor) {
        return actor.is(Role.COUNTY_CLERK, Role.LEADER)
                && actor.path().text().length() == OrgPath.COUNTY_LENGTH;
    }

    /**
     * Writes the county's own version of a line, or a line of its own.
     *
     * @throws Refused FORBIDDEN for who may not, INVALID for a fault, CONFLICT when somebody was
     *     faster
     */
    @Transactional
    public void save(Actor actor, Season season) {
        Refused.unless(Kind.FORBIDDEN, may(actor), "topic.refused.season");
        boolean named =
                !season.name().isBlank()
                        && season.name().length() <= NAME_CHARACTERS_MAX
                        && season.text().length() <= TEXT_CHARACTERS_MAX
                        && season.lead() <= LEAD_MAX
                        && season.code().matches("[a-z][a-z-]{1,20}");
        Refused.unless(Kind.INVALID, named, "topic.refused.season-text", NAME_CHARACTERS_MAX);
        int written =
                db.sql(
                                """
                                insert into topic.season (county, code, version, name, month_from,
                                    month_until, lead_days, categories, text, live, by_person,
                                    by_name, at)
                                values (:county, :code, :version, :name, :from, :until, :lead,
                                    :categories, :text, :live, :person, :by, :now)
                                on conflict (county, code, version) do nothing
                                """)
                        .param("county", actor.county())
                        .param("code", season.code())
                        .param("version", season.version() + 1)
                        .param("name", season.name().strip())
                        .param("from", season.from())
                        .param("until", season.until())
                        .param("lead", season.lead())
                        .param("categories", String.join(",", season.categories()))
                        .param("text", season.text().strip())
                        .param("live", season.live())
                        .param("person", actor.person())
                        .param("by", actor.title() + " " + actor.name())
                        .param("now", Sql.at(clock.instant()))
                        .update();
        Refused.unless(Kind.CONFLICT, written == 1, "topic.refused.stale");
        audit.record(
                actor,
                Act.of(Verb.SEASON_CHANGED, season.code()).with("version", season.version() + 1));
    }
}
