package wanhu.letter;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Ids;
import wanhu.base.Plain;
import wanhu.base.Refused;

/** The letter that somebody types; kept when it is looked at or refused. */
record WishForm(
        @Nullable UUID command,
        @Nullable Kind kind,
        @Nullable String of,
        @Nullable String title,
        @Nullable String addressee,
        @Nullable String body,
        @Nullable String contact,
        @Nullable String copies) {

    Kind sort() {
        if (kind == null) {
            throw new Refused(Refused.Kind.MISSING, "letter.refused.missing");
        }
        return kind;
    }

    String about() {
        return text(of);
    }

    Wish read() {
        return new Wish(
                command == null ? Ids.next() : command,
                sort(),
                about(),
                new Wish.Words(
                        text(title), text(addressee), text(body), text(contact), text(copies)));
    }

    /** The form as it stands before anybody typed. */
    static WishForm of(Kind kind, String of, Wish.Words draft, String contact) {
        return new WishForm(
                null,
                kind,
                of,
                draft.title(),
                draft.addressee(),
                draft.body(),
                contact,
                draft.copies());
    }

    static String text(@Nullable String typed) {
        return Plain.text(Objects.toString(typed, "").replace("\r\n", "\n")).strip();
    }
}
