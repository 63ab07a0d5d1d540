package wanhu.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;
import wanhu.calendar.Term;
import wanhu.org.Level;
import wanhu.promise.ClockKind;

/** Matters that have walked real steps, for tests of decisions. */
final class Samples {
    static final Hold GRID = hold("15.05.24.0003.0009.0001.", Level.GRID);
    static final Hold VILLAGE = hold("15.05.24.0003.0009.", Level.VILLAGE);
    static final Hold TOWNSHIP = hold("15.05.24.0003.", Level.TOWNSHIP);
    static final Hold COUNTY = hold("15.05.24.", Level.COUNTY);
    static final Hold POWER_OFFICE = hold("15.05.24.0101.", Level.COUNTY);
    static final Hold PETITION_OFFICE = hold("15.05.24.0102.", Level.COUNTY);
    static final Instant NOW = Instant.parse("2026-08-03T01:00:00Z");
    static final UUID CLERK = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private Samples() {}

    static Matter reported() {
        return reported(Kind.HELP);
    }

    static Matter reported(Kind kind) {
        var about =
                new Matter.About(
                        kind,
                        "farm.power",
                        Channel.WEB,
                        false,
                        "耕地没有通电",
                        "两千亩地没有通电。",
                        VILLAGE.unit(),
                        VILLAGE.path(),
                        "村东",
                        new Matter.Privacy(false, false, true, null));
        return new Matter(
                150524,
                UUID.fromString("00000000-0000-7000-8000-0000000000ff"),
                "150524-20260803-0001",
                1,
                about,
                Stage.REGISTERED,
                new Matter.Parties(VILLAGE, null, null, null),
                Tally.NEW,
                Matter.Ending.NONE,
                new Matter.Times(NOW, null, null, null, null, null));
    }

    static Matter after(Matter matter, Step... steps) {
        var next = matter;
        for (Step step : steps) {
            next = Decision.next(next, step, ground(next)).matter();
        }
        return next;
    }

    static Ground ground(Matter matter) {
        return ground(matter, NOW, Hand.values());
    }

    static Ground ground(Matter matter, Instant now, Hand... hands) {
        return new Ground(
                now,
                Set.of(hands),
                limits(),
                above(matter.parties().holder()),
                below(matter.parties().holder()),
                CLERK);
    }

    static Limits limits() {
        var terms = new EnumMap<ClockKind, Term>(ClockKind.class);
        for (ClockKind kind : ClockKind.values()) {
            terms.put(kind, Term.parse("1wd"));
        }
        var finish = new EnumMap<Kind, Term>(Kind.class);
        for (Kind kind : Kind.values()) {
            finish.put(kind, Term.parse("5wd"));
        }
        var meetings =
                new Limits.Meetings(
                        LocalDate.parse("2026-08-28"),
                        LocalDate.parse("2026-09-01"),
                        LocalDate.parse("2026-08-05"));
        return new Limits(
                Map.copyOf(terms),
                finish,
                Term.parse("1h"),
                Term.parse("10wd"),
                2,
                90,
                3,
                30,
                30,
                meetings);
    }

    static @Nullable Hold above(Hold hold) {
        if (hold.equals(GRID)) {
            return VILLAGE;
        }
        if (hold.equals(VILLAGE)) {
            return TOWNSHIP;
        }
        return hold.equals(COUNTY) ? null : COUNTY;
    }

    static @Nullable Hold below(Hold hold) {
        if (hold.equals(COUNTY)) {
            return TOWNSHIP;
        }
        return hold.equals(TOWNSHIP) ? VILLAGE : null;
    }

    private static Hold hold(String path, Level level) {
        return new Hold(
                UUID.nameUUIDFromBytes(path.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new OrgPath(path),
                level);
    }
}
