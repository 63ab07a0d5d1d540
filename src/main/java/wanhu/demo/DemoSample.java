package wanhu.demo;

import wanhu.life.Kind;

/** An invented matter. */
record DemoSample(
        String category, Kind kind, String title, String text, String tried, String answer) {
    static DemoSample of(String[] cells) {
        return new DemoSample(
                cells[0], Kind.valueOf(cells[1]), cells[2], cells[3], cells[4], cells[5]);
    }
}
