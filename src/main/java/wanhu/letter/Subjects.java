package wanhu.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.matter.Matters;
import wanhu.org.Level;
import wanhu.org.Units;
import wanhu.round.RoundState;
import wanhu.round.Rounds;
import wanhu.round.Seat;
import wanhu.supervise.Supervision;
import wanhu.supervise.Supervisions;

/**
 * What letters are about, and who may write them: the unit that ordered, dispatched, answered or
 * met. First drafts are in Chinese, whatever language the reader has.
 */
@Component
class Subjects {
    /** Filled in by hand: no name of a resident is printed by the program. */
    static final String BLANK = "＿＿＿＿＿＿";

    private static final Pattern WEEK = Pattern.compile("^([0-9]{4})-W0?([0-9]{1,2})$");
    private static final Pattern MONTH = Pattern.compile("^([0-9]{4})-0?([0-9]{1,2})$");

    private static final Role[] WRITERS = {
        Role.VILLAGE_CLERK,
        Role.TOWNSHIP_CLERK,
        Role.COUNTY_CLERK,
        Role.DEPARTMENT_CLERK,
        Role.LEADER
    };

    private final Matters matters;
    private final Supervisions supervisions;
    private final Rounds rounds;
    private final Units units;
    private final Words words;
    private final Clock clock;

    Subjects(
            Matters matters,
            Supervisions supervisions,
            Rounds rounds,
            Units units,
            Words words,
            Clock clock) {
        this.matters = matters;
        this.supervisions = supervisions;
        this.rounds = rounds;
        this.units = units;
        this.words = words;
        this.clock = clock;
    }

    /**
     * What a post writes a letter about.
     *
     * @param of number of the matter, or id of the order or the meeting
     * @throws Refused MISSING when the post does not see it, FORBIDDEN when its unit is not the one
     *     that writes, RULE when it is too early
     */
    Subject of(Actor actor, Kind kind, String of) {
        Refused.unless(Refused.Kind.FORBIDDEN, writes(actor), "letter.refused.writer");
        return switch (kind) {
            case ORDER -> order(actor, id(of));
            case TRANSFER -> transfer(actor, matters.get(actor, of));
            case REPLY -> reply(actor, matters.get(actor, of));
            case MINUTES -> minutes(actor, id(of));
        };
    }

    /** Whether the post writes letters at all. */
    static boolean writes(Actor actor) {
        return actor.is(WRITERS);
    }

    /** Whether the post may write such a letter about a matter now. */
    boolean offered(Actor actor, Kind kind, Matter matter) {
        return writes(actor)
                && switch (kind) {
                    case TRANSFER -> transfers(actor, matter);
                    case REPLY -> replies(actor, matter);
                    case ORDER, MINUTES -> false;
                };
    }

    private static boolean transfers(Actor actor, Matter matter) {
        var dispatcher = matter.parties().dispatcher();
        return matter.stage().unsolved()
                && matter.parties().handler() != null
                && dispatcher != null
                && dispatcher.unit().equals(actor.unit());
    }

    /** An answer that somebody else has approved. */
    private static boolean replies(Actor actor, Matter matter) {
        return answered(matter) && ours(actor, matter);
    }

    private static boolean answered(Matter matter) {
        boolean approved = matter.stage() == Stage.FOLLOW_UP || matter.stage() == Stage.CLOSED;
        return approved && !matter.ending().answer().isBlank();
    }

    private static boolean ours(Actor actor, Matter matter) {
        var parties = matter.parties();
        return holds(parties.holder(), actor)
                || holds(parties.handler(), actor)
                || holds(parties.dispatcher(), actor);
    }

    private static boolean holds(@Nullable Hold hold, Actor actor) {
        return hold != null && hold.unit().equals(actor.unit());
    }

    private Subject order(Actor actor, UUID id) {
        var order = supervisions.get(actor, id);
        writer(order.parties().issuer().equals(actor.unit()));
        var matter = matters.get(actor, order.of().number());
        var draft =
                draft(
                        Kind.ORDER,
                        unit(actor.county(), order.parties().to()),
                        matter,
                        text("supervise.ground." + order.ground()),
                        order.demand(),
                        day(order.times().due()));
        var about = new Letter.About(id, order.number(), matter.id(), order.parties().to());
        boolean waits = order.state() == Supervision.State.OPEN;
        var past = waits ? past(order.times().due()) : null;
        return new Subject(about, "/supervise/" + id, matter, "", "", draft, past);
    }

