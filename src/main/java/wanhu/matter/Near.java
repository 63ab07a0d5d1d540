package wanhu.matter;

/** What of the deadline a list asks for. */
enum Near {
    /** Nothing. */
    NO,
    /** That most of the time has run. */
    SOON,
    /** That all of it has. */
    OVERDUE
}
