package wanhu.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of the outbox. It holds neither an address nor a word of the matter: both are looked up
 * at the moment of sending.
 *
 * @param event what it tells: a name of {@code message.template.*}
 * @param digest whether it waits for the day's collection
 */
record Message(
        int county,
        UUID id,
        Channel channel,
        Audience audience,
        String event,
        String language,
        About about,
        To to,
        boolean urgent,
        boolean digest,
        Delivery delivery) {

    /** What it is about, and where that is read. */
    record About(String number, String matter, String href) {}

    /** To whom: a person, a resident, or the group of a unit. */
    record To(@Nullable UUID unit, @Nullable UUID person, @Nullable UUID requester) {}

    /**
     * How far it is.
     *
     * @param reference how the operator calls it
     * @param fault what went wrong last; never with an address
     */
    record Delivery(State state, int attempts, Instant made, String reference, String fault) {}

    /** Where it stands. */
    enum State {
        /** 待发送. */
        WAITING,
        /** 已发送. */
        SENT,
        /** 已送达: the operator says so. */
        DELIVERED,
        /** 发送失败. */
        FAILED,
        /** 已转其他渠道. */
        HANDED_ON,
        /** 不再发送: taken back by the administrator before it went. */
        DROPPED
    }

    Message by(Channel other, UUID newId) {
        return new Message(
                county,
                newId,
                other,
                audience,
                event,
                language,
                about,
                to,
                urgent,
                false,
                new Delivery(State.WAITING, 0, delivery.made(), "", ""));
    }
}