    private Subject transfer(Actor actor, Matter matter) {
        writer(transfers(actor, matter));
        var to = Objects.requireNonNull(matter.parties().handler()).unit();
        var end = matter.times().due();
        var due = end == null ? null : Zones.day(end.minusNanos(1));
        var draft =
                draft(
                        Kind.TRANSFER,
                        unit(actor.county(), to),
                        matter,
                        told(matter),
                        due == null ? text("letter.draft.term") : day(due));
        var about = new Letter.About(matter.id(), matter.number(), matter.id(), to);
        var page = "/matters/" + matter.number();
        return new Subject(about, page, matter, "", "", draft, due == null ? null : past(due));
    }

    private Subject reply(Actor actor, Matter matter) {
        writer(ours(actor, matter));
        Refused.unless(Refused.Kind.RULE, answered(matter), "letter.refused.unanswered");
        var draft = draft(Kind.REPLY, BLANK, matter, matter.ending().answer().strip());
        var about = new Letter.About(matter.id(), matter.number(), matter.id(), null);
        var asked = matter.about().title() + "\n" + matter.about().body();
        return new Subject(about, "/matters/" + matter.number(), matter, asked, "", draft, null);
    }

    private Subject minutes(Actor actor, UUID id) {
        var round = rounds.get(actor, id);
        writer(round.body().unit().equals(actor.unit()));
        Refused.unless(
                Refused.Kind.RULE, round.state() == RoundState.CLOSED, "letter.refused.unapproved");
        var name = round.name().chinese();
        var draft =
                new Wish.Words(
                        text("letter.draft.MINUTES.title", name, spoken(round.period())),
                        "",
                        round.sitting().minutes(),
                        "",
                        "");
        var present =
                rounds.present(round).stream()
                        .map(Subjects::person)
                        .collect(Collectors.joining("、"));
        var about = new Letter.About(id, round.period(), null, null);
        return new Subject(about, "/rounds/" + id, null, "", present, draft, null);
    }

    /** The period of a meeting as letters say it: 2026年第34周, 2026年10月. */
    static String spoken(String period) {
        return WEEK.matcher(MONTH.matcher(period).replaceFirst("$1年$2月")).replaceFirst("$1年第$2周");
    }

    private static String person(Seat.Person person) {
        return person.post().isEmpty() ? person.name() : person.name() + "（" + person.post() + "）";
    }

    private Wish.Words draft(Kind kind, String to, Matter matter, Object... facts) {
        var all = Stream.concat(Stream.of(name(matter)), Stream.of(facts)).toArray();
        return new Wish.Words(
                text("letter.draft." + kind + ".title", titled(matter)),
                to,
                text("letter.draft." + kind + ".body", all),
                "",
                "");
    }

    /** What the resident told; of a secret matter nothing. */
    private String told(Matter matter) {
        var told = matter.about().body().strip();
        if (matter.about().privacy().secret()) {
            return text("letter.draft.secret");
        }
        return told.isEmpty() ? text("letter.draft.none") : told.replaceFirst("[。.]+$", "");
    }

    private String titled(Matter matter) {
        return matter.about().privacy().secret()
                ? text("letter.draft.numbered", matter.number())
                : text("letter.draft.titled", matter.about().title());
    }

    /** What a matter is called; of a secret one its number alone. */
    private String name(Matter matter) {
        return matter.about().privacy().secret()
                ? text("letter.draft.numbered", matter.number())
                : text("letter.draft.named", matter.about().title(), matter.number());
    }

    private String unit(int county, UUID id) {
        var tree = units.tree(county);
        var unit = tree.get(id);
        return tree.above(id, Level.TOWNSHIP)
                .filter(above -> !above.id().equals(id))
                .map(above -> above.name() + unit.name())
                .orElse(unit.name());
    }

    /** The day when it is over; null when whoever reads the letter can still keep it. */
    private @Nullable LocalDate past(LocalDate day) {
        return day.isBefore(Zones.day(clock.instant())) ? day : null;
    }

    /** A day as letters write it. */
    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private String text(String key, Object... arguments) {
        return words.text(Locale.CHINESE, key, arguments);
    }

    private static void writer(boolean may) {
        Refused.unless(Refused.Kind.FORBIDDEN, may, "letter.refused.writer");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Refused(Refused.Kind.MISSING, "letter.refused.missing");
        }
    }
}
