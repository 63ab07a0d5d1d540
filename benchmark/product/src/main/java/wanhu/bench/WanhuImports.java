package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.base.Wall;
import wanhu.intake.Sheets;
import wanhu.org.Imports;
import wanhu.org.Unit;

/** Large files in the product, through the doors of the pages that take them: judged first, then written. */
final class WanhuImports {
    private static final int BAD_OF = 1_000;

    private final ApplicationContext product;
    private final WanhuDesk desk;
    private final Path folder = Path.of(System.getProperty("bench.data"));

    WanhuImports(ApplicationContext product, WanhuDesk desk) {
        this.product = product;
        this.desk = desk;
    }

    /** A country of so many counties, besides the one that is there. */
    Map<String, Number> units(int counties) {
        var day = LocalDate.parse("2026-01-01");
        var rows = new Land(product, day, 11).rows(1, counties);
        var file = written("units.csv", rows);
        var imports = product.getBean(Imports.class);
        int before = count("select count(*) from org.unit");
        forgetPeaks();
        long start = System.nanoTime();
        var report = Wall.whole(() -> imports.check(file, null));
        double check = since(start);
        start = System.nanoTime();
        Wall.whole(() -> imports.load(file, null, day));
        var figures = figures(rows.size() - 1, check, since(start));
        int made = count("select count(*) from org.unit") - before;
        if (made != rows.size() - 1 || !report.clean()) {
            throw new IllegalStateException("Expected %d units but got %d".formatted(rows.size() - 1, made));
        }
        return figures;
    }

    /** So many reports from a file, one in a thousand with a fault. */
    Map<String, Number> reports(int rows) throws InterruptedException {
        var file = written("reports.csv", lines(rows));
        var clerk = desk.land().clerk(Side.Scope.COUNTY, 0);
        var sheets = new Sheets(product);
        forgetPeaks();
        long start = System.nanoTime();
        var checked = sheets.check(clerk, file);
        double check = since(start);
        start = System.nanoTime();
        var loaded = sheets.load(clerk, checked);
        var figures = figures(rows, check, since(start));
        int bad = rows / BAD_OF;
        int made =
                count("select count(*) from matter.matter where county = " + desk.land().code() + " and channel = 'IMPORT'");
        if (checked.bad() != bad || loaded.fresh() != rows - bad || made != rows - bad) {
            throw new IllegalStateException(
                    "Expected %d good rows but got %s and %d matters".formatted(rows - bad, loaded, made));
        }
        return figures;
    }

    private List<String> lines(int rows) {
        var random = new SplittableRandom(11);
        var villages = desk.land().tree().villages(desk.land().root().path());
        var lines = new ArrayList<String>(rows + 1);
        lines.add("编号,标题,内容,区划代码,类别代码,姓名,电话,是否公开");
        for (int row = 1; row <= rows; row++) {
            Unit village = villages.get(random.nextInt(villages.size()));
            var place = row % BAD_OF == 0 ? "999999" : village.code();
            lines.add(
                    "R%07d,%s路灯不亮,%s的路灯有%d盏不亮，晚上孩子放学看不见路，请安排人来修。,%s,road.lamp,白玉兰,138%08d,是"
                            .formatted(
                                    row, village.name(), village.name(), 1 + random.nextInt(20), place, random.nextInt(100_000_000)));
        }
        return lines;
    }

    private Path written(String name, List<String> lines) {
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, Number> figures(int rows, double check, double load) {
        var figures = new LinkedHashMap<String, Number>();
        figures.put("rows", rows);
        figures.put("check_seconds", check);
        figures.put("load_seconds", load);
        figures.put("heap_mb", peaks() / 1e6);
        return figures;
    }

    private int count(String sql) {
        return Wall.whole(() -> product.getBean(JdbcClient.class).sql(sql).query(Integer.class).single());
    }

    private static void forgetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    /** The most that the heap held at once, garbage included. */
    static double peaks() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
