package wanhu.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Refused;
import wanhu.base.Word;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Receipt;
import wanhu.matter.Report;

/**
 * The door for other systems that send what a resident told them: checked as her own form is, and
 * registered by the same way.
 */
@Service
public class Submissions {
    /** Category of what somebody has to sort first. */
    public static final String UNSORTED = Topics.UNKNOWN;

    private final Reporting reporting;

    Submissions(Reporting reporting) {
        this.reporting = reporting;
    }

    /**
     * Where it is.
     *
     * @param place code of a unit below the county
     * @param spot the place in words; may be empty
     * @param desk the unit that finds out what or where it is: then the place may be the county at
     *     large; null when it goes its way
     */
    public record Where(String place, String spot, @Nullable UUID desk) {
        /** A place that is known. */
        public Where(String place, String spot) {
            this(place, spot, null);
        }
    }

    /**
     * What it is about.
     *
     * @param category code of a category that can be chosen
     * @param danger whether life or property is in danger
     * @param title empty to have it made from the text
     */
    public record What(Kind kind, String category, boolean danger, String title, String text) {}

    /**
     * Who asks; empty where the sender doesn't say.
     *
     * @param secret the handler must not learn who it is
     * @param publish may be published, redacted
     */
    public record Who(String name, String phone, boolean secret, boolean publish) {}

    /**
     * What is sent.
     *
     * @param command made by the sender; the same twice is one report
     */
    public record Wish(UUID command, Where where, What what, Who who) {
        /** The same under another command. */
        public Wish with(UUID other) {
            return new Wish(other, where, what, who);
        }

        private Reporting.Sent sent(Channel channel) {
            return new Reporting.Sent(draft(this), channel, where.desk());
        }
    }

    /**
     * What is wrong with a field.
     *
     * @param field as the resident's own form names it
     */
    public record Wrong(String field, Word word) {}

    /**
     * What is wrong with a wish; nothing when it can be sent.
     *
     * @throws Refused INVALID for a place that is none
     */
    public List<Wrong> faults(Wish wish) {
        return reporting.faults(wish.sent(Channel.API)).stream()
                .map(fault -> new Wrong(fault.field(), new Word(fault.word(), fault.arguments())))
                .toList();
    }

    /** As {@link #send(Wish, Channel)} for what came to us first. */
    @Transactional
    public Receipt send(Wish wish) {
        return send(wish, Channel.API);
    }

    /**
     * Registers a wish without faults.
     *
     * @param channel by which the resident told it to whom she told it
     * @return the receipt; for a repeated command the same one
     * @throws Refused RULE for a report of wrongdoing, whose author stays secret: she tells it
     *     herself
     */
    @Transactional
    public Receipt send(Wish wish, Channel channel) {
        Refused.unless(
                Refused.Kind.RULE,
                wish.what().kind() != Kind.REPORT,
                "intake.refused.wrongdoing-elsewhere");
        return reporting.send(wish.sent(channel));
    }

    private static Draft draft(Wish wish) {
        var what = wish.what();
        var who = wish.who();
        return new Draft(
                wish.where().place(),
                "",
                wish.where().spot(),
                what.category(),
                what.kind().name(),
                what.danger(),
                what.title(),
                what.text(),
                who.name(),
                who.phone(),
                false,
                who.secret(),
                who.publish(),
                false,
                "",
                wish.command().toString(),
                Report.Care.NONE);
    }
}
