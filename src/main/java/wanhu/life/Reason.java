package wanhu.life;

/**
 * Reasons that a step must name; their texts, also those told to the resident, are words of the
 * room.
 */
public final class Reason {
    private Reason() {}

    /**
     * Why a request is not admitted or is shown another way (Beijing's statute on swift handling,
     * art. 11; Weifang's 12345 statute, art. 19). The text told to the resident has the key {@code
     * life.decline.NAME.told}.
     */
    public enum Decline {
        /** Emergency: 110, 119, 120, 122 at once. */
        EMERGENCY(true),
        /** Courts, arbitration. */
        LITIGATION(true),
        /** Administrative reconsideration. */
        RECONSIDERATION(true),
        /** Discipline inspection. */
        DISCIPLINE(true),
        /** A request for disclosure of government information. */
        DISCLOSURE_REQUEST(true),
        /** Already a petition (信访). */
        PETITION(true),
        /** Same person, same matter, nothing new: progress or result is told. */
        SAME_MATTER(false),
        /** State or commercial secrets, others' privacy. */
        SECRET(false),
        /** No duty of government: market or society. */
        OUTSIDE_DUTIES(true),
        /** Against law or good morals. */
        AGAINST_LAW(false);

        private final boolean elsewhere;

        Decline(boolean elsewhere) {
            this.elsewhere = elsewhere;
        }

        /** Whether the law names another route: then the matter is referred, else declined. */
        public boolean elsewhere() {
            return elsewhere;
        }
    }

    /** Why a level can't solve a matter itself. */
    public enum Escalate {
        /** Not within the duties or powers of this level. */
        BEYOND_POWERS,
        /** No money. */
        NO_MONEY,
        /** No skilled people or equipment. */
        NO_PEOPLE,
        /** Several units must act together. */
        SEVERAL_UNITS,
        /** The same trouble in several villages. */
        WIDESPREAD
    }

    /** Why a matter may leave the monthly rhythm (domain rule E2). */
    public enum Urgent {
        /** Danger for life, health or property. */
        DANGER,
        /** More households are concerned than the rule says. */
        MANY_HOUSEHOLDS,
        /** A statutory deadline would pass. */
        STATUTORY
    }

    /** How a matter ended for the resident. */
    public enum Result {
        /** 已解决. */
        SOLVED,
        /** 部分解决. */
        PARTLY,
        /** 未解决, with the reason in the answer. */
        UNSOLVED,
        /** 不属实: what was claimed could not be found. */
        NOT_FOUND
    }
}
