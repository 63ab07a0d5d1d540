package wanhu.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import wanhu.Visitor;
import wanhu.Wanhu;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * A small county in the data directory of a product, with browsers in which a village's clerk and
 * the county's are signed in.
 *
 * @param village code of the village
 * @param clerks browsers of the village's clerk; a session outlives the product
 * @param office browser of the county's clerk
 */
record Town(String village, List<Visitor> clerks, Visitor office) {
    static final int COUNTY = 150_961;

    /** The town of which each product gets a copy, founded once a run by the first that asks. */
    private static final class Made {
        static final int CLERKS = 4;
        static final Path DATA = Path.of("target", "town").toAbsolutePath();
        static final Town TOWN = make();

        private static Town make() {
            try {
                FileSystemUtils.deleteRecursively(DATA);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            return founded(new Product(DATA), CLERKS);
        }
    }

    /** A product's own copy of a town that was founded once, with browsers of its own. */
    static Town found(Product product, int clerks) {
        if (clerks > Made.CLERKS) {
            return founded(product, clerks);
        }
        var made = Made.TOWN;
        copy(Made.DATA, product.data());
        return new Town(
                made.village,
                made.clerks.stream().limit(clerks).map(each -> moved(each, product)).toList(),
                moved(made.office, product));
    }

    private static Visitor moved(Visitor known, Product product) {
        var session = known.cookie("/desk", "wanhu").orElseThrow();
        return Visitor.of(product.address()).brings("wanhu", session);
    }

    /** With owners and rights, which PostgreSQL asks for. */
    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            var command = List.of("cp", "-a", from + "/.", to.toString());
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("Expected a copy in " + to);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Founds it through the doors, in this program, and leaves the directory free again. */
    static Town founded(Product product, int clerks, String... options) {
        try (var context = open(product.data(), product.port(), options)) {
            var staff = context.getBean(Staff.class);
            var county = staff.county(COUNTY);
            var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
            var village = staff.below(township, UnitKind.VILLAGE, "九家子村");
            var clerk = staff.actor(Role.VILLAGE_CLERK, village);
            var office = staff.actor(Role.COUNTY_CLERK, county);
            var signedIn = Stream.generate(() -> enter(product, clerk)).limit(clerks).toList();
            return new Town(village.code(), signedIn, enter(product, office));
        }
    }

    private static Visitor enter(Product product, Actor as) {
        var visitor = Visitor.of(product.address());
        visitor.get("/sign-in");
        visitor.post("/sign-in/demo", "post", as.post().toString());
        return visitor;
    }

    /** The product in this program, on the same directory, to prepare or to examine. */
    static ConfigurableApplicationContext open(Path data, int port, String... options) {
        var all =
                new ArrayList<>(
                        List.of(
                                "--wanhu.data=" + data,
                                "--wanhu.demo=true",
                                "--wanhu.demo-county=false",
                                "--wanhu.ticks=false",
                                "--server.port=" + port));
        all.addAll(List.of(options));
        Wall.up(Wall.WHOLE);
        return new SpringApplicationBuilder(Wanhu.class).run(all.toArray(String[]::new));
    }
}
