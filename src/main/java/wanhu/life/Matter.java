package wanhu.life;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;
import wanhu.promise.ClockKind;
import wanhu.promise.Due;

/**
 * A resident's matter: what it is about and where it stands. One row of the table; its history is
 * the timeline.
 *
 * @param county the tenant, six digits
 * @param number for people: 150524-20260803-0007
 * @param version counts the steps; a page that shows an older one is told so
 */
public record Matter(
        int county,
        UUID id,
        String number,
        int version,
        About about,
        Stage stage,
        Parties parties,
        Tally tally,
        Ending ending,
        Times times) {

    /** By what a matter is known to the tables and to people. */
    public record Name(int county, UUID id, String number) {}

    /**
     * What it is about; only its kind and category can be put right, by {@link Step.Sort}.
     *
     * @param category code in the tree of categories
     * @param danger life or property is in danger
     * @param placeNote the place in the resident's words
     */
    public record About(
            Kind kind,
            String category,
            Channel channel,
            boolean danger,
            String title,
            String body,
            UUID placeUnit,
            OrgPath placePath,
            String placeNote,
            Privacy privacy) {
        private static final int VILLAGE_DEPTH = 5;

        About sorted(Step.Topic topic) {
            boolean secret = privacy.secret() || topic.kind() == Kind.REPORT;
            return new About(
                    topic.kind(),
                    topic.category(),
                    channel,
                    danger,
                    title,
                    body,
                    placeUnit,
                    placePath,
                    placeNote,
                    new Privacy(
                            privacy.anonymous(),
                            secret,
                            privacy.publishable() && !secret,
                            complainedOf(topic)));
        }

        /** Unless it is known, it is taken to be the village or township where it happened. */
        private @Nullable OrgPath complainedOf(Step.Topic topic) {
            boolean known = privacy.complainedOf() != null || topic.kind() != Kind.REPORT;
            if (known || placePath.text().length() <= OrgPath.COUNTY_LENGTH) {
                return privacy.complainedOf();
            }
            return placePath.atDepth(Math.min(placePath.depth(), VILLAGE_DEPTH));
        }
    }

    /**
     * What others may learn.
     *
     * @param anonymous the requester gave no name; allowed where the kind allows it
     * @param secret the requester demands secrecy, or the kind does
     * @param publishable the requester agrees to a redacted publication
     * @param complainedOf place of the unit complained of (被举报单位); null when nobody is
     */
    public record Privacy(
            boolean anonymous,
            boolean secret,
            boolean publishable,
            @Nullable OrgPath complainedOf) {
        /**
         * Whether the matter does not exist for who works at the place: the unit complained of and
         * all below it never read a word of it (Regulations on Petition Work: what accuses is not
         * passed to the accused).
         */
        public boolean shutTo(OrgPath place) {
            return complainedOf != null && complainedOf.contains(place);
        }
    }

    /**
     * Who has it.
     *
     * @param holder must act now
     * @param handler solves it, or last did
     * @param dispatcher gave it to the handler
     * @param author wrote the reply, and so can't review it
     */
    public record Parties(
            Hold holder, @Nullable Hold handler, @Nullable Hold dispatcher, @Nullable UUID author) {
        /** The unit that solves it, or holds it when nobody does yet. */
        public Hold handlerOrHolder() {
            return handler == null ? holder : handler;
        }

        Hold dispatcherOrHolder() {
            return dispatcher == null ? holder : dispatcher;
        }

        Parties heldBy(Hold next) {
            return new Parties(next, handler, dispatcher, author);
        }

        Parties handledBy(Hold next) {
            return new Parties(next, next, dispatcher, author);
        }

        Parties dispatchedTo(Hold next) {
            return new Parties(next, next, holder, author);
        }

        Parties writtenBy(@Nullable UUID person) {
            return new Parties(holder, handler, dispatcher, person);
        }

        Parties raisedTo(Hold next) {
            return new Parties(next, null, null, null);
        }
    }

    /**
     * How it ended, and what the public may read; the public text is a text of its own that a
     * person approved.
     */
    public record Ending(
            Reason.@Nullable Result result,
            String answer,
            String publicTitle,
            String publicText,
            String publicAnswer,
            boolean published,
            @Nullable UUID mergedInto) {
        static final Ending NONE = new Ending(null, "", "", "", "", false, null);

        Ending answered(Reason.Result by, String with) {
            return new Ending(
                    by, with, publicTitle, publicText, publicAnswer, published, mergedInto);
        }

        Ending shown(boolean now) {
            return new Ending(
                    result, answer, publicTitle, publicText, publicAnswer, now, mergedInto);
        }

        Ending publishedAs(String title, String text, String publicly) {
            return new Ending(result, answer, title, text, publicly, true, mergedInto);
        }

        Ending goneInto(UUID other) {
            return new Ending(null, "", "", "", "", false, other);
        }
    }

    /**
     * Times; {@code due}, {@code warn} and {@code clock} are those of the clock that ends first.
     *
     * @param due end of the next promise, exclusive; null when none runs
     * @param warn from when it is called soon
     * @param clock which promise
     * @param solved when the reply was approved
     */
    public record Times(
            Instant reported,
            @Nullable Instant solved,
            @Nullable Instant closed,
            @Nullable Instant due,
            @Nullable Instant warn,
            @Nullable ClockKind clock) {
        /** When the matter was told now and this promise runs on it. */
        public static Times begun(Due due, Instant now) {
            return new Times(now, null, null, due.at(), due.warn(), due.kind());
        }

        private Times next(Stage stage, Due due, Instant now) {
            boolean answered = stage == Stage.FOLLOW_UP || stage == Stage.CLOSED;
            var solvedAt = answered && solved == null ? now : solved;
            return new Times(
                    reported,
                    stage.open() && !answered ? null : solvedAt,
                    stage.open() ? null : Objects.requireNonNullElse(closed, now),
                    due.at(),
                    due.warn(),
                    due.kind());
        }
    }

    /**
     * A matter that was just told.
     *
     * @param times {@link Times#begun}
     */
    public static Matter begun(Name name, About about, Hold holder, Times times) {
        return new Matter(
                name.county(),
                name.id(),
                name.number(),
                1,
                about,
                Stage.REGISTERED,
                new Parties(holder, null, null, null),
                Tally.NEW,
                Ending.NONE,
                times);
    }

    /** Whether it has not ended. */
    public boolean open() {
        return stage.open();
    }

    /**
     * As a report of wrongdoing that does not exist for whom it may be about; what is open and lies
     * with them goes to the unit above.
     *
     * @param above the unit above the one that may be complained of
     */
    public Matter isolated(Hold above) {
        var hidden = with(about.sorted(new Step.Topic(Kind.REPORT, about.category())));
        boolean theirs = hidden.about().privacy().shutTo(parties.holder().path());
        return open() && theirs
                ? hidden.with(hidden.parties().heldBy(above)).at(Stage.ESCALATED)
                : hidden;
    }

    /** With so many more who ask for it. */
    public Matter joinedBy(int more) {
        return with(tally.joined(more));
    }

    /** After a step that was taken now; {@code due} is the promise that ends first. */
    public Matter recorded(Due due, Instant now) {
        return new Matter(
                county,
                id,
                number,
                version + 1,
                about,
                stage,
                parties,
                tally,
                ending,
                times.next(stage, due, now));
    }

    Matter with(Stage next, Parties who, Tally count, Ending end) {
        return new Matter(county, id, number, version, about, next, who, count, end, times);
    }

    Matter with(About topic) {
        return new Matter(county, id, number, version, topic, stage, parties, tally, ending, times);
    }

    Matter at(Stage next) {
        return with(next, parties, tally, ending);
    }

    Matter with(Parties who) {
        return with(stage, who, tally, ending);
    }

    Matter with(Tally count) {
        return with(stage, parties, count, ending);
    }

    Matter with(Ending end) {
        return with(stage, parties, tally, end);
    }
}
