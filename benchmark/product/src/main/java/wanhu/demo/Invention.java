package wanhu.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.bench.Land;
import wanhu.calendar.Calendars;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Mill;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.org.Tree;
import wanhu.org.Unit;

/**
 * Lives as the demonstration invents them, but very many, over years and in any county: the same
 * plans and the same acts, on a {@link Mill} in place of the doors.
 */
public final class Invention {
    /** Lives that stop half-way are so young that most of them are not late yet. */
    private static final Duration RECENT = Duration.ofDays(5);

    private static final Duration SETTLED = Duration.ofDays(120);
    private static final Duration KEPT = Duration.ofDays(3 * 365);
    private static final DemoPlan RAISED =
            new DemoPlan(List.of(DemoPlan.Act.TAKE_ON, DemoPlan.Act.CONTACT, DemoPlan.Act.ESCALATE));
    private static final int PUBLISHED_OF_TEN = 2;
    private static final double SLOWNESS = 0.6;

    /** What the demonstration takes its time for, a whole county does faster on most days. */
    private static final double USUAL = 0.35;

    private final Mill mill;
    private final Land.County land;
    private final Play play;
    private final Instant end;
    private final Map<OrgPath, Double> pace = new HashMap<>();
    private final Map<String, Unit> departments = new HashMap<>();
    private Instant now = Instant.EPOCH;
    private long seed;
    private long refused;

    /** In a county, until a moment after which nothing happens. */
    public Invention(ApplicationContext product, Mill mill, Land.County land, Instant end) {
        this.mill = mill;
        this.land = land;
        this.end = end;
        this.play = new Play(product.getBean(Calendars.class));
        mill.enter(land.tree());
        land.tree().departments().forEach(each -> departments.put(each.name(), each));
    }

    /** One life, told in a village at about that time; its seed gives all of it. */
    public void live(long life, Unit village, Instant told) {
        var random = new Random(life);
        live(life, village, told, random, plan(told, random));
    }

    /** One that its village has raised, and of which nothing came since. */
    public void wait(long life, Unit village, Instant told) {
        live(life, village, told, new Random(life), RAISED);
    }

    private void live(long life, Unit village, Instant told, Random random, DemoPlan plan) {
        seed = life;
        var invented =
                new DemoLife(
                        Talk.next(Zones.day(told), random),
                        village,
                        told,
                        plan,
                        DemoLife.Pace.USUAL,
                        new Random(random.nextLong()));
        now = told;
        var gap = invented.act(play);
        while (gap.isPresent()) {
            var slow = pace.computeIfAbsent(mill.matter().parties().holder().path(), Invention::pace);
            var next = now.plusSeconds((long) (gap.get().toSeconds() * slow * Math.exp(random.nextGaussian() * SLOWNESS)));
            next = play.officeHour(next, random);
            mill.remind(next.isBefore(end) ? next : end);
            if (next.isAfter(end)) {
                break;
            }
            now = next;
            gap = invented.act(play);
        }
        mill.remind(end);
        mill.end();
    }

    /** Some offices take their time; which ones does not change. */
    private static double pace(OrgPath unit) {
        return USUAL * Math.exp(new Random(unit.text().hashCode()).nextGaussian() * SLOWNESS);
    }

    private DemoPlan plan(Instant begin, Random random) {
        var age = Duration.between(begin, end);
        if (age.compareTo(RECENT) < 0 && random.nextBoolean()) {
            return DemoPlan.recent(random);
        }
        var plan = DemoPlan.old(random);
        // What was parked long ago has been taken up again.
        while (last(plan) == DemoPlan.Act.PARK && age.compareTo(SETTLED) > 0) {
            plan = DemoPlan.old(random);
        }
        if (last(plan) == DemoPlan.Act.PUBLISH && random.nextInt(10) >= PUBLISHED_OF_TEN) {
            var acts = new ArrayList<>(plan.acts());
            acts.removeLast();
            return new DemoPlan(acts);
        }
        return plan;
    }

    private static DemoPlan.Act last(DemoPlan plan) {
        return plan.acts().isEmpty() ? DemoPlan.Act.TAKE_ON : plan.acts().getLast();
    }

    /** How many acts the rules refused, and were left out. */
    public long refused() {
        return refused;
    }

    /** The doors of the demonstration, on the mill. */
    private final class Play extends DemoLives {
        private final DemoCounty county = new Place();
        private final DemoStaff staff = new Staff(county);

        Play(Calendars calendars) {
            super(null, null, null, null, calendars, null);
        }

        @Override
        Receipt report(DemoSample sample, Unit village, Random random) {
            var channel = channel(random);
            var content =
                    new Report.Content(
                            sample.kind(), sample.category(), channel, false, sample.title(), sample.text());
            var report =
                    new Report(
                            land.code(),
                            new UUID(seed, seed),
                            content,
                            village.id(),
                            "",
                            null,
                            contact(Talk.secret(sample), random),
                            now);
            return mill.begin(seed, writer(channel, village), report, now, now.isAfter(end.minus(KEPT)));
        }

        private static Channel channel(Random random) {
            int chance = random.nextInt(20);
            return chance < 9
                    ? Channel.WEB
                    : chance < 14 ? Channel.PHONE : chance < 18 ? Channel.VISIT : chance < 19 ? Channel.COUNTER : Channel.MEETING;
        }

        private Actor writer(Channel channel, Unit village) {
            return switch (channel) {
                case PHONE -> land.actor(Role.PHONE_DESK, land.desk().id());
                case VISIT, COUNTER, MEETING -> land.actor(Role.VILLAGE_CLERK, village.id());
                case WEB, IMPORT, API -> null;
            };
        }

        private static Report.Contact contact(boolean secret, Random random) {
            return new Report.Contact(
                    Talk.name(random), Talk.phone(random), false, secret, !secret && random.nextInt(10) < 8, true);
        }

        @Override
        Receipt join(Matter matter, Random random) {
            try {
                return mill.join(contact(false, random), now);
            } catch (Refused _) {
                refused++;
                return null;
            }
        }

        @Override
        Matter find(Receipt receipt) {
            return mill.matter();
        }

        @Override
        void take(By by, Matter matter, Step step) {
            try {
                mill.take(by, step, now);
            } catch (Refused _) {
                refused++;
            }
        }

        @Override
        LocalDate today() {
            return Zones.day(now);
        }

        @Override
        DemoCounty county() {
            return county;
        }

        @Override
        DemoStaff staff() {
            return staff;
        }
    }

    private final class Place extends DemoCounty {
        private final Map<String, String> owners = super.owners();

        Place() {
            super(null, null, null, null, null, null);
        }

        @Override
        Tree tree() {
            return land.tree();
        }

        @Override
        Unit department(int row) {
            return land.tree().departments().get(row);
        }

        @Override
        Unit department(String name) {
            return Optional.ofNullable(departments.get(name)).orElseGet(() -> department(0));
        }

        @Override
        Map<String, String> owners() {
            return owners;
        }
    }

    private final class Staff extends DemoStaff {
        Staff(DemoCounty county) {
            super(county, null, null, null);
        }

        @Override
        Actor actor(Role role, Unit unit) {
            return land.actor(role, unit.id());
        }

        @Override
        Actor atDesk(Role role) {
            return land.actor(role, land.desk().id());
        }
    }
}
