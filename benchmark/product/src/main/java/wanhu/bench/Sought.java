package wanhu.bench;

/** What is looked for among many matters, from what nearly everybody says to what one says. */
enum Sought {
    /** A word of two signs that many say. */
    COMMON("没有"),
    /** A word of two signs that some say. */
    USUAL("路灯"),
    /** A word of two signs that one in a thousand says. */
    RARE("骆驼"),
    /** One sign of the titles. */
    SIGN("灯"),
    /** Four signs in a row: three pairs at once. */
    LONG("宅基地审批"),
    /** Two words that both must stand there. */
    PAIR("路灯 孩子"),
    /** The whole number of one matter. */
    NUMBER(""),
    /** The usual word among what has ended, of its category, of three months. */
    FILTERED("路灯"),
    /** A unit by the first letters of its name. */
    UNIT("");

    private final String text;

    Sought(String text) {
        this.text = text;
    }

    /** What is typed; empty where it depends on the county. */
    String text() {
        return text;
    }
}
