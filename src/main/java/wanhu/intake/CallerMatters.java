package wanhu.intake;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Words;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.ContactSearch;
import wanhu.matter.MatterLine;
import wanhu.matter.MatterSearch;
import wanhu.matter.Requesters;
import wanhu.matter.Taking;
import wanhu.vault.Phone;
import wanhu.vault.Purpose;
import wanhu.vault.Stated;

/**
 * The open matters of who is on the phone, and what she adds to one of them (补充). A call about what
 * was told already makes no second matter.
 */
@Service
class CallerMatters {
    private final ContactSearch contacts;
    private final Requesters requesters;
    private final Registering registering;
    private final Doors doors;
    private final Words words;
    private final Clock clock;

    CallerMatters(
            ContactSearch contacts,
            Requesters requesters,
            Registering registering,
            Doors doors,
            Words words,
            Clock clock) {
        this.contacts = contacts;
        this.requesters = requesters;
        this.registering = registering;
        this.doors = doors;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Hers, the latest first; each search is recorded.
     *
     * @param why what the record says of it
     * @throws Refused as {@link ContactSearch#find}
     */
    List<MatterLine> open(Actor actor, String phone, String why) {
        return contacts.find(actor, phone, new Stated(Purpose.ANSWER_CALLER, why)).stream()
                .map(MatterSearch.Hit::line)
                .filter(each -> each.stage().open())
                .toList();
    }

    /** What is wrong with what she adds. */
    List<Fault> faults(DeskForm form) {
        return Checks.adding(form, clock.instant());
    }

    /**
     * Writes into the timeline of her matter what she adds: as the supplement where one was asked
     * for, and the time to admit runs on; else as a remark that only staff reads, for others may
     * stand behind the same matter. The unit is told of both. The same command twice is one line.
     *
     * @throws Refused CONFLICT when the matter is not open, or not that phone's
     */
    @Transactional
    void add(Actor actor, DeskForm form, Locale locale) {
        var phone = Phone.of(form.draft().phone());
        var why = words.text(locale, "intake.caller.purpose.more");
        var chosen =
                open(actor, form.draft().phone(), why).stream()
                        .map(MatterLine::id)
                        .filter(each -> form.call().addedTo().filter(each::equals).isPresent())
                        .findFirst()
                        .orElseThrow(CallerMatters::notHers);
        var matter = doors.matters().get(actor, chosen);
        var told = registering.told(form, actor.county(), locale).text();
        var her = requesters.find(matter, phone).orElseThrow(CallerMatters::notHers);
        var step =
                matter.stage() == Stage.SUPPLEMENT
                        ? new Step.Supplement(told)
                        : new Step.Remark(words.text(locale, "intake.caller.more.note", told));
        doors.matters().take(new By.OnBehalf(actor, her), taking(matter, form, step));
        registering.afterwards(actor, form, chosen);
    }

    private Taking taking(Matter matter, DeskForm form, Step step) {
        return new Taking(
                matter.county(),
                matter.id(),
                Taking.ANY_VERSION,
                form.draft().commandId().orElseThrow(),
                step,
                null,
                form.happenedAt(clock.instant()).orElse(null));
    }

    private static Refused notHers() {
        return new Refused(Refused.Kind.CONFLICT, "intake.refused.more");
    }
}
