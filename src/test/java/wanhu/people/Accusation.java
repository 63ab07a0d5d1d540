package wanhu.people;

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
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;

/** A county in which a village, a township and a bureau are each complained of. */
@Lazy
@Component
class Accusation {
    static final int COUNTY = 150622;
    static final String PHONE = "13900139113";
    static final String NAME = "苏布德其木格";

    /** Who is complained of; what the reporter says of it is the song. */
    enum Of {
        VILLAGE("举报金丝甲村"),
        TOWNSHIP("举报金丝甲镇"),
        BUREAU("举报金丝丙局");

        private final String song;

        Of(String song) {
            this.song = song;
        }

        String song() {
            return song;
        }
    }

    final Unit county;
    final Unit township;
    final Unit village;
    final Unit grid;
    final Unit bureau;
    final Unit neighbour;

    private final Staff staff;
    private final Reports reports;
    private final Matters matters;
    private final TestClock clock;
    private final Map<Of, UUID> ids = new ConcurrentHashMap<>();
    private final Map<UUID, String> codes = new ConcurrentHashMap<>();

    Accusation(
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
        bureau = staff.below(county, UnitKind.DEPARTMENT, "丙局");
        neighbour = staff.below(township, UnitKind.VILLAGE, "乙村");
        ids.put(Of.VILLAGE, report(Kind.REPORT, Of.VILLAGE.song, null));
        ids.put(Of.TOWNSHIP, report(Kind.REPORT, Of.TOWNSHIP.song, township));
        ids.put(Of.BUREAU, report(Kind.REPORT, Of.BUREAU.song, bureau));
        ticks.forEach(AfterClockMoved::clockMoved);
    }

    /** The code of whoever accused the village. */
    String code() {
        return Objects.requireNonNull(codes.get(ids.get(Of.VILLAGE)));
    }

    /** What somebody in the grid tells the phone desk; answers the matter's id. */
    UUID report(Kind kind, String song, @Nullable Unit complainedOf) {
        var receipt =
                reports.report(
                        staff.actor(Role.PHONE_DESK, county),
                        new Report(
                                COUNTY,
                                Ids.next(),
                                new Report.Content(kind, "farm", Channel.PHONE, false, song, song),
                                grid.id(),
                                song,
                                null,
                                new Report.Contact(NAME, PHONE, false, false, true, true),
                                clock.instant(),
                                complainedOf == null ? null : complainedOf.id()));
        codes.put(receipt.matter(), receipt.code());
        return receipt.matter();
    }

    Matter matter(Of of) {
        return matters.get(COUNTY, Objects.requireNonNull(ids.get(of)));
    }

    /** Those who work for the accused or below it. */
    List<Visitor> insiders(Of of) {
        return switch (of) {
            case VILLAGE ->
                    List.of(
                            as(Role.VILLAGE_CLERK, village),
                            as(Role.GRID_WORKER, grid),
                            as(Role.LEADER, village),
                            as(Role.AUDITOR, village));
            case TOWNSHIP ->
                    List.of(
                            as(Role.TOWNSHIP_CLERK, township),
                            as(Role.LEADER, township),
                            as(Role.AUDITOR, township),
                            as(Role.VILLAGE_CLERK, village));
            case BUREAU -> List.of(as(Role.DEPARTMENT_CLERK, bureau), as(Role.LEADER, bureau));
        };
    }

    private Visitor as(Role role, Unit unit) {
        return new Visitor(role, unit, staff.as(role, unit));
    }

    /** Somebody at work, with a browser. */
    record Visitor(Role role, Unit unit, wanhu.Visitor browser) {}
}
