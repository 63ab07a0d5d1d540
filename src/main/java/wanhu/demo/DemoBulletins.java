package wanhu.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.bulletin.Bulletins;
import wanhu.bulletin.Period;
import wanhu.bulletin.Section;
import wanhu.bulletin.Texts;

/** The bulletins of the last week and the last month, with invented words. */
@Component
class DemoBulletins {
    private static final Duration BEFORE_THE_END = Duration.ofMinutes(10);

    private final DemoCounty county;
    private final DemoStaff staff;
    private final Bulletins bulletins;

    DemoBulletins(DemoCounty county, DemoStaff staff, Bulletins bulletins) {
        this.county = county;
        this.staff = staff;
        this.bulletins = bulletins;
    }

    /** Enters them just before an instant. */
    void enter(DemoQueue queue, Instant end) {
        var at = end.minus(BEFORE_THE_END);
        queue.add(at, () -> DemoTable.rows("bulletins.tsv").forEach(cells -> release(cells, at)));
    }

    private void release(String[] cells, Instant at) {
        var root = county.tree().root().orElseThrow();
        var office = staff.actor(Role.COUNTY_CLERK, root);
        var period = Period.last(Period.Kind.valueOf(cells[0]), Zones.day(at));
        var id = bulletins.begin(office, new Bulletins.Wish(Ids.next(), root.id(), period));
        bulletins.save(office, id, 1, texts(cells));
        bulletins.submit(office, id, 2);
        bulletins.release(staff.actor(Role.LEADER, root), id, 3, true);
    }

    private static Texts texts(String[] cells) {
        return new Texts(
                cells[1],
                cells[2].replace("\\n", "\n"),
                Map.of(Section.valueOf(cells[3]), cells[4], Section.valueOf(cells[5]), cells[6]),
                List.of(),
                "");
    }
}
