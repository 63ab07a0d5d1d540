package wanhu.message;

import java.util.UUID;

/** Carries a text to somebody through a channel. */
interface Carrier {
    /**
     * What is carried.
     *
     * @param id the same for each attempt, so that an operator carries it once
     * @param to an address or a phone; empty for a group
     * @param stop where the reader says that she wants no more of them; empty where there is no
     *     such address
     */
    record Letter(UUID id, String to, String subject, String text, String stop) {
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
        /** Nobody answered in time; to be tried again, and others are not kept waiting. */
        SILENT,
        /** It can't go this way; another channel may do it. */
        NEVER,
        /** The operator says that it does not carry it, or that it did not arrive. */
        REFUSED
    }

    /** Sends it. */
    Receipt send(ChannelSetting by, String secret, Letter letter);
}
