package wanhu.law;

/** How the rules are listed; its name is the word "law.group.NAME". */
enum RuleGroup {
    HANDLE,
    RETURN,
    ASK,
    ROUND,
    OPEN,
    STATUTE;

    static RuleGroup of(RuleKey key) {
        return switch (key) {
            case SIGN,
                    FIRST_CONTACT,
                    FIRST_CONTACT_DANGER,
                    FINISH_INQUIRY,
                    FINISH_HELP,
                    FINISH_COMPLAINT,
                    FINISH_REPORT,
                    FINISH_SUGGESTION,
                    FINISH_COMPLEX,
                    CHASE_FIRST,
                    CHASE_SECOND ->
                    HANDLE;
            case EXTENSION_TERM_MAX,
                    EXTENSION_COUNT_MAX,
                    RETURN_TERM,
                    RETURN_DECISION,
                    RETURN_COUNT_MAX,
                    SUPPLEMENT_WAIT,
                    PARK_MAX,
                    PASSED_PROBLEM ->
                    RETURN;
            case FOLLOW_UP,
                    FOLLOW_UP_ATTEMPTS,
                    REDO_WINDOW,
                    REDO_PROBLEM,
                    RATING_WINDOW,
                    BAD_RATING_CONTACT,
                    BAD_RATING_FIX ->
                    ASK;
            case WEEKLY_MEETINGS,
                    CUTOFF_VILLAGE,
                    CUTOFF_TOWNSHIP,
                    CUTOFF_SHIFT,
                    URGENT_CONFIRM,
                    URGENT_HOUSEHOLDS,
                    COUNTY_ASSIGN ->
                    ROUND;
            case SUPPORTERS_PRIORITY,
                    SIMILAR_WINDOW,
                    TOPIC_COUNT,
                    TOPIC_WINDOW,
                    PUBLIC_SUPPRESSION ->
                    OPEN;
            case PETITION_NOTIFY,
                    PETITION_FINISH,
                    PETITION_EXTENSION,
                    INFORMATION_ANSWER,
                    INFORMATION_EXTENSION ->
                    STATUTE;
        };
    }
}
