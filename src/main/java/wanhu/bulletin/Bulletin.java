package wanhu.bulletin;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of the bulletin of a unit for a period.
 *
 * @param version 1, and one more for each correction
 * @param edit one more each time that something of it is changed
 * @param open whether everybody may read it
 */
record Bulletin(
        int county,
        UUID id,
        UUID unit,
        Period period,
        int version,
        int edit,
        State state,
        Figures figures,
        Texts texts,
        boolean open,
        Written written,
        @Nullable Released released) {

    /** How far it has come. */
    enum State {
        /** 起草中. */
        DRAFT,
        /** 待签发. */
        REVIEW,
        /** 已签发. */
        RELEASED
    }

    /**
     * Who wrote.
     *
     * @param persons everybody who has written something of it
     * @param name who did so last
     * @param remark why it was given back; empty when it was not
     */
    record Written(Set<UUID> persons, String name, Instant at, String remark) {
        public Written {
            persons = Set.copyOf(persons);
        }
    }

    /** Who released it. */
    record Released(String name, Instant at) {}

    /** The same with other figures and texts. */
    Bulletin with(Figures taken, Texts written) {
        return new Bulletin(
                county,
                id,
                unit,
                period,
                version,
                edit,
                state,
                taken,
                written,
                open,
                this.written,
                released);
    }

    boolean pending() {
        return state != State.RELEASED;
    }

    String title() {
        return texts.title();
    }
}
