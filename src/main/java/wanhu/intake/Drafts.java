package wanhu.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.life.Channel;
import wanhu.matter.Report;

/** Turns a draft without faults into what the room below takes. Pure. */
final class Drafts {
    private Drafts() {}

    static Report.Content content(Draft draft, Channel channel) {
        return new Report.Content(
                draft.kindChosen().orElseThrow(),
                draft.category(),
                channel,
                draft.danger(),
                draft.titleMade(),
                draft.text());
    }

    /** Who asks; only a report of wrongdoing can be without a name that was given. */
    static Report.Contact contact(Draft draft) {
        boolean anonymous = draft.anonymous() && draft.wrongdoing();
        boolean unknown = draft.name().isEmpty() && draft.phone().isEmpty();
        return new Report.Contact(
                anonymous ? null : orNull(draft.name()),
                anonymous ? null : orNull(draft.phone()),
                anonymous || unknown,
                draft.secret(),
                draft.publish(),
                draft.news() && !anonymous && !draft.phone().isEmpty(),
                draft.care());
    }

    /** The unit complained of in a report of wrongdoing; null for other kinds. */
    static @Nullable UUID complainedOf(Draft draft, Places.Place place) {
        return draft.wrongdoing() ? place.accused(draft.complainedOf()).id() : null;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
