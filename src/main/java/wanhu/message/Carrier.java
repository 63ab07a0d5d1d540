package wanhu.message;

import java.util.UUID;

/** Carries a text to somebody through a channel. */
interface Carrier {
    /**
     * What is carried.
     *
     * @param id the same for each attempt, so that an operator carries it once
     * @param to an address or a phone; empty for a group
     */
    record Letter(UUID id, String to, String subject, String text) {
        @Override
        public String toString() {
            return "Letter[id=" + id + "]";
        }
    }

    /**
     * What the operator said.
     *
     * @param reference how it calls the message; empty when it does not
     * @param fault why it did not take it; empty when it did
     */
    record Receipt(Answer answer, String reference, String fault) {
        static Receipt of(Answer answer, String fault) {
            return new Receipt(answer, "", fault);
        }
    }

    /** How it went. */
    enum Answer {
        /** Taken; whether it arrives is told later, or never. */
        TAKEN,
        /** It has arrived. */
        ARRIVED,
        /** Not now; to be tried again. */
        LATER,
        /** Never; another channel may do it. */
        NEVER
    }

    /** Sends it. */
    Receipt send(ChannelSetting by, String secret, Letter letter);
}
