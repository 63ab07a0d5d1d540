package wanhu.base;

/**
 * What can be done that the record of acts (审计) keeps. Steps of a matter are not among them: the
 * line of the timeline is their record.
 */
public enum Verb {
    /** Somebody signed in. */
    SIGNED_IN(Group.ENTRY, Thing.ACCOUNT),
    /** A sign-in was refused. */
    SIGN_IN_REFUSED(Group.ENTRY, Thing.ACCOUNT),
    /** Somebody signed out. */
    SIGNED_OUT(Group.ENTRY, Thing.ACCOUNT),
    /** Somebody changed the own password. */
    PASSWORD_CHANGED(Group.ENTRY, Thing.ACCOUNT),
    /** Somebody set up, renewed or removed the own second factor. */
    SECOND_FACTOR_CHANGED(Group.ENTRY, Thing.ACCOUNT),
    /** Somebody ended own sessions elsewhere. */
    SESSIONS_ENDED(Group.ENTRY, Thing.ACCOUNT),
    /** Somebody acts as another of the own posts. */
    POST_CHOSEN(Group.ENTRY, Thing.POST),
    /** An account was made. */
    ACCOUNT_MADE(Group.ACCOUNT, Thing.ACCOUNT),
    /** An account got a new one-time password. */
    ACCOUNT_RESET(Group.ACCOUNT, Thing.ACCOUNT),
    /** The second factor of an account was forgotten. */
    ACCOUNT_FACTOR_REMOVED(Group.ACCOUNT, Thing.ACCOUNT),
    /** An administrator was let in again by a command on the machine. */
    ACCOUNT_RECOVERED(Group.ACCOUNT, Thing.ACCOUNT),
    /** An account was locked. */
    ACCOUNT_LOCKED(Group.ACCOUNT, Thing.ACCOUNT),
    /** An account was unlocked. */
    ACCOUNT_UNLOCKED(Group.ACCOUNT, Thing.ACCOUNT),
    /** An account was closed for good. */
    ACCOUNT_CLOSED(Group.ACCOUNT, Thing.ACCOUNT),
    /** A post was made in a unit. */
    POST_MADE(Group.ORG, Thing.UNIT),
    /** A post was closed. */
    POST_CLOSED(Group.ORG, Thing.POST),
    /** Somebody was appointed to a post. */
    APPOINTED(Group.ORG, Thing.POST),
    /** An appointment was ended. */
    APPOINTMENT_ENDED(Group.ORG, Thing.APPOINTMENT),
    /** A change of units was approved. */
    UNIT_ACT_APPROVED(Group.ORG, Thing.UNIT_ACT),
    /** A change of units was taken back before its day. */
    UNIT_ACT_WITHDRAWN(Group.ORG, Thing.UNIT_ACT),
    /** An approved change of units took effect. */
    UNIT_ACT_APPLIED(Group.ORG, Thing.UNIT_ACT),
    /** Units were taken over from a file. */
    UNITS_IMPORTED(Group.ORG, Thing.IMPORT),
    /** A unit was paired with a village. */
    PAIRED(Group.ORG, Thing.UNIT),
    /** A pairing was ended. */
    UNPAIRED(Group.ORG, Thing.PAIRING),
    /** A rule was set anew. */
    RULE_CHANGED(Group.RULES, Thing.RULE),
    /** A channel for messages was set up anew. */
    CHANNEL_CHANGED(Group.RULES, Thing.CHANNEL),
    /** A message that had failed is sent again. */
    MESSAGE_RETRIED(Group.RULES, Thing.MESSAGE),
    /** Somebody changed where the own messages go. */
    OWN_MESSAGES_CHANGED(Group.ENTRY, Thing.ACCOUNT),
    /** A text of the pages was worded anew. */
    WORDING_CHANGED(Group.RULES, Thing.WORDING),
    /** The vault got a new key. */
    KEY_MADE(Group.RULES, Thing.KEY),
    /** A key was made with which another system reports. */
    API_KEY_MADE(Group.ACCOUNT, Thing.API_KEY),
    /** Such a key was ended. */
    API_KEY_ENDED(Group.ACCOUNT, Thing.API_KEY),
    /** A category was added or changed. */
    CATEGORY_SAVED(Group.RULES, Thing.CATEGORY),
    /** Somebody had suggestions learned anew. */
    LESSON_ASKED(Group.RULES, Thing.COUNTY),
    /** The work calendar changed. */
    CALENDAR_CHANGED(Group.RULES, Thing.COUNTY),
    /** A new edition of the duty lists. */
    DUTY_LISTS_CHANGED(Group.RULES, Thing.DUTY_EDITION),
    /** A kind of meeting was defined anew. */
    ROUND_KIND_DEFINED(Group.RULES, Thing.ROUND_KIND),
    /** A meeting was called. */
    ROUND_CALLED(Group.ROUND, Thing.ROUND),
    /** A meeting began. */
    ROUND_BEGUN(Group.ROUND, Thing.ROUND),
    /** A meeting ended. */
    ROUND_FINISHED(Group.ROUND, Thing.ROUND),
    /** Minutes were written. */
    MINUTES_WRITTEN(Group.ROUND, Thing.ROUND),
    /** Minutes were approved. */
    MINUTES_APPROVED(Group.ROUND, Thing.ROUND),
    /** A prompt was answered. */
    PROMPT_ANSWERED(Group.ROUND, Thing.PROMPT),
    /** A livelihood project took a step. */
    PROJECT_STEP(Group.PROJECT, Thing.PROJECT),
    /** An order of supervision was given, or something was done with one. */
    SUPERVISED(Group.SUPERVISION, Thing.SUPERVISION),
    /** Units were called together over a matter, said something, or an outcome was written. */
    CONSULTED(Group.SUPERVISION, Thing.CONSULTATION),
    /** A stage report on a late matter was given. */
    STAGE_REPORTED(Group.SUPERVISION, Thing.MATTER),
    /** The unit that has a matter was reminded by one above it. */
    REMINDED(Group.SUPERVISION, Thing.MATTER),
    /** A resident put her own data right, took a consent back, deleted them, or complained. */
    OWN_DATA_CHANGED(Group.READING, Thing.REQUESTER),
    /** A one-time link was made with which a resident opens her matter. */
    LINK_MADE(Group.READING, Thing.REQUESTER),
    /** A resident's matter was opened by such a link. */
    LINK_USED(Group.READING, Thing.REQUESTER),
    /** Personal data were read in plain. */
    PLAIN_VIEWED(Group.READING, Thing.FIELD),
    /** Somebody looked for matters by the name or phone of who asks. */
    CONTACT_SEARCHED(Group.READING, Thing.COUNTY),
    /** Rows left the system as a file. */
    EXPORTED(Group.READING, Thing.LIST),
    /** Somebody asked a second person for a large export. */
    EXPORT_ASKED(Group.READING, Thing.EXPORT),
    /** A second person granted or refused it. */
    EXPORT_DECIDED(Group.READING, Thing.EXPORT),
    /** The record of acts was verified. */
    RECORD_VERIFIED(Group.READING, Thing.COUNTY),
    /** A page was refused. */
    ACCESS_REFUSED(Group.REFUSAL, Thing.ROUTE),
    /** A code of a receipt was wrong, or the last digits of a phone beside a right one. */
    CODE_REFUSED(Group.REFUSAL, Thing.NETWORK);

    private final Group group;
    private final Thing thing;

    Verb(Group group, Thing thing) {
        this.group = group;
        this.thing = thing;
    }

    /** Acts that belong together, for filters. */
    public enum Group {
        /** Coming and going. */
        ENTRY,
        /** Accounts of staff. */
        ACCOUNT,
        /** Units, posts, appointments. */
        ORG,
        /** What everything else follows: rules, categories, calendar, duty lists. */
        RULES,
        /** Meetings. */
        ROUND,
        /** Livelihood projects. */
        PROJECT,
        /** Supervision of matters. */
        SUPERVISION,
        /** Personal data in plain, and exports. */
        READING,
        /** What was refused. */
        REFUSAL
    }

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
        /** A joint consultation. */
        CONSULTATION,
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
        /** A route of pages. */
        ROUTE,
        /** A channel for messages. */
        CHANNEL,
        /** A message, by its id. */
        MESSAGE,
        /** A network from which somebody came, by a keyed digest. */
        NETWORK
    }

    /** Where it belongs. */
    public Group group() {
        return group;
    }

    /** What it is done to. */
    public Thing thing() {
        return thing;
    }
}
