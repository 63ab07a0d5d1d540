package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.life.Channel;

/**
 * What is handed in, checked.
 *
 * @param command made by the sender; the same twice is one report
 * @param place the smallest unit that the resident could name
 * @param receiver who gets it first; null for the lowest unit that can, at the place
 * @param contact who asks
 * @param happened when the resident spoke, for what is entered later
 * @param complainedOf the unit complained of, in a report of wrongdoing; null for the unit that
 *     would have received it
 */
public record Report(
        int county,
        UUID command,
        Content content,
        UUID place,
        String placeNote,
        @Nullable UUID receiver,
        Contact contact,
        Instant happened,
        @Nullable UUID complainedOf) {
    /** Longest title, in characters. */
    public static final int TITLE_CHARACTERS_MAX = 100;

    /** Longest text, in characters. */
    public static final int BODY_CHARACTERS_MAX = 10_000;

    /** Longest note on the place, in characters. */
    public static final int PLACE_CHARACTERS_MAX = 200;

    public Report {
        if (placeNote.length() > PLACE_CHARACTERS_MAX) {
            throw new Refused(Kind.INVALID, "matter.refused.place-long", PLACE_CHARACTERS_MAX);
        }
    }

    /** A report that names no unit complained of. */
    public Report(
            int county,
            UUID command,
            Content content,
            UUID place,
            String placeNote,
            @Nullable UUID receiver,
            Contact contact,
            Instant happened) {
        this(county, command, content, place, placeNote, receiver, contact, happened, null);
    }

    /** What is wanted. */
    public record Content(
            wanhu.life.Kind kind,
            String category,
            Channel channel,
            boolean danger,
            String title,
            String body) {
        public Content {
            title = clean(title);
            body = clean(body);
            if (title.isBlank()) {
                throw new Refused(Kind.INVALID, "matter.refused.title-missing");
            }
            if (title.codePointCount(0, title.length()) > TITLE_CHARACTERS_MAX) {
                throw new Refused(Kind.INVALID, "matter.refused.title-long", TITLE_CHARACTERS_MAX);
            }
            if (body.codePointCount(0, body.length()) > BODY_CHARACTERS_MAX) {
                throw new Refused(Kind.INVALID, "matter.refused.body-long", BODY_CHARACTERS_MAX);
            }
        }

        /** Without control characters and marks that turn the direction of writing (CWE-451). */
        private static String clean(String text) {
            return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "")
                    .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
                    .strip();
        }
    }

    /**
     * Who asks. Plain here, sealed in the table.
     *
     * @param anonymous no name is given; allowed for a report of wrongdoing and where the county
     *     allows it
     * @param secret the handler must not learn who it is
     * @param publishable may be published, redacted
     * @param wantsNews wants messages about it
     * @param care what she was shown, and whether a child is concerned: then nothing of it may be
     *     published, and without a guardian who agrees there is neither name nor phone
     */
    public record Contact(
            @Nullable String name,
            @Nullable String phone,
            boolean anonymous,
            boolean secret,
            boolean publishable,
            boolean wantsNews,
            Care care) {
        /** Nobody known. */
        public static final Contact NONE = new Contact(null, null, true, false, true, false);

        public Contact {
            boolean alone = care.child() && !care.guardian();
            if (alone && (name != null || phone != null)) {
                throw new Refused(Kind.INVALID, "matter.refused.child");
            }
            publishable = publishable && !care.child();
        }

        /** Of somebody to whom we showed no notice, and where no child is concerned. */
        public Contact(
                @Nullable String name,
                @Nullable String phone,
                boolean anonymous,
                boolean secret,
                boolean publishable,
                boolean wantsNews) {
            this(name, phone, anonymous, secret, publishable, wantsNews, Care.NONE);
        }
    }

    /**
     * With what care her data were taken (PIPL, articles 17 and 31).
     *
     * @param notice version of the notice that she was shown; 0 when we showed none
     * @param child whether data of a child under 14 are concerned, the reporter's own or another's
     * @param guardian whether name and phone are those of a guardian who agreed
     */
    public record Care(int notice, boolean child, boolean guardian) {
        /** No notice, no child. */
        public static final Care NONE = new Care(0, false, false);

        public Care {
            guardian = guardian && child;
        }
    }
}
