package wanhu.base;

/** What an act is done to. */
public enum Thing {
    /** An account. */
    ACCOUNT,
    /** A post. */
    POST,
    /** An appointment. */
    APPOINTMENT,
    /** A unit. */
    UNIT,
    /** A dated change of units. */
    UNIT_ACT,
    /** An import. */
    IMPORT,
    /** The county as a whole. */
    COUNTY,
    /** A pairing of a village. */
    PAIRING,
    /** A rule. */
    RULE,
    /** A text of the pages. */
    WORDING,
    /** A key of the vault, by its id. */
    KEY,
    /** A key of another system, by its id. */
    API_KEY,
    /** An article of the knowledge base. */
    ARTICLE,
    /** Calls to another system, by their id. */
    HOOK,
    /** Another system. */
    PARTNER,
    /** A matter that was handed over to another system, by the id of that. */
    HANDOVER,
    /** A link to a calendar, by its id. */
    FEED,
    /** A category. */
    CATEGORY,
    /** An edition of the duty lists. */
    DUTY_EDITION,
    /** A kind of meeting. */
    ROUND_KIND,
    /** A meeting. */
    ROUND,
    /** A prompt. */
    PROMPT,
    /** A project. */
    PROJECT,
    /** An order of supervision. */
    SUPERVISION,
    /** A call that is owed. */
    CALL,
    /** A joint consultation. */
    CONSULTATION,
    /** That a matter is left out of the rates of a unit. */
    EXCLUSION,
    /** A hot topic. */
    TOPIC,
    /** A monthly topic. */
    MONTHLY_TOPIC,
    /** A bulletin. */
    BULLETIN,
    /** A line of the seasonal list. */
    SEASON,
    /** A letter. */
    LETTER,
    /** A matter. */
    MATTER,
    /** A resident who told a matter, by her id. */
    REQUESTER,
    /** The row of a field with personal data. */
    FIELD,
    /** A list. */
    LIST,
    /** A large export that was asked for. */
    EXPORT,
    /** A file that is written in the background. */
    EXPORT_JOB,
    /** An incident with personal data. */
    BREACH,
    /** What a virus scanner found, by its name. */
    VIRUS,
    /** A route of pages. */
    ROUTE,
    /** A channel for messages. */
    CHANNEL,
    /** A message, by its id. */
    MESSAGE,
    /** A network from which somebody came, by a keyed digest. */
    NETWORK
}
