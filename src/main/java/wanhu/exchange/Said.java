package wanhu.exchange;

import tools.jackson.databind.JsonNode;

/** What another system said. */
sealed interface Said {
    /** A good answer. */
    record Good(JsonNode body) implements Said {}

    /**
     * They understood, and will not, now or later.
     *
     * @param why in their words
     * @param reason their code for it; empty when they name none
     */
    record No(int status, String why, String reason) implements Said {}

    /**
     * Nobody knows: it is tried again.
     *
     * @param arrived whether what was sent may have arrived all the same
     */
    record Later(int status, String why, boolean arrived) implements Said {}
}
