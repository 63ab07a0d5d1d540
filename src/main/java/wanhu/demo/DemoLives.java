package wanhu.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;

/** Invents a year of matters, and opens the real doors to them. */
@Component
class DemoLives {
    private static final int LIVES = 320;
    private static final int DAYS = 330;
    private static final int MERGED = 3;
    private static final int MET_OF_TEN = 6;

    /** So long ago began the lives that show one stage each. */
    private static final int SETTLED_DAYS = 16;

    /** So long ago began the lives that meetings decide: three lists of a month later, and more. */
    private static final int DECIDED_DAYS = 150;

    private static final Duration RECENT = Duration.ofDays(38);

    private final DemoCounty county;
    private final DemoStaff staff;
    private final Reports reports;
    private final Matters matters;
    private final Calendars calendars;
    private final Clock clock;
    private final List<DemoSample> samples =
            DemoTable.rows("matters.tsv").stream().map(DemoSample::of).toList();

    DemoLives(
            DemoCounty county,
            DemoStaff staff,
            Reports reports,
            Matters matters,
            Calendars calendars,
            Clock clock) {
        this.county = county;
        this.staff = staff;
        this.reports = reports;
        this.matters = matters;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** How long before now the play begins. */
    static Duration past() {
        return Duration.ofDays(DAYS);
    }

    /** Two neighbours tell the same thing, and the village puts them together. */
    void merge(Random random) {
        var sample = samples.getFirst();
        for (Unit village : county.workingVillages().subList(0, MERGED)) {
            var first = report(sample, village, random);
            var second = report(sample, village, random);
            var by = new By.Staff(staff.actor(Role.VILLAGE_CLERK, village));
            take(by, find(second), new Step.Merge(first.matter(), first.number()));
        }
    }

    /** All invented lives. */
    List<DemoLife> lives(Instant end, Random random) {
        var lives = new ArrayList<DemoLife>();
        for (DemoPlan plan : DemoPlan.EACH_STAGE) {
            var begin = end.minus(Duration.ofDays(plan.acts().isEmpty() ? 1 : SETTLED_DAYS));
            lives.add(life(begin, plan, DemoLife.Pace.BRISK, random));
        }
        for (DemoPlan plan : DemoPlan.eachDecision(random)) {
            var begin = end.minus(Duration.ofDays(DECIDED_DAYS));
            lives.add(life(begin, plan, DemoLife.Pace.MEETINGS, random));
        }
        for (int each = 0; each < LIVES; each++) {
            boolean recent = each % 3 == 0;
            long back =
                    recent
                            ? random.nextLong(RECENT.toMinutes())
                            : random.nextLong(Duration.ofDays(DAYS - 3).toMinutes());
            var begin = end.minus(Duration.ofMinutes(back));
            var plan = recent ? DemoPlan.recent(random) : DemoPlan.old(random);
            var pace =
                    random.nextInt(10) < MET_OF_TEN ? DemoLife.Pace.MEETINGS : DemoLife.Pace.USUAL;
            lives.add(life(begin, plan, pace, random));
        }
        return lives;
    }

    /** A life of any sample in any village. */
    private DemoLife life(Instant begin, DemoPlan plan, DemoLife.Pace pace, Random random) {
        var villages = county.workingVillages();
        return new DemoLife(
                samples.get(random.nextInt(samples.size())),
                villages.get(random.nextInt(villages.size())),
                officeHour(begin, random),
                plan,
                pace,
                new Random(random.nextLong()));
    }

    /**
     * Staff acts in office hours; a resident's report may come at any time, but this is a calm
     * county.
     */
    Instant officeHour(Instant at, Random random) {
        var zone = Zones.CHINA;
        var local = at.atZone(zone);
        var calendar = calendars.of(DemoCounty.CODE);
        var day = calendar.nextWorkday(local.toLocalDate());
        if (day.equals(local.toLocalDate()) && local.getHour() >= 8 && local.getHour() < 18) {
            return at;
        }
        if (day.equals(local.toLocalDate()) && local.getHour() >= 18) {
            day = calendar.nextWorkday(day.plusDays(1));
        }
        var start = day.atTime(8, 30).plusMinutes(random.nextInt(500)).atZone(zone).toInstant();
        return start.isBefore(at) ? at : start;
    }

    Receipt report(DemoSample sample, Unit village, Random random) {
        var names = new DemoNames(random);
        boolean secret = sample.kind() == Kind.REPORT;
        var contact =
                new Report.Contact(
                        names.next(),
                        names.phone(),
                        false,
                        secret,
                        !secret && random.nextInt(10) < 8,
                        true);
        var channel =
                random.nextInt(10) < 6
                        ? Channel.WEB
                        : random.nextInt(2) == 0 ? Channel.PHONE : Channel.VISIT;
        var content =
                new Report.Content(
                        sample.kind(),
                        sample.category(),
                        channel,
                        false,
                        sample.title(),
                        sample.text());
        var at = Instant.MAX;
        var report =
                new Report(
                        DemoCounty.CODE, Ids.next(), content, village.id(), "", null, contact, at);
        var actor =
                switch (channel) {
                    case PHONE -> staff.atDesk(Role.PHONE_DESK);
                    case VISIT -> staff.actor(Role.VILLAGE_CLERK, village);
                    case WEB, COUNTER, MEETING, IMPORT, API -> null;
                };
        return reports.report(actor, report);
    }

    Receipt join(Matter matter, Random random) {
        var names = new DemoNames(random);
        return reports.join(
                null,
                Ids.next(),
                matter,
                new Report.Contact(names.next(), names.phone(), false, false, true, true));
    }

    Matter find(Receipt receipt) {
        return matters.get(DemoCounty.CODE, receipt.matter());
    }

    Matter find(DemoLife life) {
        return matters.get(DemoCounty.CODE, life.id());
    }

    void take(By by, Matter matter, Step step) {
        matters.take(
                by,
                new Taking(
                        matter.county(),
                        matter.id(),
                        Taking.ANY_VERSION,
                        Ids.next(),
                        step,
                        null,
                        null));
    }

    LocalDate today() {
        return Zones.day(clock.instant());
    }

    DemoCounty county() {
        return county;
    }

    DemoStaff staff() {
        return staff;
    }
}
