package wanhu.bench;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Actor;
import wanhu.base.Wall;
import wanhu.board.Counters;
import wanhu.life.Matter;
import wanhu.matter.Lens;
import wanhu.matter.MatterLine;
import wanhu.matter.MatterLists;
import wanhu.matter.MatterQuery;
import wanhu.matter.MatterSearch;
import wanhu.matter.Matters;
import wanhu.matter.Promises;

/**
 * Whether the product reads what was made as if it had been lived: lists, timelines, promises, search,
 * counters; and whether its seed gives the same again. Whatever is wrong ends the command.
 */
final class Readable {
    private static final int LINES = 50;

    /** Of so many matters at least one is open. */
    private static final int LINE_OF = 500;

    private final ApplicationContext product;
    private final Land.County land;
    private final Generator.Wish wish;

    Readable(ApplicationContext product, Land.County land, Generator.Wish wish) {
        this.product = product;
        this.land = land;
        this.wish = wish;
    }

    void check(Generator generator, Generator.Made made) {
        same("the digest of the rows", made.seal(), generator.again(land));
        for (var scope : Side.Scope.values()) {
            var clerk = land.clerk(scope, 0);
            list(clerk, MatterQuery.of(Lens.AREA, MatterQuery.Sort.NEWEST, LINES), scope == Side.Scope.COUNTY);
            list(clerk, MatterQuery.of(Lens.BELOW, MatterQuery.Sort.DUE, LINES), scope == Side.Scope.COUNTY);
            list(clerk, MatterQuery.of(Lens.OVERDUE, MatterQuery.Sort.DUE, LINES), false);
        }
        search(land.clerk(Side.Scope.COUNTY, 0));
        counters();
    }

    private void list(Actor clerk, MatterQuery query, boolean some) {
        var lines = product.getBean(MatterLists.class).list(clerk, query).rows();
        if (some && lines.size() < Math.min(LINES, wish.all() / LINE_OF)) {
            throw new IllegalStateException("Expected a list of %s but got %d".formatted(clerk.title(), lines.size()));
        }
        lines.forEach(line -> matter(clerk, line));
    }

    private void matter(Actor clerk, MatterLine line) {
        var matter = product.getBean(Matters.class).get(clerk, line.id());
        var timeline = Wall.whole(() -> product.getBean(Matters.class).timeline(matter));
        var seqs = timeline.stream().map(each -> each.seq()).toList();
        var numbered = IntStream.rangeClosed(1, matter.version()).boxed().toList();
        same(matter.number() + ", lines of the timeline", numbered, seqs);
        same(matter.number() + ", stage", matter.stage(), timeline.getLast().to());
        promises(matter);
    }

    /** The row says the same as its running clocks. */
    private void promises(Matter matter) {
        var first =
                Wall.whole(() -> product.getBean(Promises.class).of(matter)).stream()
                        .filter(each -> !each.promise().paused())
                        .findFirst()
                        .map(each -> each.promise().due())
                        .orElse(null);
        same(matter.number() + ", due", matter.times().due(), first);
    }

    private void search(Actor clerk) {
        var line =
                product.getBean(MatterLists.class)
                        .list(clerk, MatterQuery.of(Lens.AREA, MatterQuery.Sort.NEWEST, 1))
                        .rows()
                        .getFirst();
        var search = product.getBean(MatterSearch.class);
        var number = new MatterSearch.Wish(Wishes.of(line.number()), LINES, null);
        var hits = Wall.of(clerk).behind(() -> search.find(clerk, number).hits());
        same("found by its number", List.of(line.id()), hits.stream().map(hit -> hit.line().id()).toList());
    }

    private void counters() {
        var counters = new Counters(product);
        counters.follow(land.code());
        same("kept figures that differ", 0, counters.differing(land.code()));
        same("counters", Integer.toString(wish.all()), sum());
    }

    private String sum() {
        return rows("select sum(n)::text from board.history where county = :county and not whole and not solved").getFirst();
    }

    private List<String> rows(String sql) {
        return Wall.whole(() ->
                Objects.requireNonNull(
                        product.getBean(TransactionTemplate.class)
                                .execute(_ ->
                                        product.getBean(JdbcClient.class)
                                                .sql(sql)
                                                .param("county", land.code())
                                                .query(String.class)
                                                .list())));
    }

    private static void same(String what, Object expected, Object seen) {
        if (!Objects.equals(expected, seen)) {
            throw new IllegalStateException(
                    "%s: expected %s but got %s".formatted(what, brief(expected), brief(seen)));
        }
    }

    private static String brief(Object value) {
        var text = String.valueOf(value);
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
