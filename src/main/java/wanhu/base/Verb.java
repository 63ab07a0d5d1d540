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
    /** A message that waited is no longer sent. */
    MESSAGE_DROPPED(Group.RULES, Thing.MESSAGE),
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
    /** An article of the knowledge base was written, reviewed, kept, answered for or withdrawn. */
    ARTICLE_CHANGED(Group.RULES, Thing.ARTICLE),
    /** A matter cites an article. */
    ARTICLE_CITED(Group.RULES, Thing.ARTICLE),
    /** Somebody made a token with which a program acts as her. */
    TOKEN_MADE(Group.ACCOUNT, Thing.API_KEY),
    /** Such a token was let in. */
    TOKEN_RELEASED(Group.ACCOUNT, Thing.API_KEY),
    /** Such a token was ended. */
    TOKEN_ENDED(Group.ACCOUNT, Thing.API_KEY),
    /** A program reported a matter with a token. */
    TOKEN_REPORTED(Group.ACCOUNT, Thing.MATTER),
    /** A program set up calls to another system. */
    HOOK_MADE(Group.ACCOUNT, Thing.HOOK),
    /** The secret of such calls was renewed. */
    HOOK_CHANGED(Group.ACCOUNT, Thing.HOOK),
    /** Such calls were ended. */
    HOOK_ENDED(Group.ACCOUNT, Thing.HOOK),
    /** Such a call was made again. */
    HOOK_REPLAYED(Group.ACCOUNT, Thing.HOOK),
    /** Another system was set up or changed. */
    PARTNER_CHANGED(Group.RULES, Thing.PARTNER),
    /** A matter was handed over to another system. */
    HANDED_OVER(Group.READING, Thing.MATTER),
    /** What was handed over is sent again, or was ended. */
    HANDOVER_CHANGED(Group.READING, Thing.HANDOVER),
    /** Somebody made a link to the calendar of the own post. */
    FEED_MADE(Group.ENTRY, Thing.FEED),
    /** Such a link was ended. */
    FEED_ENDED(Group.ENTRY, Thing.FEED),
    /** A token that is not good, or not good for this. */
    TOKEN_REFUSED(Group.REFUSAL, Thing.API_KEY),
    /** A key or token that was never one. */
    API_KEY_WRONG(Group.REFUSAL, Thing.NETWORK),
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
    /** Somebody at a desk promised a resident a call. */
    CALL_PROMISED(Group.SUPERVISION, Thing.CALL),
    /** A promised call was made, or nobody answered it. */
    CALL_KEPT(Group.SUPERVISION, Thing.CALL),
    /** The share of follow-up calls of a category was stated. */
    CALL_SHARE_STATED(Group.RULES, Thing.CATEGORY),
    /** The unit that has a matter was reminded by one above it. */
    REMINDED(Group.SUPERVISION, Thing.MATTER),
    /** A county chose how its rates are reckoned from a month on. */
    RATE_PRESET_CHOSEN(Group.RULES, Thing.COUNTY),
    /** A unit asked that a matter be left out of its rates, or somebody above decided on it. */
    RATE_EXCLUSION(Group.SUPERVISION, Thing.EXCLUSION),
    /** A hot topic was renamed, merged, split, dismissed or taken up again. */
    TOPIC_CHANGED(Group.SUPERVISION, Thing.TOPIC),
    /** A monthly topic was begun, or something was done with it. */
    MONTHLY_TOPIC_CHANGED(Group.SUPERVISION, Thing.MONTHLY_TOPIC),
    /** A bulletin was begun, written, released or given back. */
    BULLETIN_CHANGED(Group.PAPERS, Thing.BULLETIN),
    /** A county changed a line of its seasonal list. */
    SEASON_CHANGED(Group.RULES, Thing.SEASON),
    /** A resident put her own data right, took a consent back, deleted them, or complained. */
    OWN_DATA_CHANGED(Group.READING, Thing.REQUESTER),
    /** A one-time link was made with which a resident opens her matter. */
    LINK_MADE(Group.READING, Thing.REQUESTER),
    /** A resident's matter was opened by such a link. */
    LINK_USED(Group.READING, Thing.REQUESTER),
    /** A letter was issued, withdrawn or taken away, or a unit set up the head of its letters. */
    LETTER_HANDLED(Group.PAPERS, Thing.LETTER),
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
    /** Somebody wants a file that is written in the background. */
    EXPORT_BEGUN(Group.READING, Thing.EXPORT_JOB),
    /** Such a file was fetched. */
    EXPORT_FETCHED(Group.READING, Thing.EXPORT_JOB),
    /** Such a file was cancelled before it was whole. */
    EXPORT_STOPPED(Group.READING, Thing.EXPORT_JOB),
    /** An incident with personal data was opened, or something was done with one. */
    BREACH_HANDLED(Group.READING, Thing.BREACH),
    /** The record of acts was verified. */
    RECORD_VERIFIED(Group.READING, Thing.COUNTY),
    /** A file was refused in which the virus scanner found something. */
    UPLOAD_INFECTED(Group.REFUSAL, Thing.VIRUS),
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
        /** Letters of the offices, and their bulletins. */
        PAPERS,
        /** Personal data in plain, and exports. */
        READING,
        /** What was refused. */
        REFUSAL
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
