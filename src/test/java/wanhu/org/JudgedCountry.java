package wanhu.org;

/** Judges an invented country of the size of the real one, level by level as its list is. */
final class JudgedCountry {
    private static final int CITIES = 342;
    private static final int COUNTIES = 2_978;
    private static final int TOWNSHIPS = 41_352;
    private static final int VILLAGES = 620_573;

    private final ImportRows rows = new ImportRows();

    private JudgedCountry() {}

    /** Says the place of the last village. */
    public static void main(String[] arguments) {
        var country = new JudgedCountry();
        country.read();
        var judge = new ImportJudge(country.rows, null);
        judge.judge();
        int last = country.rows.count() - 1;
        for (int row = 0; row <= last; row++) {
            if (country.rows.faulty(row)) {
                throw new IllegalStateException(row + ": " + country.rows.faults(row));
            }
        }
        System.out.println(country.rows.count() + " " + judge.path(last));
    }

    private void read() {
        for (int at = 0; at < CITIES; at++) {
            add(city(at), "", "city", "某市");
        }
        for (int at = 0; at < COUNTIES; at++) {
            add(county(at), city(at % CITIES), "county", "某县");
        }
        for (int at = 0; at < TOWNSHIPS; at++) {
            add(township(at), county(at % COUNTIES), "township", "某镇");
        }
        for (int at = 0; at < VILLAGES; at++) {
            var above = township(at % TOWNSHIPS);
            add("%s%03d".formatted(above, 1 + at / TOWNSHIPS), above, "village", "某村");
        }
    }

    private void add(String code, String parent, String level, String name) {
        rows.add(new ImportRow(rows.count() + 2, code, parent, level, name, ""));
    }

    private static String city(int at) {
        return Integer.toString(1100 + at % 89 * 100 + 1 + at / 89);
    }

    private static String county(int at) {
        return city(at % CITIES) + "%02d".formatted(1 + at / CITIES);
    }

    private static String township(int at) {
        return county(at % COUNTIES) + "%03d".formatted(1 + at / COUNTIES);
    }
}
