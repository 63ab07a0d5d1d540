package wanhu.intake;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Refused;
import wanhu.base.Word;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Receipt;

/**
 * The door for other systems that send what a resident told them: checked as her own form is, and
 * registered by the same way.
 */
@Service
public class Submissions {
    private final Reporting reporting;

    Submissions(Reporting reporting) {
        this.reporting = reporting;
    }

    /**
     * Where it is.
     *
     * @param place code of a unit below the county
     * @param spot the place in words; may be empty
     */
    public record Where(String place, String spot) {}

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
        return reporting.faults(draft(wish)).stream()
                .map(fault -> new Wrong(fault.field(), new Word(fault.word(), fault.arguments())))
                .toList();
    }

    /**
     * Registers a wish without faults.
     *
     * @return the receipt; for a repeated command the same one
     * @throws Refused RULE for a report of wrongdoing, whose author stays secret: she tells it
     *     herself
     */
    @Transactional
    public Receipt send(Wish wish) {
        Refused.unless(
                Refused.Kind.RULE,
                wish.what().kind() != Kind.REPORT,
                "intake.refused.wrongdoing-elsewhere");
        return reporting.send(draft(wish), Channel.API);
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
                wish.command().toString());
    }
}
