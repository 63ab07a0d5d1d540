package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import wanhu.Wanhu;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.demo.Buttons;
import wanhu.embedded.Apart;
import wanhu.matter.Lens;
import wanhu.matter.MatterLists;
import wanhu.matter.MatterQuery;
import wanhu.org.Units;

/** {@code ./bench generate}: counties with years of matters, for measurements and for pictures. */
final class Generate {
    private Generate() {}

    /**
     * What is asked for.
     *
     * @param counties how many; the first has the code of the demonstration
     * @param matters of all counties together
     * @param data a data directory of the product: its keys, and its PostgreSQL when no address is given
     * @param url of a database elsewhere as the product wants it; empty for none
     */
    record Wish(int counties, int matters, int years, long seed, Path data, String url) {
        static Wish of(List<String> arguments) {
            var wish = new Wish(1, 100_000, 5, 7, Path.of("benchmark/target/bench/generated"), "");
            for (var left = new ArrayList<>(arguments); !left.isEmpty(); ) {
                var each = left.removeFirst();
                if (left.isEmpty()) {
                    throw new Options.Unknown("The option %s needs a value.".formatted(each));
                }
                wish = wish.with(each, left.removeFirst());
            }
            return wish;
        }

        private Wish with(String option, String value) {
            return switch (option) {
                case "--county" -> new Wish(Options.number(option, value), matters, years, seed, data, url);
                case "--matters" -> new Wish(counties, Options.number(option, value), years, seed, data, url);
                case "--years" -> new Wish(counties, matters, Options.number(option, value), seed, data, url);
                case "--seed" -> new Wish(counties, matters, years, Options.number(option, value), data, url);
                case "--data" -> new Wish(counties, matters, years, seed, Path.of(value).toAbsolutePath(), url);
                case "--url" -> new Wish(counties, matters, years, seed, data, value);
                default ->
                        throw new Options.Unknown(
                                "There is no option %s: ./bench --help lists them.".formatted(option));
            };
        }
    }

    static void run(List<String> arguments) throws SQLException {
        var wish = Wish.of(arguments);
        try (var product = start(wish)) {
            fill(product, wish);
        }
    }

    private static ConfigurableApplicationContext start(Wish wish) {
        var settings = new ArrayList<String>();
        if (!wish.url().isEmpty()) {
            settings.add("--wanhu.database-url=" + wish.url());
        }
        settings.addAll(
                List.of(
                        "--wanhu.data=" + wish.data(),
                        "--wanhu.port=" + freePort(),
                        "--wanhu.demo=true",
                        "--wanhu.demo-county=false",
                        "--server.address=127.0.0.1",
                        "--wanhu.ticks=false"));
        return new SpringApplicationBuilder(Wanhu.class).run(settings.toArray(String[]::new));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void fill(ConfigurableApplicationContext product, Wish wish) throws SQLException {
        if (product.getBean(Units.class).tree(Land.FIRST).root().isPresent()) {
            throw new Options.Unknown("There are counties in %s already: give another --data.".formatted(wish.data()));
        }
        var end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var land = new Land(product, Zones.day(end).minusYears(wish.years() + 1L), wish.seed());
        long start = System.nanoTime();
        Wall.whole(() -> land.found(wish.counties(), wish.data()));
        say("Founded %d counties in %.1f s.", wish.counties(), since(start));
        Land.County first = null;
        long rows = 0;
        double seconds = 0;
        try (var connection = Apart.open(product)) {
            for (int at = 0; at < wish.counties(); at++) {
                int code = Land.code(at);
                var county = Wall.whole(() -> land.staff(code));
                first = first == null ? county : first;
                int share = share(wish, at);
                var one = new Generator.Wish(share, 0, wish.years(), wish.seed(), end);
                var generator = new Generator(product, connection, one);
                var made = generator.fill(county);
                rows += made.rows();
                seconds += made.seconds();
                say(
                        "County %d: %,d units, %,d matters, %,d rows in %.1f s; %,d acts left out that the rules refuse.",
                        code,
                        county.tree().size(),
                        made.matters(),
                        made.rows(),
                        made.seconds(),
                        made.refused());
                long check = System.nanoTime();
                new Readable(product, county, one).check(generator, made);
                say("County %d: read by the product, and the same again from its seed (%.1f s).", code, since(check));
            }
            analyze(connection);
        }
        pages(product, first);
        say("All: %,d rows, %,.0f a second.", rows, rows / seconds);
    }

    /** Clerks of the first county get buttons, and one opens what clerks open. */
    private static void pages(ConfigurableApplicationContext product, Land.County county) {
        var clerk = county.clerk(Side.Scope.COUNTY, 0);
        new Buttons(product)
                .add(
                        List.of(
                                county.clerk(Side.Scope.VILLAGE, 0),
                                county.clerk(Side.Scope.TOWNSHIP, 0),
                                clerk,
                                county.actor(Role.LEADER, county.root().id()),
                                county.actor(Role.FOLLOW_UP, county.desk().id())));
        var lines =
                product.getBean(MatterLists.class)
                        .list(clerk, MatterQuery.of(Lens.BELOW, MatterQuery.Sort.DUE, 1))
                        .rows();
        var browser = new Browser("http://127.0.0.1:" + product.getEnvironment().getProperty("wanhu.port"), "127.0.0.1");
        browser.page("/sign-in");
        browser.form("/sign-in/demo", "post", clerk.post().toString());
        var number = lines.getFirst().number();
        for (var path : List.of("/desk", "/matters", "/matters/" + number, "/search?q=" + number, "/figures", "/flow")) {
            if (!browser.page(path).contains("</html>")) {
                throw new IllegalStateException("Expected a page at " + path);
            }
        }
        if (!browser.page("/matters/" + number).contains(number)) {
            throw new IllegalStateException("Expected the page of " + number);
        }
    }

    /** The first county has what the others leave; big and small ones differ by three times. */
    private static int share(Wish wish, int at) {
        int even = wish.matters() / wish.counties();
        if (wish.counties() == 1 || at == wish.counties() - 1 && wish.counties() % 2 == 1) {
            return even;
        }
        return at % 2 == 0 ? even * 3 / 2 : even / 2;
    }

    private static void analyze(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            for (var table :
                    List.of(
                            "matter.matter", "matter.words", "matter.step", "matter.requester", "promise.clock", "promise.entry")) {
                statement.execute("vacuum analyze " + table);
            }
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String text, Object... arguments) {
        Bench.say(text.formatted(arguments));
    }
}
