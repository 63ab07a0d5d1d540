package wanhu.breach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;
import wanhu.vault.PersonalField;

/**
 * An incident with personal data (个人信息安全事件).
 *
 * @param number for people: the day and a running number
 * @param by who opened it, as which post
 * @param due until when the authority is told at the latest
 * @param reported when somebody noted that it was; null before
 * @param told when somebody noted that the persons were told; null before
 * @param closed null while it is open
 */
record Incident(
        int county,
        UUID id,
        String number,
        Facts facts,
        Instant opened,
        String by,
        Instant due,
        @Nullable Instant reported,
        @Nullable Instant told,
        @Nullable Instant closed) {

    /** What happened to the data: article 57 names three. */
    enum What {
        /** 泄露. */
        LEAKED,
        /** 篡改. */
        ALTERED,
        /** 丢失. */
        LOST
    }

    /**
     * What is known of it.
     *
     * @param certain whether it happened, or may have happened
     * @param from first day on which it may have happened
     * @param until last such day
     * @param kinds of data
     * @param units whose data, with everything below them
     */
    record Facts(
            String title,
            What what,
            boolean certain,
            Instant found,
            LocalDate from,
            LocalDate until,
            Set<PersonalField> kinds,
            List<OrgPath> units,
            String cause,
            String harm,
            String measures,
            String contact) {
        Facts {
            kinds = Set.copyOf(kinds);
            units = List.copyOf(units);
        }
    }

    /** Whether only names and phones are concerned, so that who left neither is not. */
    boolean contactsAlone() {
        return facts.kinds().stream()
                .allMatch(each ->
                        each == PersonalField.REQUESTER_NAME
                                || each == PersonalField.REQUESTER_PHONE);
    }
}
