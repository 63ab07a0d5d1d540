package wanhu.life;

/**
 * Who may take a step, seen from the matter. What a role may do at all is the people room's
 * question.
 */
public enum Hand {
    /** A clerk of the unit that holds the matter now. */
    HOLDER,
    /** A clerk of the unit above the one that holds it. */
    ABOVE,
    /** A clerk of the unit that dispatched it. */
    DISPATCHER,
    /** Somebody of the handling, dispatching or a higher unit who did not write the reply. */
    REVIEWER,
    /** Somebody outside the handling unit. */
    OUTSIDER,
    /** A leader of the holding unit, or a clerk or leader above it. */
    APPROVER,
    /** A co-handler with an open part. */
    CO_HANDLER,
    /** A requester herself, or staff for her. */
    REQUESTER,
    /** Staff who may see the matter. */
    WITNESS,
    /** The system, by a rule. */
    SYSTEM
}
