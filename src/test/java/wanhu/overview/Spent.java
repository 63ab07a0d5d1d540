package wanhu.overview;

import java.util.ArrayList;
import java.util.List;
import wanhu.cost.Explained;

/** Milliseconds of PostgreSQL of so many of a hundred runs, and of the program's door. */
record Spent(List<Double> database, List<Double> door) {
    /** Of a page that is asked for so many times. */
    static Spent of(Runnable page, int times) {
        page.run();
        var database = new ArrayList<Double>();
        var door = new ArrayList<Double>();
        for (int at = 0; at < times; at++) {
            database.add(Explained.millis(Explained.plainly(page)));
            long start = System.nanoTime();
            page.run();
            door.add((System.nanoTime() - start) / 1e6);
        }
        return new Spent(sorted(database), sorted(door));
    }

    private static List<Double> sorted(List<Double> some) {
        return some.stream().sorted().toList();
    }

    private static double part(List<Double> some, int percent) {
        return some.get(Math.ceilDiv(some.size() * percent, 100) - 1);
    }

    String line() {
        return "PostgreSQL p50 %6.2f p99 %6.2f ms, door p50 %6.2f p99 %6.2f ms"
                .formatted(part(database, 50), part(database, 99), part(door, 50), part(door, 99));
    }
}
