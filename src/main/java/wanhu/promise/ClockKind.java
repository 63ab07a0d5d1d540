package wanhu.promise;

/**
 * The promises that run on a subject, each with a budget of its own; it is due when the first of
 * them is.
 */
public enum ClockKind {
    /** To admit, decline or ask: the time in which nobody has taken the matter yet. */
    ADMIT,
    /** To dispatch what was admitted. */
    DISPATCH,
    /** To sign for what was dispatched. */
    SIGN,
    /** To speak with the resident for the first time. */
    CONTACT,
    /** To solve and answer. */
    FINISH,
    /** To decide on a return. */
    RETURN,
    /** To decide on an extension. */
    EXTENSION,
    /** For the level above to decide in its meeting. */
    MEETING,
    /** For the level above to confirm an urgent escalation. */
    URGENT,
    /** For the county office to name the lead. */
    ASSIGN,
    /** To do what was planned by its date. */
    PLAN,
    /** To look again at what was parked. */
    PARK,
    /** For somebody else to review the reply. */
    REVIEW,
    /** To ask the resident whether it is solved. */
    FOLLOW_UP,
    /** To call a resident who was dissatisfied (GB/T 39734: within one working day). */
    CALL_BACK,
    /** A co-handler's part. */
    TASK,
    /** To answer an order of supervision. */
    SUPERVISE,
    /** After which the level above is told that such an answer never came. */
    UNANSWERED,
    /** To write the next stage report on what is late. */
    STAGE_REPORT
}
