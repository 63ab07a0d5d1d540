package wanhu.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.knowledge.Articles;
import wanhu.knowledge.Audience;
import wanhu.knowledge.Text;

/** Invented articles of the knowledge base; each says that it is invented. */
@Component
class DemoKnowledge {
    private static final int BEGUN_DAYS = 40;
    private static final int EXPIRY = 6;
    private static final int REVIEW = 7;

    /** The last few are still being written, or wait for a second person. */
    private static final int UNFINISHED = 2;

    private final DemoCounty county;
    private final DemoStaff staff;
    private final Articles articles;

    DemoKnowledge(DemoCounty county, DemoStaff staff, Articles articles) {
        this.county = county;
        this.staff = staff;
        this.articles = articles;
    }

    /** Enters what was written some weeks before an instant. */
    void enter(DemoQueue queue, Instant end) {
        var lines = DemoTable.rows("articles.tsv");
        queue.add(end.minus(Duration.ofDays(BEGUN_DAYS)), () -> write(lines, end));
    }

    private void write(List<String[]> lines, Instant end) {
        var office = staff.actor(Role.COUNTY_CLERK, county.tree().root().orElseThrow());
        for (int at = 0; at < lines.size(); at++) {
            var cells = lines.get(at);
            var writer = writer(cells[0]);
            var id = articles.begin(writer, Ids.next(), text(cells, end));
            int left = lines.size() - at;
            if (left > 1) {
                articles.submit(writer, id, 1);
            }
            if (left > UNFINISHED) {
                articles.approve(office, id, 2);
            }
        }
    }

    private Actor writer(String department) {
        var unit = county.department(department);
        return department.equals(DemoTable.rows("departments.tsv").getLast()[0])
                ? staff.atDesk(Role.PHONE_DESK)
                : staff.actor(Role.DEPARTMENT_CLERK, unit);
    }

    private static Text text(String[] cells, Instant end) {
        var today = Zones.day(end);
        @Nullable Integer months = cells[EXPIRY].isEmpty() ? null : Integer.valueOf(cells[EXPIRY]);
        var expires = months == null ? null : today.plusMonths(months);
        var review = today.plusDays(Integer.parseInt(cells[REVIEW]));
        return new Text(
                cells[3],
                cells[4].replace("\\n", "\n"),
                cells[5],
                Audience.valueOf(cells[1]),
                List.of(cells[2]),
                expires != null && review.isAfter(expires) ? expires : review,
                expires);
    }
}
