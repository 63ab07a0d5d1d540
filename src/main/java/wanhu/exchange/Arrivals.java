package wanhu.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Words;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;

/**
 * The door for what other systems hand over to us: their codes in our words by the table of the
 * partner whose token it is, their numbers, and their asking it back. What has no row is taken all
 * the same: a line of the matter tells its desk what to find out, and the code stands on the list
 * of the table.
 */
@Service
public class Arrivals {
    private static final By BY = new By.Rule("exchange");

    private final PartnerStore partners;
    private final TheirNumbers numbers;
    private final OurCodes known;
    private final Matters matters;
    private final Words words;

    Arrivals(
            PartnerStore partners,
            TheirNumbers numbers,
            OurCodes known,
            Matters matters,
            Words words) {
        this.partners = partners;
        this.numbers = numbers;
        this.known = known;
        this.matters = matters;
        this.words = words;
    }

    /** Codes that came with a matter; channel is empty when they say none. */
    public record Codes(String kind, String category, String place, String channel) {}

    /**
     * What they are here; null where nobody has said so.
     *
     * @param missing left sides of the lines that the table needs
     */
    public record Ours(
            @Nullable String kind,
            @Nullable String category,
            @Nullable String place,
            @Nullable String channel,
            List<String> missing) {
        public Ours {
            missing = List.copyOf(missing);
        }
    }

    /** A matter that came from another system. */
    public record Came(UUID matter, String number, UUID requester) {}

    /** Who hands over, and under which number. */
    public record Sender(UUID token, String origin) {}

    /**
     * The codes in our words; empty when the token is no partner's: then they are ours already.
     *
     * @param actor as whom the token acts: what is outside of its territory is not known
     */
    @Transactional(readOnly = true)
    public Optional<Ours> ours(Actor actor, UUID token, Codes codes) {
        return partners.calling(actor.county(), token)
                .map(partner -> ours(actor, partner.mapping(), codes));
    }

    private Ours ours(Actor actor, Mapping mapping, Codes codes) {
        var missing = new ArrayList<String>();
        var kind = kind(mapping, codes.kind()).filter(OurCodes::kind);
        var category =
                found(mapping, "category", codes.category())
                        .filter(each -> known.category(actor, each));
        var place = found(mapping, "unit", codes.place()).filter(each -> known.place(actor, each));
        var channel = found(mapping, "channel", codes.channel()).filter(OurCodes::channel);
        lacks(missing, kind, "in.kind.", codes.kind());
        lacks(missing, category, "in.category.", codes.category());
        lacks(missing, place, "in.unit.", codes.place());
        if (!codes.channel().isEmpty()) {
            lacks(missing, channel, "in.channel.", codes.channel());
        }
        return new Ours(
                kind.orElse(null),
                category.orElse(null),
                place.orElse(null),
                channel.orElse(null),
                missing);
    }

    /** What somebody calls a report of wrongdoing is one, whatever the table says. */
    private static Optional<String> kind(Mapping mapping, String theirs) {
        return theirs.equals(wanhu.life.Kind.REPORT.name())
                ? Optional.of(theirs)
                : found(mapping, "kind", theirs);
    }

    private static Optional<String> found(Mapping mapping, String type, String theirs) {
        return mapping.translates(type) ? mapping.ours(type, theirs) : Optional.of(theirs);
    }

    private static void lacks(
            List<String> missing, Optional<String> found, String type, String theirs) {
        if (found.isEmpty()) {
            missing.add(type + Mapping.sign(theirs));
        }
    }

    /** What came under that number before, with that token or another one of the same partner. */
    @Transactional(readOnly = true)
    public Optional<Came> before(int county, Sender sender) {
        return numbers.find(county, sender);
    }

    /**
     * Keeps the number, and what the table lacked; the desk reads what it has to find out.
     *
     * @throws Refused CONFLICT when the same came at the same time; asked again it is the same
     */
    @Transactional
    public void keep(int county, Sender sender, Came came, List<String> missing) {
        var partner = partners.calling(county, sender.token());
        var row = new TheirNumbers.Row(partner.map(Partner::id).orElse(null), missing);
        numbers.keep(county, sender, came, row);
        partner.filter(_ -> !missing.isEmpty())
                .ifPresent(from -> {
                    var codes = String.join("、", missing.stream().map(this::told).toList());
                    var note =
                            words.text(
                                    county,
                                    Locale.CHINESE,
                                    "exchange.line.unknown",
                                    from.name(),
                                    codes);
                    take(BY, matters.get(county, came.matter()), Ids.next(), new Step.Remark(note));
                });
    }

    /** {@code in.category.0203} as somebody reads it: 类别 0203. */
    private String told(String missing) {
        var parts = missing.split("\\.", 3);
        return words.text(Locale.CHINESE, "exchange.code." + parts[1]) + " " + parts[2];
    }

    private Matter take(By by, Matter matter, UUID command, Step step) {
        return matters.take(
                by,
                new Taking(
                        matter.county(),
                        matter.id(),
                        Taking.ANY_VERSION,
                        command,
                        step,
                        null,
                        null));
    }

    /**
     * Why a matter was declined or referred, as the partner whose token it is calls it, as here for
     * others; empty for all other matters.
     */
    @Transactional(readOnly = true)
    public Optional<String> reason(Matter matter, UUID token) {
        if (matter.stage() != Stage.DECLINED && matter.stage() != Stage.REFERRED) {
            return Optional.empty();
        }
        var partner = partners.calling(matter.county(), token);
        return matters.timeline(matter).reversed().stream()
                .filter(each -> each.step().equals("Decline"))
                .findFirst()
                .map(each -> String.valueOf(each.detail().get("reason")))
                .map(ours -> partner.map(each -> each.mapping().reason(ours)).orElse(ours));
    }

    /** A wish to have a matter back. */
    public record Back(UUID token, UUID command, String reason) {}

    /**
     * 撤回: who handed it over takes it back, as long as it is not answered; taken back twice is
     * once.
     *
     * @throws Refused FORBIDDEN for who did not hand it over, RULE when it is answered or has ended
     */
    @Transactional
    public Matter takeBack(Actor actor, Matter matter, Back back) {
        var requester =
                numbers.requester(matter, back.token())
                        .orElseThrow(() -> new Refused(Kind.FORBIDDEN, "exchange.refused.theirs"));
        if (matter.stage() == Stage.WITHDRAWN) {
            return matter;
        }
        boolean unfinished = matter.stage().unsolved() || matter.stage() == Stage.REVIEW;
        Refused.unless(Kind.RULE, unfinished, "exchange.refused.finished");
        var told = words.text(matter.county(), Locale.CHINESE, "exchange.told.back", back.reason());
        return take(
                new By.OnBehalf(actor, requester), matter, back.command(), new Step.Withdraw(told));
    }
}
