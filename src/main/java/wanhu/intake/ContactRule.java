package wanhu.intake;

import wanhu.life.Kind;

/** What must be known of somebody who reports, by what she wants. */
enum ContactRule {
    /** Somebody has to call back: a phone is needed. */
    PHONE_NEEDED,
    /** An answer on the page will do. */
    OPTIONAL,
    /** 举报: may stay without any name, and its author stays secret. */
    ANONYMOUS_ALLOWED;

    /** The rule of a kind: the least that its handling needs (PIPL, article 6). */
    static ContactRule of(Kind kind) {
        return switch (kind) {
            case HELP, COMPLAINT -> PHONE_NEEDED;
            case INQUIRY, SUGGESTION -> OPTIONAL;
            case REPORT -> ANONYMOUS_ALLOWED;
        };
    }
}
