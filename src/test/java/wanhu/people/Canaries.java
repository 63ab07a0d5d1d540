package wanhu.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.TestClock;
import wanhu.base.AfterClockMoved;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;

/** Two counties with a canary in each of their units: a matter that must not be heard elsewhere. */
@Lazy
@Component
class Canaries {
    static final int COUNTY = 150620;
    static final String PHONE = "13900139007";
    static final String NAME = "敖特根巴雅尔";
    private static final int OTHER_COUNTY = 150621;

    /** Where a canary sits. */
    enum Canary {
        VILLAGE("金丝雀甲村"),
        GRID("金丝雀甲格"),
        SIBLING("金丝雀乙村"),
        BUREAU("金丝雀丙局"),
        OTHER_BUREAU("金丝雀丁局"),
        OTHER_COUNTY("金丝雀外县");

        private final String song;

        Canary(String song) {
            this.song = song;
        }

        String song() {
            return song;
        }
    }

    private final Staff staff;
    private final Reports reports;
    private final Matters matters;
    private final TestClock clock;
    private final Map<Canary, String> numbers = new ConcurrentHashMap<>();
    private final Unit county;
    private final Unit township;
    private final Unit village;
    private final Unit grid;
    private final Unit bureau;
    private final Unit otherBureau;

    Canaries(
            Staff staff,
            Reports reports,
            Matters matters,
            List<AfterClockMoved> ticks,
            TestClock clock) {
        this.staff = staff;
        this.reports = reports;
        this.matters = matters;
        this.clock = clock;
        clock.set(TestClock.START);
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "甲镇");
        village = staff.below(township, UnitKind.VILLAGE, "甲村");
        grid = staff.below(village, UnitKind.GRID, "甲格");
        var sibling = staff.below(county, UnitKind.TOWNSHIP, "乙镇");
        var siblingVillage = staff.below(sibling, UnitKind.VILLAGE, "乙村");
        bureau = staff.below(county, UnitKind.DEPARTMENT, "丙局");
        otherBureau = staff.below(county, UnitKind.DEPARTMENT, "丁局");
        var foreign = staff.below(staff.county(OTHER_COUNTY), UnitKind.TOWNSHIP, "外镇");
        report(Canary.VILLAGE, village, null);
        report(Canary.GRID, grid, null);
        report(Canary.SIBLING, siblingVillage, null);
        report(Canary.BUREAU, siblingVillage, bureau);
        report(Canary.OTHER_BUREAU, siblingVillage, otherBureau);
        report(Canary.OTHER_COUNTY, foreign, null);
        ticks.forEach(AfterClockMoved::clockMoved);
    }

    private void report(Canary canary, Unit place, @Nullable Unit receiver) {
        var content =
                new Report.Content(
                        Kind.HELP, "farm", Channel.PHONE, false, canary.song, canary.song);
        var receipt =
                reports.report(
                        staff.actor(Role.PHONE_DESK, staff.county(place.county())),
                        new Report(
                                place.county(),
                                Ids.next(),
                                content,
                                place.id(),
                                "",
                                receiver == null ? null : receiver.id(),
                                new Report.Contact(NAME, PHONE, false, false, true, true),
                                clock.instant()));
        numbers.put(canary, matters.get(place.county(), receipt.matter()).number());
    }

    Unit village() {
        return village;
    }

    Unit township() {
        return township;
    }

    Unit otherBureau() {
        return otherBureau;
    }

    /** Where the colleague of a role sits. */
    Unit unit(Role role) {
        return switch (role) {
            case GRID_WORKER -> grid;
            case VILLAGE_CLERK -> village;
            case TOWNSHIP_CLERK, LEADER, AUDITOR -> township;
            case DEPARTMENT_CLERK -> bureau;
            case COUNTY_CLERK, PHONE_DESK, FOLLOW_UP, ADMIN, SECURITY -> county;
        };
    }

    Collection<String> numbers() {
        return numbers.values();
    }

    String number(Canary canary) {
        return Objects.requireNonNull(numbers.get(canary));
    }

    /** Who told the canary's matter. */
    UUID requester(Canary canary) {
        int in = canary == Canary.OTHER_COUNTY ? OTHER_COUNTY : COUNTY;
        var actor = staff.actor(Role.PHONE_DESK, staff.county(in));
        return reports.of(matters.get(actor, number(canary))).getFirst().id();
    }
}
