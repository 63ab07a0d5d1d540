package wanhu.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import wanhu.base.Actor;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.embedded.Apart;
import wanhu.matter.Lens;
import wanhu.matter.MatterLine;
import wanhu.matter.MatterLists;
import wanhu.matter.MatterQuery;
import wanhu.matter.MatterSearch;
import wanhu.org.Units;
import wanhu.shell.SearchSource;

/** What clerks read in the product, in the county of the measurement or in a generated one. */
final class WanhuDesk {
    private static final int ROWS = 50;
    private static final int FOUND = 20;
    private static final int YEARS = 5;
    private static final int SEED = 7;

    private final ConfigurableApplicationContext product;
    private final MatterLists lists;
    private final Units units;
    private final Clock clock;
    private final WanhuBoards boards;
    private final WanhuRounds rounds;
    private final WanhuImports imports;
    private final Map<Side.Scope, Actor> clerks = new EnumMap<>(Side.Scope.class);
    private Land.County land;
    private String number = "";

    WanhuDesk(ConfigurableApplicationContext product) {
        this.product = product;
        lists = product.getBean(MatterLists.class);
        units = product.getBean(Units.class);
        clock = product.getBean(Clock.class);
        boards = new WanhuBoards(product);
        rounds = new WanhuRounds(product, this);
        imports = new WanhuImports(product, this);
    }

    /** The generated county, after {@code generate}. */
    Land.County land() {
        return Objects.requireNonNull(land, "generate was not asked for");
    }

    Map<String, Number> ask(List<String> words) {
        return switch (words.getFirst()) {
            case "generate" -> generate(number(words, 1), number(words, 2));
            case "board" -> board(words);
            case "counted" -> Map.of("same", boards.naive(tile(words), clerk(words)));
            case "remake" -> boards.remake(land().code());
            case "follow" -> boards.follow(land().code());
            case "open-rounds" -> rounds.open();
            case "enrol" -> rounds.enrol();
            case "carry" -> rounds.carry();
            case "import-units" -> imports.units(number(words, 1));
            case "import-reports" -> imported(number(words, 1));
            default -> throw new UnsupportedOperationException(words.toString());
        };
    }

    private Map<String, Number> board(List<String> words) {
        return Worker.timed(number(words, 3), () -> boards.read(tile(words), clerk(words)));
    }

    private static WanhuBoards.Tile tile(List<String> words) {
        return WanhuBoards.Tile.valueOf(words.get(1));
    }

    private Actor clerk(List<String> words) {
        return clerks.get(Side.Scope.valueOf(words.get(2)));
    }

    private static int number(List<String> words, int at) {
        return Integer.parseInt(words.get(at));
    }

    private Map<String, Number> imported(int rows) {
        try {
            return imports.reports(rows);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Founds a county with so many matters, reads it, and says how fast it was filled. */
    private Map<String, Number> generate(int matters, int waiting) {
        var end = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var founded = new Land(product, Zones.day(end).minusYears(YEARS + 1), SEED);
        Wall.whole(() -> founded.found(1, Path.of(System.getProperty("bench.data"))));
        land = Wall.whole(() -> founded.staff(Land.FIRST));
        var wish = new Generator.Wish(matters, waiting, YEARS, SEED, end);
        try (var connection = Apart.open(product)) {
            var generator = new Generator(product, connection, wish);
            var made = generator.fill(land);
            new Readable(product, land, wish).check(generator, made);
            for (var scope : Side.Scope.values()) {
                clerks.put(scope, land.clerk(scope, 0));
            }
            number = newest();
            var figures = new LinkedHashMap<String, Number>();
            figures.put("rows", made.rows());
            figures.put("seconds", made.seconds());
            return figures;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** When each of the first rows of a list is due, in its order. */
    List<Long> list(Actor clerk, Lens lens) {
        return lists.list(clerk, MatterQuery.of(lens, MatterQuery.Sort.DUE, ROWS)).rows().stream()
                .map(MatterLine::due)
                .map(Objects::requireNonNull)
                .map(Instant::toEpochMilli)
                .toList();
    }

    /** How many rows a clerk of the generated county finds; none of them foreign. */
    int seek(Sought sought, Side.Scope scope) {
        var clerk = clerks.get(scope);
        // The guard of routes puts the second wall up in service.
        int rows = Wall.of(clerk).behind(() -> sought(sought, clerk));
        if (rows == 0 && scope == Side.Scope.COUNTY) {
            throw new IllegalStateException("nothing found: " + sought);
        }
        return rows;
    }

    private int sought(Sought sought, Actor clerk) {
        if (sought == Sought.UNIT) {
            var township = clerks.get(Side.Scope.TOWNSHIP);
            var initials = land.tree().initials(township.unit());
            return product.getBeansOfType(SearchSource.class).values().stream()
                    .mapToInt(each -> each.search(clerk, initials).size())
                    .sum();
        }
        var hits = product.getBean(MatterSearch.class).find(clerk, wish(sought)).hits();
        var tree = units.tree(land.code());
        for (var hit : hits) {
            var place = tree.find(hit.line().place()).orElseThrow();
            if (!clerk.path().contains(place.path()) && !hit.line().holder().equals(clerk.unit())) {
                throw new IllegalStateException("found what is not seen: " + hit.line().number());
            }
        }
        return hits.size();
    }

    private MatterSearch.Wish wish(Sought sought) {
        var day = Zones.day(clock.instant());
        var filters =
                switch (sought) {
                    case NUMBER -> Wishes.of(number);
                    case FILTERED ->
                            Wishes.of(
                                    sought.text(),
                                    Set.of("road.lamp"),
                                    MatterQuery.State.ENDED,
                                    new MatterQuery.Period(day.minusDays(90), day));
                    case COMMON, USUAL, RARE, SIGN, LONG, PAIR, UNIT -> Wishes.of(sought.text());
                };
        return new MatterSearch.Wish(filters, FOUND, null);
    }

    /** Of the newest matter of the village that looks. */
    private String newest() {
        var newest = MatterQuery.of(Lens.AREA, MatterQuery.Sort.NEWEST, 1);
        return lists.list(clerks.get(Side.Scope.VILLAGE), newest).rows().getFirst().number();
    }
}
