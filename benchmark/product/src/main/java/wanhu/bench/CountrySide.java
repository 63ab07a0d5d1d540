package wanhu.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Wanhu;
import wanhu.base.Wall;
import wanhu.org.ImportReport;
import wanhu.org.Imports;

/** The product with an empty tree and little memory, which a whole country comes into. */
public final class CountrySide implements Side {
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private final ConfigurableApplicationContext product;
    private final Path folder = Path.of(System.getProperty("bench.data"));

    private CountrySide(Place place) {
        product =
                new SpringApplicationBuilder(Wanhu.class)
                        .run(
                                "--wanhu.database-url=" + place.url(),
                                "--wanhu.database-user=" + place.user(),
                                "--wanhu.database-password=" + place.password(),
                                "--wanhu.data=" + folder,
                                "--wanhu.port=" + System.getProperty("bench.port"),
                                "--server.address=127.0.0.1",
                                "--wanhu.ticks=false");
        new Country().write(folder.resolve("towns.csv"), folder.resolve("country.csv"));
    }

    /** Serves. */
    public static void main(String[] args) throws IOException {
        Worker.serve(CountrySide::new);
    }

    /** A file: judged, then written. The words: its name, and how many of its rows are there already. */
    @Override
    public Map<String, Number> ask(List<String> words) {
        var file = folder.resolve(words.get(1) + ".csv");
        int known = Integer.parseInt(words.get(2));
        var imports = product.getBean(Imports.class);
        int before = count();
        var figures = new LinkedHashMap<String, Number>();
        var checked = stage("check", figures, () -> imports.check(file, null));
        var loaded = stage("load", figures, () -> imports.load(file, null, DAY));
        figures.put("rows", loaded.rows());
        int made = count() - before;
        if (!checked.equals(loaded) || !checked.clean() || made != loaded.fresh() || loaded.known() != known) {
            throw new IllegalStateException(
                    "Expected %d known rows but got %s and %d new units".formatted(known, loaded, made));
        }
        return figures;
    }

    private static ImportReport stage(String name, Map<String, Number> figures, Supplier<ImportReport> work) {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
        long collecting = collecting();
        long start = System.nanoTime();
        var report = Wall.whole(work);
        figures.put(name + "_seconds", (System.nanoTime() - start) / 1e9);
        figures.put(name + "_gc_seconds", (collecting() - collecting) / 1e3);
        figures.put(name + "_heap_mb", WanhuImports.peaks() / 1e6);
        return report;
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }

    private int count() {
        return Wall.whole(() ->
                product.getBean(JdbcClient.class)
                        .sql("select count(*) from org.unit")
                        .query(Integer.class)
                        .single());
    }

    @Override
    public String live(int steps, Laps laps) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<String> wrong(List<String> lives) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Long> list(Scope scope) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        product.close();
    }
}
